import { z } from "zod";
import { isDay } from "@/domain/day";

export const GROUPINGS = ["fund", "unit", "initiative", "month"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The report's filter as it stands in the address bar; what cannot be read is left out. */
export const spendingFilter = z.object({
  by: z.enum(GROUPINGS).catch("unit"),
  fund: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  from: z.string().refine(isDay).optional().catch(undefined),
  until: z.string().refine(isDay).optional().catch(undefined),
});
export type SpendingFilter = z.output<typeof spendingFilter>;
