export const requisitions = {
};
