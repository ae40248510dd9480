import type { Same } from "../same";
import type { requisitions as sv } from "../sv/requisitions";

export const requisitions: Same<typeof sv> = {
};
