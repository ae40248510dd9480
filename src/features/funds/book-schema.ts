import { z } from "zod";
import { isDay } from "@/domain/day";
import { MOVES, type Movement } from "@/domain/ledger";

const MOVEMENTS = Object.keys(MOVES) as [Movement, ...Movement[]];
/** What cannot be read, or is not there, is null. */
const orNull = <T extends z.ZodType>(field: T) =>
  field
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
const id = orNull(z.uuid());
const dayIn = orNull(z.string().trim().refine(isDay));

/** What the book is narrowed by, from the address bar; what cannot be read narrows nothing. */
export const bookSearch = z.object({
  fund: id,
  pot: id,
  unit: id,
  case: orNull(z.string().trim().min(1).max(40)),
  movement: orNull(z.enum(MOVEMENTS)),
  from: dayIn,
  until: dayIn,
  after: orNull(
    z
      .string()
      .regex(/^\d{1,18}$/)
      .transform(BigInt),
  ),
});
export type BookSearch = z.output<typeof bookSearch>;

/** The book's address with these filters, from the newest entry on or from the one after `after`. */
export function bookHref(search: BookSearch, after: bigint | null = null): string {
  const query = new URLSearchParams();
  for (const name of ["fund", "pot", "unit", "case", "movement", "from", "until"] as const) {
    const value = search[name];
    if (value) query.set(name, value);
  }
  if (after !== null) query.set("after", String(after));
  return query.size > 0 ? `/ledger?${query}` : "/ledger";
}
