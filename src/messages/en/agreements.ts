import type { Same } from "../same";
import type { agreements as sv } from "../sv/agreements";

export const agreements: Same<typeof sv> = {
};
