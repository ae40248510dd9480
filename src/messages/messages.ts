import { en } from "./en";
import type { Same } from "./same";
import { sv } from "./sv";

export type Locale = "sv" | "en";

type Leaves<T, Path extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];

/** Every sentence's key, "ideas.submit.done". */
export type MessageKey = Leaves<typeof sv>;

export const MESSAGES: Record<Locale, Same<typeof sv>> = { sv, en };
