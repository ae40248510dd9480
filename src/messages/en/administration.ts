import type { Same } from "../same";
import type { administration as sv } from "../sv/administration";

export const administration: Same<typeof sv> = {
};
