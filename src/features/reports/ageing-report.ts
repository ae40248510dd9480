import { type Day, daysBetween } from "@/domain/day";
import { sum } from "@/domain/money";
import { roundMoney } from "@/messages/format";
import { read } from "@/server/db";
import { choices } from "./choice-queries";
import { type Claim, type PartRow, partsOf } from "./part-queries";
import type { Report, ReportTable, Saying } from "./report";
import { addressOf, placeFields, placeFilter, selectionNotes } from "./selection";

/** How long claims have lain with the payer: whole days since they were sent, in four ages. */
const AGES = [
  { key: "days30", until: 30 },
  { key: "days60", until: 60 },
  { key: "days90", until: 90 },
  { key: "over90", until: Number.POSITIVE_INFINITY },
] as const;

/** Claims that are sent and not answered, by age, with the list. */
export const ageing: Report = {
  key: "ageing",
  async make(actor, search, saying) {
    const filter = placeFilter.parse(search);
    const { t, locale, today } = saying;
    const { parts, ...found } = await read(actor, async (tx) => ({
      parts: await partsOf(tx, actor, filter),
      choices: await choices(tx, actor),
    }));
    const waiting = waitingOf(parts, today);
    return {
      sheet: {
        key: "ageing",
        name: t("reports.ageing.title"),
        fileName: t("reports.ageing.fileName"),
        sentence: t("reports.ageing.sentence", {
          count: waiting.length,
          amount: roundMoney(sum(waiting.map(({ claim }) => claim.amount)), locale),
          days: Math.max(0, ...waiting.map(({ days }) => days)),
        }),
        notes: [
          ...selectionNotes(filter, found.choices, saying, { period: false }),
          t("reports.ageing.note"),
        ],
        tables: [ageTable(waiting, saying), listTable(waiting, saying)],
      },
      fields: placeFields(filter, found.choices, saying),
      query: addressOf(filter),
    };
  },
};

type Waiting = PartRow & { claim: Claim; sentOn: Day; days: number };

/** The longest waiting first. */
function waitingOf(parts: readonly PartRow[], today: Day): Waiting[] {
  return parts
    .flatMap((part) => {
      const { claim } = part;
      const sentOn = claim?.status === "sent" ? claim.sentOn : null;
      return claim && sentOn ? [{ ...part, claim, sentOn, days: daysBetween(sentOn, today) }] : [];
    })
    .sort((a, b) => b.days - a.days);
}

const ageOf = (days: number) => AGES.find(({ until }) => days <= until)?.key ?? "over90";

const sums = (waiting: readonly Waiting[]) =>
  [
    { count: waiting.length },
    { ore: sum(waiting.map(({ claim }) => claim.amount)) },
    { ore: sum(waiting.map(({ left }) => left)) },
  ] as const;

function ageTable(waiting: readonly Waiting[], { t }: Saying): ReportTable {
  const old = waiting.filter(({ days }) => ageOf(days) === "over90").length;
  return {
    key: "rows",
    title: waiting.length === 0 ? t("reports.ageing.none") : t("reports.ageing.finding", { count: old }),
    columns: [
      { key: "age", head: t("reports.ageing.age"), kind: "text" },
      { key: "count", head: t("reports.ageing.claims"), kind: "count" },
      { key: "claimed", head: t("reports.columns.claimed"), kind: "ore", strong: true },
      { key: "left", head: t("reports.ageing.left"), kind: "ore" },
    ],
    rows: AGES.map(({ key }) => [
      { text: t(`reports.ageing.ages.${key}`) },
      ...sums(waiting.filter(({ days }) => ageOf(days) === key)),
    ]),
    foot: [{ text: t("reports.total") }, ...sums(waiting)],
  };
}

function listTable(waiting: readonly Waiting[], { t }: Saying): ReportTable {
  const [, claimed, left] = sums(waiting);
  return {
    key: "list",
    title: t("reports.ageing.list", { count: waiting.length }),
    columns: [
      { key: "initiative", head: t("reports.columns.initiative"), kind: "text" },
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "number", head: t("reports.columns.number"), kind: "text" },
      { key: "sentOn", head: t("reports.columns.sentOn"), kind: "day" },
      { key: "days", head: t("reports.columns.days"), kind: "count" },
      { key: "claimed", head: t("reports.columns.claimed"), kind: "ore", strong: true },
      { key: "left", head: t("reports.ageing.left"), kind: "ore" },
    ],
    rows: waiting.map((it) => [
      { text: it.initiative.title, href: `/requisitions/${it.claim.id}` },
      { text: it.unit.name },
      { text: it.number ?? "" },
      { day: it.sentOn },
      { count: it.days },
      { ore: it.claim.amount },
      { ore: it.left },
    ]),
    foot: [{ text: t("reports.total") }, null, null, null, null, claimed, left],
  };
}
