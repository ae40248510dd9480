export const filings = {
};
