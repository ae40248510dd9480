import type { Same } from "../same";
import type { signIn as sv } from "../sv/sign-in";

export const signIn: Same<typeof sv> = {
};
