import type { Same } from "../same";
import type { funds as sv } from "../sv/funds";

export const funds: Same<typeof sv> = {
};
