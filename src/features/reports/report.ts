import type { ReactNode } from "react";
import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";

// The one shape of every report: a new one is a file that makes this, and a line in all-reports.ts. The page, the
// gallery and the exports know nothing else.

/** In the gallery's order. Also the report's address and its messages: /reports/<key>, reports.<key>.title. */
export const REPORT_KEYS = [
  "spending",
  "granted",
  "commitments",
  "ageing",
  "uncovered",
  "statistics",
] as const;
export type ReportKey = (typeof REPORT_KEYS)[number];

/** A cell as it is, before any dialect. `hidden`: it could point at a person, or give away one that could. */
export type ReportCell =
  | { text: string; href?: string }
  | { ore: Ore | null }
  | { count: number | null }
  | { day: Day | null }
  /** A share from 0 to 1. */
  | { percent: number | null }
  | { hidden: true };

export type ReportColumn = {
  key: string;
  head: string;
  kind: "text" | "ore" | "count" | "day" | "percent";
  /** The column that the table is about. */
  strong?: boolean;
};

/** The first column names the row. Cells stand in the columns' order; in the foot, null where there is no sum. */
export type ReportTable = {
  /** Which table of the report: "rows" is the first. */
  key: string;
  /** A finding in words. */
  title: string;
  columns: ReportColumn[];
  rows: ReportCell[][];
  foot: (ReportCell | null)[] | null;
};

/** A report in one reader's language, for the screen and for files alike: same rows, same sums, nothing cut off. */
export type ReportSheet = {
  key: ReportKey;
  name: string;
  /** A file's name, without day and ending. */
  fileName: string;
  /** What the report says, in one sentence. */
  sentence: string;
  /** The selection, then the day, then how the sums are to be read; a line each. */
  notes: string[];
  tables: [ReportTable, ...ReportTable[]];
};

export type ReportField = { name: string; label: string; value: string } & (
  | { kind: "select"; options: { value: string; label: string }[] }
  | { kind: "day" }
);

export type MadeReport = {
  sheet: ReportSheet;
  /** The selection as fields of a form that sends itself to the report's address. */
  fields: ReportField[];
  /** The selection as it stands in an address, without the question mark; empty when it is the report's own. */
  query: string;
  /** Drawn for the page alone, so that files and the gallery need not wait for it. */
  chart?: () => Promise<ReactNode>;
};

export type Saying = { t: T; locale: Locale; today: Day };
export type Search = Record<string, string | undefined>;

export type Report = {
  key: ReportKey;
  /** Reads the report in the actor's sight. What cannot be read in the address is left out; a foreign id finds nothing. */
  make(actor: Actor, search: Search, saying: Saying): Promise<MadeReport>;
};
