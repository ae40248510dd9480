import { type Coding, freeCoding } from "./account-coding";
import type { Area, CostType, ProviderKind, Version } from "./agreement";
import type { Day } from "./day";
import type { FrozenCase, FrozenGroup } from "./frozen-case";
import type { Ore } from "./money";

/** A case as a whole at an instant, with the names that its units and fund had; öre and Stockholm days. */
export type WholeCase = {
  number: string;
  title: string;
  unit: string;
  fund: string;
  version: Version;
  need: string;
  initiative: string;
  beyondOrdinary: string;
  risk: string;
  area: Area | null;
  headcount: number | null;
  groups: FrozenGroup[];
  providerKind: ProviderKind | null;
  providerName: string;
  periodFrom: Day | null;
  periodUntil: Day | null;
  /** An id, never a name: names can be blanked where they lie. */
  ownerId: string | null;
  amount: Ore;
  costLines: { costType: CostType; text: string; amount: Ore; codes: Coding }[];
  units: { unitId: string; name: string; ownCost: Ore }[];
};

/** What lies in case_version: all that the unions read, and what else the case said then. Öre stand as text. */
type FrozenWhole = FrozenCase &
  Omit<WholeCase, "amount" | "costLines" | "units"> & {
    /** Versions from before there were segments hold their coding as one text. */
    costLines: { costType: CostType; text: string; amount: string; codes?: Coding; coding?: string }[];
    units: { unitId: string; name: string; ownCost: string }[];
  };

/** Freezes a case: öre become text, because JSON has no whole numbers that large. */
export function freezeCase(it: WholeCase): FrozenWhole {
  return {
    ...it,
    amount: String(it.amount),
    costLines: it.costLines.map((line) => ({ ...line, amount: String(line.amount) })),
    units: it.units.map((unit) => ({ ...unit, ownCost: String(unit.ownCost) })),
  };
}

/** Reads what freezeCase wrote; a coding that was one text is a code under that name. */
export function readWhole(content: unknown): WholeCase {
  const it = content as FrozenWhole;
  return {
    ...it,
    amount: BigInt(it.amount),
    costLines: it.costLines.map(({ costType, text, amount, codes, coding }) => ({
      costType,
      text,
      amount: BigInt(amount),
      codes: codes ?? freeCoding(coding ?? ""),
    })),
    units: it.units.map((unit) => ({ ...unit, ownCost: BigInt(unit.ownCost) })),
  };
}
