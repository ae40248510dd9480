import type { Same } from "../same";
import type { reports as sv } from "../sv/reports";

export const reports: Same<typeof sv> = {
};
