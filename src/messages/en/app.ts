import type { Same } from "../same";
import type { app as sv } from "../sv/app";

export const app: Same<typeof sv> = {
};
