import type { Same } from "../same";
import type { tasks as sv } from "../sv/tasks";

export const tasks: Same<typeof sv> = {
};
