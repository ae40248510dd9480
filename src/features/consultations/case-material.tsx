import { dayOf } from "@/domain/day";
import { withoutSmallCounts } from "@/domain/small-counts";
import { count } from "@/messages/format";
import { Changes } from "@/ui/change";
import { Link } from "@/ui/link";
import { Table } from "@/ui/table";
import { changeRows, inWords, period, provider, type Saying } from "./consultation-words";
import type { AgendaItem } from "./meeting-queries";

/** What lies before the meeting: what is new first, then what it is about and what it risks. */
export function CaseMaterial({ item, saying }: { item: AgendaItem; saying: Saying }) {
  const { t } = saying;
  const { content, changes, changedSince, own } = item;
  const said = own?.before[0];
  const rows = [
    { label: t("consultations.meeting.need"), value: content.need },
    { label: t("consultations.meeting.initiative"), value: content.initiative },
    { label: t("consultations.meeting.beyondOrdinary"), value: content.beyondOrdinary },
    {
      label: t("consultations.meeting.fields.provider"),
      value: provider({ kind: content.providerKind, name: content.providerName }, saying),
    },
    {
      label: t("consultations.meeting.fields.period"),
      value: period({ from: content.periodFrom, until: content.periodUntil }, saying),
    },
  ].filter((row) => row.value);
  return (
    <div className="stack">
      {changes.length > 0 && changedSince ? (
        <>
          <h3>{t("consultations.meeting.changedSince", { day: inWords(changedSince, saying) })}</h3>
          <Changes
            rows={changes.flatMap((change) => changeRows(change, saying))}
            words={{ was: t("consultations.meeting.was"), now: t("consultations.meeting.now") }}
          />
        </>
      ) : null}
      {said?.text ? (
        <blockquote className="said">
          <p>”{said.text}”</p>
          <p className="note">{t("consultations.meeting.you", { day: inWords(dayOf(said.at), saying) })}</p>
        </blockquote>
      ) : null}
      <h3>{t("consultations.meeting.facts")}</h3>
      <dl className="changes">
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {content.risk ? (
        <>
          <h3>{t("consultations.meeting.risk")}</h3>
          <p className="small">{content.risk}</p>
        </>
      ) : null}
      <p className="row small">
        <Link href={`/pre-registrations/${item.caseId}`}>
          {own
            ? t("consultations.meeting.whole", { version: item.version })
            : t("consultations.meeting.openCase", { number: item.number })}
        </Link>
      </p>
    </div>
  );
}

/** Who is affected, in counts: no names, no group under five, and no sum that would give one away. */
export function Affected({ item, saying }: { item: AgendaItem; saying: Saying }) {
  const { t, locale } = saying;
  const { groups } = item.content;
  if (groups.length === 0) return <p className="note">{t("consultations.meeting.noGroups")}</p>;
  const taking = withoutSmallCounts(groups.map((it) => it.takingPart));
  const covering = withoutSmallCounts(groups.map((it) => it.covering));
  const shown = (number: number | null | undefined) =>
    typeof number === "number" ? count(number, locale) : t("consultations.meeting.few");
  const rows = groups.map((group, nth) => ({ ...group, nth }));
  return (
    <div className="stack">
      <Table
        label={`${t("consultations.meeting.affected")}: ${item.content.title || item.number}`}
        caption={t("consultations.meeting.affected")}
        variant="stack"
        rows={rows}
        rowKey={(row) => String(row.nth)}
        columns={[
          {
            key: "occupation",
            head: t("consultations.meeting.occupation"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.occupation}
                {row.aid ? <span className="sub">AID {row.aid}</span> : null}
              </>
            ),
          },
          {
            key: "taking",
            head: t("consultations.meeting.takingPart"),
            num: true,
            cell: (row) => shown(taking.counts[row.nth]),
          },
          {
            key: "covering",
            head: t("consultations.meeting.covering"),
            num: true,
            cell: (row) => shown(covering.counts[row.nth]),
          },
        ]}
        {...(rows.length > 1 && taking.total !== null && covering.total !== null
          ? {
              foot: {
                label: t("consultations.meeting.sum"),
                values: { taking: count(taking.total, locale), covering: count(covering.total, locale) },
              },
            }
          : {})}
      />
      <p className="note">{t("consultations.meeting.smallNote")}</p>
    </div>
  );
}
