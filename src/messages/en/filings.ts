import type { Same } from "../same";
import type { filings as sv } from "../sv/filings";

export const filings: Same<typeof sv> = {
};
