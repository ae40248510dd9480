export const initiatives = {
};
