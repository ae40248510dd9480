export const reports = {
};
