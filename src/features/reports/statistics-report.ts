import { AREAS } from "@/domain/agreement";
import { type Ore, sum } from "@/domain/money";
import { type Suppressed, suppress } from "@/domain/suppression";
import { byName, percent, roundMoney } from "@/messages/format";
import { read } from "@/server/db";
import { choices } from "./choice-queries";
import { type PartRow, partsOf } from "./part-queries";
import { type ParticipantRow, participantsOf } from "./participant-queries";
import type { Report, ReportCell, ReportColumn, ReportTable, Saying } from "./report";
import { addressOf, periodFields, placeAndPeriodFilter, placeFields, selectionNotes } from "./selection";

/**
 * The national fund's own cuts: initiatives, value, participants, area, occupation by AID, and sex, per year. Groups
 * under five are hidden, also against being worked out from the rest. [domain 2.5 step 8; O16, O17]
 */
export const statistics: Report = {
  key: "statistics",
  async make(actor, search, saying) {
    const filter = placeAndPeriodFilter.parse(search);
    const { parts, people, ...found } = await read(actor, async (tx) => {
      const of = await partsOf(tx, actor, filter);
      return {
        parts: of,
        people: await participantsOf(tx, [...new Set(of.map(({ initiative }) => initiative.id))]),
        choices: await choices(tx, actor),
      };
    });
    const initiatives = initiativesOf(parts, people);
    const cuts = [byArea(initiatives, saying), byOccupation(initiatives, saying), byYear(initiatives)];
    const shown = suppress(cuts.map((cut) => cut.map(({ counts }) => counts)));
    const { t, locale } = saying;
    const total = shown[0]?.total ?? null;
    const value = sum(initiatives.map((it) => it.value));
    const [areas, occupations, years] = cuts.map((rows, nth) => ({ rows, shown: shown[nth] ?? NO_ONE }));
    if (!areas || !occupations || !years) throw new Error("three cuts");
    return {
      sheet: {
        key: "statistics",
        name: t("reports.statistics.title"),
        fileName: t("reports.statistics.fileName"),
        sentence: t("reports.statistics.sentence", {
          count: initiatives.length,
          value: roundMoney(value, locale),
          hidden: total === null ? "yes" : "no",
          people: total ?? 0,
        }),
        notes: [
          ...selectionNotes(filter, found.choices, saying, { period: true }),
          t("reports.statistics.note"),
          t("reports.statistics.noteHidden"),
        ],
        tables: [
          cutTable(
            { key: "rows", head: "area", title: areaFinding(areas.rows, value, saying) },
            areas,
            saying,
          ),
          occupationTable(occupations, saying),
          cutTable({ key: "years", head: "year", title: t("reports.statistics.years") }, years, saying),
        ],
      },
      fields: [...placeFields(filter, found.choices, saying), ...periodFields(filter, saying)],
      query: addressOf(filter),
    };
  },
};

type Initiative = { area: PartRow["area"]; year: string; value: Ore; people: ParticipantRow[] };
/** A row of a cut: counts are women, men, unstated. */
type CutRow = { label: string; aid: string | null; initiatives: number; value: Ore; counts: number[] };
type Cut = { rows: CutRow[]; shown: Suppressed };
const NO_ONE: Suppressed = { cells: [], sums: [], totals: [0, 0, 0], total: 0 };

/** Each granted initiative once, in the year of its first grant. */
function initiativesOf(parts: readonly PartRow[], people: readonly ParticipantRow[]): Initiative[] {
  const found = new Map<string, Initiative>();
  for (const { initiative, area, grantedOn, granted } of parts) {
    const before = found.get(initiative.id) ?? { area, year: grantedOn.slice(0, 4), value: 0n, people: [] };
    found.set(initiative.id, { ...before, value: before.value + granted });
  }
  for (const row of people) found.get(row.initiativeId)?.people.push(row);
  return [...found.values()];
}

const peopleIn = (rows: readonly ParticipantRow[]) =>
  (["women", "men", "unstated"] as const).map((kind) => rows.reduce((all, row) => all + row[kind], 0));

function cutRow(label: string, of: readonly Initiative[]): CutRow {
  return {
    label,
    aid: null,
    initiatives: of.length,
    value: sum(of.map(({ value }) => value)),
    counts: peopleIn(of.flatMap(({ people }) => people)),
  };
}

function byArea(all: readonly Initiative[], { t }: Saying): CutRow[] {
  return [...AREAS, null].flatMap((area) => {
    const of = all.filter((it) => it.area === area);
    return area || of.length > 0 ? [cutRow(area ? t(`words.areas.${area}`) : t("reports.noArea"), of)] : [];
  });
}

