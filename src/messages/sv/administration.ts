export const administration = {
};
