export const ideas = {
};
