import { AREAS, COST_TYPES, PROVIDER_KINDS } from "@/domain/agreement";
import type { FiledContent } from "@/domain/filed-content";
import type { Saying } from "@/features/initiatives/initiative-words";
import { dayRange, longDay, money, plainMoney } from "@/messages/format";
import { SummaryList } from "@/ui/summary-list";
import { Table } from "@/ui/table";

/** A word of ours if the frozen word is one; else as it was written. */
function said<Word extends string>(
  words: readonly Word[],
  value: string | null,
  say: (word: Word) => string,
): string {
  const word = words.find((one) => one === value);
  return word ? say(word) : (value ?? "");
}

/** What was filed, or would be: the national fund's own topics, a line each. */
export function FiledContentList({ it, saying }: { it: FiledContent; saying: Saying }) {
  const { t, locale } = saying;
  const provider = said(PROVIDER_KINDS, it.providerKind, (kind) => t(`words.providers.${kind}`));
  const period =
    it.periodFrom && it.periodUntil
      ? dayRange(it.periodFrom, it.periodUntil, locale)
      : t("filings.content.none");
  const rows = [
    [t("filings.content.employer"), [it.employer, it.orgNumber].filter(Boolean).join(", ")],
    [t("filings.content.case"), it.caseNumber],
    [t("filings.content.name"), it.title],
    [t("filings.content.unit"), it.unit],
    [t("filings.content.need"), it.need],
    [t("filings.content.initiative"), it.initiative],
    [t("filings.content.beyondOrdinary"), it.beyondOrdinary],
    [t("filings.content.area"), said(AREAS, it.area, (area) => t(`words.areas.${area}`))],
    [t("filings.content.provider"), it.providerName ? `${it.providerName} (${provider})` : provider],
    [t("filings.content.period"), period],
    [t("filings.content.people"), peopleWords(it, saying)],
    [t("filings.content.amount"), money(BigInt(it.amount), locale)],
    [t("filings.content.consultation"), consultationWords(it, saying)],
    [t("filings.content.note"), it.note],
  ] as const;
  return (
    <div className="stack">
      <SummaryList
        rows={rows.map(([label, value]) => ({
          label,
          value: <span className="as-written">{value || t("filings.content.none")}</span>,
        }))}
      />
      {it.costs.length > 0 ? (
        <Table
          label={t("filings.content.costs")}
          caption={t("filings.content.costs")}
          rows={it.costs.map((cost, nth) => ({ ...cost, key: String(nth) }))}
          rowKey={(cost) => cost.key}
          columns={[
            {
              key: "type",
              head: t("filings.content.costType"),
              rowHeader: true,
              cell: (cost) => said(COST_TYPES, cost.costType, (type) => t(`words.costTypes.${type}`)),
            },
            { key: "text", head: t("filings.content.costText"), cell: (cost) => cost.text },
            {
              key: "amount",
              head: t("filings.content.costAmount"),
              num: true,
              cell: (cost) => plainMoney(BigInt(cost.amount), locale),
            },
          ]}
        />
      ) : null}
    </div>
  );
}

function peopleWords(it: FiledContent, { t }: Saying): string {
  const groups = it.groups.map((group) =>
    t("filings.content.group", {
      count: group.takingPart,
      occupation: group.occupation,
      aid: group.aid ?? "none",
    }),
  );
  return [t("filings.content.headcount", { count: it.headcount ?? 0 }), ...groups].join(". ");
}

function consultationWords(it: FiledContent, { t, locale }: Saying): string {
  return it.consultation
    .map((meeting) =>
      t("filings.content.meeting", {
        day: longDay(meeting.day, locale),
        minutes: meeting.minutes ?? "none",
        unions: meeting.unions
          .map((union) => t("filings.content.union", { union: union.name, answer: union.answer ?? "none" }))
          .join(", "),
      }),
    )
    .join(" ");
}
