import type { Same } from "../same";
import type { consultations as sv } from "../sv/consultations";

export const consultations: Same<typeof sv> = {
};
