import type { Same } from "../same";
import type { people as sv } from "../sv/people";

export const people: Same<typeof sv> = {
};
