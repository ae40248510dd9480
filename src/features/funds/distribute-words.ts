import type { z } from "zod";
import { editableMoney, type Ore, parseMoney } from "@/domain/money";
import type { Reason } from "@/domain/reason";
import { type DistributePage, type ShareUnit, type Sharing, shareOut } from "./distribute-queries";
import type { distributeSearch } from "./distribute-schema";

export type Asked = {
  /** Whose units are shown: the top by default. */
  under: string;
  units: ShareUnit[];
  chosen: string[];
  basis: "headcount" | "payroll" | "byHand";
  floor: Ore;
  amount: Ore;
  /** The two amounts as they were typed, to be put right where they cannot be read. */
  typed: { floor: string; amount: string };
  /** Why nothing can be shown yet, if so. */
  reason: Reason | null;
};

/** An amount as it was typed into the address; null when it cannot be read. */
function typedOre(text: string | null | undefined, missing: Ore): Ore | null {
  if (!text?.trim()) return missing;
  const ore = parseMoney(text);
  return ore === null || ore < 0n ? null : ore;
}

/**
 * What the address asks to share. Everything is chosen at first: the units under the top, by headcount, all that the
 * central pot has. What cannot be read becomes a reason, never another amount than the one that was typed.
 */
export function askedIn(
  page: DistributePage,
  search: z.output<typeof distributeSearch>,
  ticked: readonly string[],
): Asked {
  const top = page.units.find((unit) => unit.parentId === null)?.id ?? "";
  const under = page.units.some((unit) => unit.id === search.under) ? (search.under ?? top) : top;
  const units = page.units.filter((unit) => unit.parentId === under);
  // Boxes that were drawn for another unit say nothing of these.
  const chosen =
    search.of === under
      ? units.filter((unit) => ticked.includes(unit.id)).map((unit) => unit.id)
      : units.map((unit) => unit.id);
  const floor = typedOre(search.floor, 0n);
  const amount = typedOre(search.amount, page.central.available);
  const reason: Reason | null =
    floor === null || amount === null
      ? { key: "refusals.badMoney" }
      : units.length === 0
        ? null
        : chosen.length === 0
          ? { key: "distributions.ask.noneChosen" }
          : null;
  return {
    under,
    units,
    chosen,
    basis: search.basis ?? "headcount",
    floor: floor ?? 0n,
    amount: amount ?? 0n,
    typed: {
      floor: search.floor ?? "",
      amount: search.amount?.trim() ? search.amount : editableMoney(page.central.available),
    },
    reason,
  };
}

/** The parts that the address asks for, or why there are none. Not asked of parts that are written by hand. */
export function partsOf(page: DistributePage, asked: Asked): ReturnType<typeof shareOut> {
  if (asked.basis === "byHand" || asked.reason)
    return { reason: asked.reason ?? { key: "refusals.badField" } };
  const sharing: Sharing = {
    unitIds: asked.chosen,
    basis: asked.basis,
    floor: asked.floor,
    amount: asked.amount,
  };
  return shareOut(page.units, sharing);
}
