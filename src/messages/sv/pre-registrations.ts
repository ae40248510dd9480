export const preRegistrations = {
};
