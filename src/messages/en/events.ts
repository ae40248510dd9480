import type { Same } from "../same";
import type { events as sv } from "../sv/events";

export const events: Same<typeof sv> = {
};
