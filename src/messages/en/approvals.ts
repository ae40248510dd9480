import type { Same } from "../same";
import type { approvals as sv } from "../sv/approvals";

export const approvals: Same<typeof sv> = {
};
