export const consultations = {
};
