import type { Same } from "../same";
import type { ledger as sv } from "../sv/ledger";

export const ledger: Same<typeof sv> = {};
