import type { UnitChoice } from "./unit-queries";

/** Units as options of a list; what lies deeper stands further in, since a list cannot nest. */
export function unitOptions(units: readonly UnitChoice[]): { value: string; label: string }[] {
  const least = Math.min(...units.map((unit) => unit.depth));
  return units.map((unit) => ({
    value: unit.id,
    label: `${"\u2003".repeat(unit.depth - least)}${unit.name}`,
  }));
}
