export const agreements = {
};
