export const signIn = {
};
