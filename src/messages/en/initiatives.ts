import type { Same } from "../same";
import type { initiatives as sv } from "../sv/initiatives";

export const initiatives: Same<typeof sv> = {
};
