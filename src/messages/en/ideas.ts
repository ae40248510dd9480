import type { Same } from "../same";
import type { ideas as sv } from "../sv/ideas";

export const ideas: Same<typeof sv> = {
};
