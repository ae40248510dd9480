import { type Ore, sum } from "@/domain/money";
import { money, roundMoney } from "@/messages/format";
import { read } from "@/server/db";
import { choices } from "./choice-queries";
import { type OwnCost, ownCostsOf } from "./own-cost-queries";
import { type Claim, type PartRow, partsOf } from "./part-queries";
import type { Report, ReportTable, Saying } from "./report";
import { addressOf, placeFields, placeFilter, selectionNotes } from "./selection";

/** What the units pay themselves: their own cost of decided cases, and what was claimed but not paid, with its cause. */
export const uncovered: Report = {
  key: "uncovered",
  async make(actor, search, saying) {
    const filter = placeFilter.parse(search);
    const { parts, own, ...found } = await read(actor, async (tx) => ({
      parts: await partsOf(tx, actor, filter),
      own: await ownCostsOf(tx, actor, filter),
      choices: await choices(tx, actor),
    }));
    const short = parts.flatMap(paidShort);
    const { t, locale } = saying;
    return {
      sheet: {
        key: "uncovered",
        name: t("reports.uncovered.title"),
        fileName: t("reports.uncovered.fileName"),
        sentence: t("reports.uncovered.sentence", {
          own: roundMoney(sum(own.map(({ amount }) => amount)), locale),
          short: roundMoney(sum(short.map(({ missing }) => missing)), locale),
        }),
        notes: [
          ...selectionNotes(filter, found.choices, saying, { period: false }),
          t("reports.uncovered.note"),
        ],
        tables: [unitTable(own, short, saying), claimTable(short, saying), caseTable(own, saying)],
      },
      fields: placeFields(filter, found.choices, saying),
      query: addressOf(filter),
    };
  },
};

type Short = PartRow & { claim: Claim; missing: Ore };

/** A part whose claim was paid with less than was claimed. */
function paidShort(part: PartRow): Short[] {
  const { claim } = part;
  if (!claim || claim.paidAmount === null || claim.paidAmount >= claim.amount) return [];
  return [{ ...part, claim, missing: claim.amount - claim.paidAmount }];
}

function unitTable(own: readonly OwnCost[], short: readonly Short[], { t, locale }: Saying): ReportTable {
  const units = new Map<string, { name: string; own: Ore; short: Ore }>();
  const add = (unit: { id: string; name: string }, more: { own?: Ore; short?: Ore }) => {
    const before = units.get(unit.id) ?? { name: unit.name, own: 0n, short: 0n };
    units.set(unit.id, {
      ...before,
      own: before.own + (more.own ?? 0n),
      short: before.short + (more.short ?? 0n),
    });
  };
  for (const { unit, amount } of own) add(unit, { own: amount });
  for (const { unit, missing } of short) add(unit, { short: missing });
  const rows = [...units.values()].sort((a, b) => (a.own + a.short > b.own + b.short ? -1 : 1));
  const total = { own: sum(rows.map((row) => row.own)), short: sum(rows.map((row) => row.short)) };
  const [first] = rows;
  const amounts = (of: { own: Ore; short: Ore }) => [
    { ore: of.own },
    { ore: of.short },
    { ore: of.own + of.short },
  ];
  return {
    key: "rows",
    title: first
      ? t("reports.uncovered.finding", { unit: first.name, amount: money(first.own + first.short, locale) })
      : t("reports.uncovered.none"),
    columns: [
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "own", head: t("reports.uncovered.own"), kind: "ore" },
      { key: "short", head: t("reports.uncovered.short"), kind: "ore" },
      { key: "sum", head: t("reports.total"), kind: "ore", strong: true },
    ],
    rows: rows.map((row) => [{ text: row.name }, ...amounts(row)]),
    foot: [{ text: t("reports.total") }, ...amounts(total)],
  };
}

function claimTable(short: readonly Short[], { t }: Saying): ReportTable {
  const amounts = (of: readonly Short[]) => [
    { ore: sum(of.map(({ granted }) => granted)) },
    { ore: sum(of.map(({ claim }) => claim.amount)) },
    { ore: sum(of.map(({ paid }) => paid)) },
    { ore: sum(of.map(({ missing }) => missing)) },
  ];
  return {
    key: "claims",
    title: t("reports.uncovered.claims", { count: short.length }),
    columns: [
      { key: "initiative", head: t("reports.columns.initiative"), kind: "text" },
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "number", head: t("reports.columns.number"), kind: "text" },
      { key: "granted", head: t("reports.columns.granted"), kind: "ore" },
      { key: "claimed", head: t("reports.columns.claimed"), kind: "ore" },
      { key: "paid", head: t("reports.columns.paid"), kind: "ore" },
      { key: "missing", head: t("reports.uncovered.short"), kind: "ore", strong: true },
      { key: "cause", head: t("reports.columns.cause"), kind: "text" },
    ],
    rows: short.map((it) => [
      { text: it.initiative.title, href: `/requisitions/${it.claim.id}` },
      { text: it.unit.name },
      { text: it.number ?? "" },
      ...amounts([it]),
      { text: it.claim.cause ?? "" },
    ]),
    foot: [{ text: t("reports.total") }, null, null, ...amounts(short), null],
  };
}

function caseTable(own: readonly OwnCost[], { t }: Saying): ReportTable {
  return {
    key: "cases",
    title: t("reports.uncovered.cases", { count: new Set(own.map(({ caseId }) => caseId)).size }),
    columns: [
      { key: "case", head: t("reports.columns.case"), kind: "text" },
      { key: "number", head: t("reports.columns.caseNumber"), kind: "text" },
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "own", head: t("reports.uncovered.own"), kind: "ore", strong: true },
    ],
    rows: own.map((it) => [
      { text: it.title, href: `/pre-registrations/${it.caseId}` },
      { text: it.caseNumber },
      { text: it.unit.name },
      { ore: it.amount },
    ]),
    foot: [{ text: t("reports.total") }, null, null, { ore: sum(own.map(({ amount }) => amount)) }],
  };
}
