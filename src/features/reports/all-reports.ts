import { ageing } from "./ageing-report";
import { commitments } from "./commitments-report";
import { granted } from "./granted-report";
import type { Report } from "./report";
import { spending } from "./spending-report";
import { statistics } from "./statistics-report";
import { uncovered } from "./uncovered-report";

/** Every report, in the gallery's order. */
export const REPORTS: readonly Report[] = [spending, granted, commitments, ageing, uncovered, statistics];

/** The report at an address, or null. */
export function reportAt(key: string): Report | null {
  return REPORTS.find((report) => report.key === key) ?? null;
}
