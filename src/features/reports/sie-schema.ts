import { z } from "zod";

const account = z
  .string()
  .trim()
  .regex(/^\d{1,10}$/)
  .optional()
  .catch(undefined);

/** What vouchers are asked for, from the address bar; what cannot be read is left out. */
export const sieSearch = z.object({
  fund: z.uuid().optional().catch(undefined),
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  debit: account,
  credit: account,
});
export type SieSearch = z.output<typeof sieSearch>;

/** Enough to make vouchers of: a fund, a month and where the money came in. */
export type SieAsked = SieSearch & { fund: string; month: string; debit: string };

export function isAsked(search: SieSearch): search is SieAsked {
  return Boolean(search.fund && search.month && search.debit);
}