function byYear(all: readonly Initiative[]): CutRow[] {
  const years = [...new Set(all.map(({ year }) => year))].sort();
  return years.map((year) =>
    cutRow(
      year,
      all.filter((it) => it.year === year),
    ),
  );
}

/** By AID where there is one, else by the occupation's name; what nobody said comes last. */
function byOccupation(all: readonly Initiative[], { t, locale }: Saying): CutRow[] {
  const groups = new Map<string, ParticipantRow[]>();
  for (const row of all.flatMap(({ people }) => people)) {
    const key = row.aid ?? row.occupation?.trim().toLocaleLowerCase("sv") ?? "";
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const compare = byName(locale);
  return [...groups]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : 0))
    .map(([, rows]) => ({
      label: rows[0]?.occupation ?? t("reports.statistics.noOccupation"),
      aid: rows[0]?.aid ?? null,
      initiatives: 0,
      value: 0n,
      counts: peopleIn(rows),
      last: rows[0]?.occupation === null,
    }))
    .sort((a, b) => Number(a.last) - Number(b.last) || compare(a.label, b.label))
    .map(({ last: _, ...row }) => row);
}

const shownCount = (count: number | null | undefined): ReportCell =>
  count === null || count === undefined ? { hidden: true } : { count };

function peopleColumns({ t }: Saying): ReportColumn[] {
  return (["people", "women", "men", "unstated"] as const).map((key) => ({
    key,
    head: t(`reports.statistics.${key}`),
    kind: "count",
    strong: key === "people",
  }));
}

const peopleCells = ({ sums, cells }: Suppressed, nth: number): ReportCell[] =>
  [sums[nth], ...(cells[nth] ?? [])].map(shownCount);
/** Of no rows the totals are none: zeros. */
const peopleTotals = ({ total, totals }: Suppressed): ReportCell[] =>
  [total, ...(totals.length > 0 ? totals : [0, 0, 0])].map(shownCount);

function cutTable(
  { key, head, title }: { key: string; head: "area" | "year"; title: string },
  { rows, shown }: Cut,
  saying: Saying,
): ReportTable {
  const { t } = saying;
  const own = (row: Pick<CutRow, "initiatives" | "value">): ReportCell[] => [
    { count: row.initiatives },
    { ore: row.value },
  ];
  return {
    key,
    title,
    columns: [
      { key: "label", head: t(`reports.statistics.${head}`), kind: "text" },
      { key: "initiatives", head: t("reports.statistics.initiatives"), kind: "count" },
      { key: "value", head: t("reports.statistics.value"), kind: "ore" },
      ...peopleColumns(saying),
    ],
    rows: rows.map((row, nth) => [{ text: row.label }, ...own(row), ...peopleCells(shown, nth)]),
    foot: [
      { text: t("reports.total") },
      ...own({
        initiatives: rows.reduce((all, row) => all + row.initiatives, 0),
        value: sum(rows.map(({ value }) => value)),
      }),
      ...peopleTotals(shown),
    ],
  };
}

function occupationTable({ rows, shown }: Cut, saying: Saying): ReportTable {
  const { t } = saying;
  const most = rows
    .map((row, nth) => ({ label: row.label, aid: row.aid, people: shown.sums[nth] ?? 0 }))
    .reduce<{ label: string; people: number } | null>(
      (top, row) => (row.people > (top?.people ?? 0) ? row : top),
      null,
    );
  return {
    key: "occupations",
    title: most
      ? t("reports.statistics.occupationFinding", { occupation: most.label, count: most.people })
      : t("reports.statistics.occupations"),
    columns: [
      { key: "label", head: t("reports.statistics.occupation"), kind: "text" },
      { key: "aid", head: t("reports.statistics.aid"), kind: "text" },
      ...peopleColumns(saying),
    ],
    rows: rows.map((row, nth) => [{ text: row.label }, { text: row.aid ?? "" }, ...peopleCells(shown, nth)]),
    foot: [{ text: t("reports.total") }, null, ...peopleTotals(shown)],
  };
}

function areaFinding(rows: readonly CutRow[], value: Ore, { t, locale }: Saying): string {
  const most = rows.reduce<CutRow | null>((top, row) => (top && top.value >= row.value ? top : row), null);
  return most && value > 0n
    ? t("reports.statistics.areaFinding", {
        area: most.label,
        share: percent(Number((most.value * 10_000n) / value) / 10_000, locale),
      })
    : t("reports.statistics.none");
}
