export const approvals = {
};
