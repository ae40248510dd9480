import type { Day } from "@/domain/day";
import { daysBetween } from "@/domain/day";
import { type Ore, sum } from "@/domain/money";
import { money, roundMoney } from "@/messages/format";
import { read } from "@/server/db";
import { choices } from "./choice-queries";
import { type PartRow, partsOf } from "./part-queries";
import type { Report, ReportTable, Saying } from "./report";
import { addressOf, placeFields, placeFilter, selectionNotes } from "./selection";

/** What is granted and not yet paid: what nobody has claimed, how old it is, and the last day to claim it. */
export const commitments: Report = {
  key: "commitments",
  async make(actor, search, saying) {
    const filter = placeFilter.parse(search);
    const { parts, ...found } = await read(actor, async (tx) => ({
      parts: (await partsOf(tx, actor, filter)).filter(({ left }) => left > 0n),
      choices: await choices(tx, actor),
    }));
    const { t, locale, today } = saying;
    const unclaimed = parts.filter(isUnclaimed);
    return {
      sheet: {
        key: "commitments",
        name: t("reports.commitments.title"),
        fileName: t("reports.commitments.fileName"),
        sentence: t("reports.commitments.sentence", {
          amount: roundMoney(leftIn(unclaimed), locale),
          count: unclaimed.length,
          days: oldest(unclaimed, today) ?? 0,
        }),
        notes: [
          ...selectionNotes(filter, found.choices, saying, { period: false }),
          t("reports.commitments.note"),
        ],
        tables: [unitTable(parts, saying), listTable(unclaimed, saying)],
      },
      fields: placeFields(filter, found.choices, saying),
      query: addressOf(filter),
    };
  },
};

/** No claim lies with the payer: there is none, it is being written, or it came back. */
function isUnclaimed({ claim }: PartRow): boolean {
  return claim === null || ["draft", "evidenceComplete", "returned"].includes(claim.status);
}

const leftIn = (parts: readonly PartRow[]): Ore => sum(parts.map(({ left }) => left));
const oldest = (parts: readonly PartRow[], today: Day) =>
  parts.length > 0 ? Math.max(...parts.map(({ grantedOn }) => daysBetween(grantedOn, today))) : null;
const lastDay = (parts: readonly PartRow[]): Day | null =>
  parts
    .flatMap(({ fund }) => fund.requisitionDay ?? [])
    .sort()
    .at(0) ?? null;

function unitTable(parts: readonly PartRow[], saying: Saying): ReportTable {
  const { t, locale, today } = saying;
  const units = [...new Set(parts.map(({ unit }) => unit.id))].map((id) => {
    const of = parts.filter(({ unit }) => unit.id === id);
    const unclaimed = of.filter(isUnclaimed);
    return { name: of[0]?.unit.name ?? "", all: leftIn(of), unclaimed, open: leftIn(unclaimed) };
  });
  units.sort((a, b) => (a.open === b.open ? 0 : a.open > b.open ? -1 : 1));
  const all = leftIn(parts);
  const open = sum(units.map((unit) => unit.open));
  const first = units[0];
  return {
    key: "rows",
    title:
      first && first.open > 0n
        ? t("reports.commitments.finding", { unit: first.name, amount: money(first.open, locale) })
        : t("reports.commitments.none"),
    columns: [
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "left", head: t("reports.commitments.all"), kind: "ore" },
      { key: "waiting", head: t("reports.commitments.waiting"), kind: "ore" },
      { key: "open", head: t("reports.commitments.open"), kind: "ore", strong: true },
      { key: "oldest", head: t("reports.commitments.oldest"), kind: "count" },
      { key: "lastDay", head: t("reports.commitments.lastDay"), kind: "day" },
    ],
    rows: units.map((unit) => [
      { text: unit.name },
      { ore: unit.all },
      { ore: unit.all - unit.open },
      { ore: unit.open },
      { count: oldest(unit.unclaimed, today) },
      { day: lastDay(unit.unclaimed) },
    ]),
    foot: [{ text: t("reports.total") }, { ore: all }, { ore: all - open }, { ore: open }, null, null],
  };
}

function listTable(parts: readonly PartRow[], { t, today }: Saying): ReportTable {
  return {
    key: "list",
    title: t("reports.commitments.list", { count: parts.length }),
    columns: [
      { key: "initiative", head: t("reports.columns.initiative"), kind: "text" },
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "number", head: t("reports.columns.number"), kind: "text" },
      { key: "status", head: t("reports.columns.status"), kind: "text" },
      { key: "grantedOn", head: t("reports.columns.grantedOn"), kind: "day" },
      { key: "days", head: t("reports.columns.days"), kind: "count" },
      { key: "lastDay", head: t("reports.commitments.lastDay"), kind: "day" },
      { key: "left", head: t("reports.commitments.open"), kind: "ore", strong: true },
    ],
    rows: parts.map((part) => [
      { text: part.initiative.title, href: `/initiatives/${part.initiative.id}` },
      { text: part.unit.name },
      { text: part.number ?? "" },
      { text: t(`initiatives.status.${part.initiative.status}`) },
      { day: part.grantedOn },
      { count: daysBetween(part.grantedOn, today) },
      { day: part.fund.requisitionDay },
      { ore: part.left },
    ]),
    foot: [{ text: t("reports.total") }, null, null, null, null, null, null, { ore: leftIn(parts) }],
  };
}
