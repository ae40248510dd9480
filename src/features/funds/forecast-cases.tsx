import { daysBetween } from "@/domain/day";
import { ballWords } from "@/features/pre-registrations/case-words";
import { money, roundMoney, shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { type Column, Table } from "@/ui/table";
import type { Candidate, Candidates, FundCases } from "./forecast-case-queries";
import type { FundForecast } from "./forecast-queries";
import { lacksWords, lostFinding } from "./forecast-words";
import type { Saying } from "./fund-words";

/** What is lost if nothing happens, the cases that could still save it with what each lacks, and those too late. */
export function ForecastCases({ it, cases, saying }: { it: FundForecast; cases: FundCases; saying: Saying }) {
  const { t, locale } = saying;
  const none = cases.notSecured.count + cases.inTime.count + cases.tooLate.count === 0;
  return (
    <Section
      id="can-still"
      finding={lostFinding(it, saying)}
      aside={<Link href={`/pre-registrations?show=open&fund=${it.fund.id}`}>{t("money.forecast.more")}</Link>}
    >
      {it.losing !== null && it.losing.amount > 0n ? (
        <p>
          {t("money.forecast.lostWhy", {
            available: money(it.available, locale),
            unsecured: money(it.unsecured, locale),
          })}{" "}
          {t("money.forecast.lostWhere")}
        </p>
      ) : null}
      {none ? <p className="soft">{t("money.forecast.none")}</p> : null}
      {cases.notSecured.count > 0 ? (
        <Group
          title={t("money.forecast.notSecured", said(cases.notSecured, saying))}
          note={untilWords(it, saying)}
          cases={cases.notSecured}
          kind="notSecured"
          saying={saying}
        />
      ) : null}
      {cases.inTime.count > 0 ? (
        <Group
          title={t("money.forecast.inTime", said(cases.inTime, saying))}
          cases={cases.inTime}
          kind="inTime"
          saying={saying}
        />
      ) : null}
      {cases.tooLate.count > 0 ? (
        <Group
          title={t("money.forecast.tooLate", said(cases.tooLate, saying))}
          note={t("money.forecast.mayHurry")}
          cases={cases.tooLate}
          kind="tooLate"
          saying={saying}
        />
      ) : null}
    </Section>
  );
}

const said = ({ count, amount }: Candidates, { locale }: Saying) => ({
  count,
  amount: roundMoney(amount, locale),
});

/** Until when a filing still secures what is booked. */
function untilWords({ fund, losing }: FundForecast, { t, locale, today }: Saying): string | undefined {
  if (losing === null) return undefined;
  const last = fund.applicationDay ?? losing.after;
  return last < today
    ? t("money.forecast.notSecuredPast", {
        day: shortDay(last, locale, today),
        last: shortDay(losing.after, locale, today),
      })
    : t("money.forecast.notSecuredUntil", { day: shortDay(last, locale, today) });
}

function Group({
  title,
  note,
  cases,
  kind,
  saying,
}: {
  title: string;
  note?: string;
  cases: Candidates;
  kind: keyof FundCases;
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  const columns: Column<Candidate>[] = [
    {
      key: "case",
      head: t("money.forecast.columns.case"),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link href={`/pre-registrations/${row.id}`}>{row.title}</Link>
          <span className="sub">
            {row.number}, {row.unit}
          </span>
        </>
      ),
    },
    {
      key: "lacks",
      head: t("money.forecast.columns.lacks"),
      cell: (row) => lacksWords(row.standing, saying),
    },
    {
      key: "ball",
      head: t("money.forecast.columns.ball"),
      cell: (row) => ballWords(row.standing, { ...saying, caseWord: null }),
    },
    {
      key: "since",
      head: t("money.forecast.columns.since"),
      num: true,
      cell: (row) =>
        t("preRegistrations.list.days", { days: Math.max(0, daysBetween(row.standing.since, today)) }),
    },
    {
      key: "amount",
      head: t(`money.forecast.columns.${kind === "notSecured" ? "lost" : "amount"}`),
      num: true,
      strong: true,
      cell: (row) => money(row.amount, locale),
    },
  ];
  return (
    <div className="stack-s">
      <h3>{title}</h3>
      {note ? <p className="small">{note}</p> : null}
      <Table label={title} columns={columns} rows={cases.shown} rowKey={({ id }) => id} />
      {cases.count > cases.shown.length ? (
        <p className="note">{t("money.forecast.shown", { count: cases.shown.length })}</p>
      ) : null}
    </div>
  );
}
