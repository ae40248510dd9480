export const funds = {
};
