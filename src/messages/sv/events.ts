export const events = {
};
