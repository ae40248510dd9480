import type { Same } from "../same";
import type { preRegistrations as sv } from "../sv/pre-registrations";

export const preRegistrations: Same<typeof sv> = {
};
