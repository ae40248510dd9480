import { daysBetween } from "@/domain/day";
import { sum } from "@/domain/money";
import type { Reason } from "@/domain/reason";
import type { Tasks } from "@/domain/task";
import type { FundWithTotals } from "@/features/funds/queries";
import type { MonthRow } from "@/features/reconciliations/month-queries";
import { monthSentence } from "@/features/reconciliations/month-words";
import { ClaimTable, ReadyTable } from "@/features/requisitions/claim-tables";
import type { ClaimRow, ReadyPart } from "@/features/requisitions/list-queries";
import type { PersonalTask } from "@/features/tasks/queries";
import { money, roundMoney } from "@/messages/format";
import { Figures } from "@/ui/figures";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";

/** Rows shown here; the rest is in the list. */
const SHOWN = 5;

export type Claims = { rows: ClaimRow[]; next: string | null };

/** What can be claimed, what waits for an answer and how long, what is paid and not reconciled, and the funds. */
export function HrHome({
  all,
  month,
  ready,
  sent,
  paid,
  funds,
  noAgreement,
  saying,
}: {
  all: Tasks<PersonalTask>;
  /** The newest month of the accounting system; null where none was taken in. */
  month: MonthRow | null;
  ready: { rows: ReadyPart[]; more: boolean };
  sent: Claims;
  paid: Claims;
  funds: FundWithTotals[];
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  const claimable = ready.rows.filter(({ calledOff }) => !calledOff);
  const of = ({ rows, next }: Claims) => ({ count: rows.length, more: next ? "yes" : "no" });
  const longest = Math.max(0, ...sent.rows.map(({ since }) => daysBetween(since, today)));
  const sentWords = t("tasks.home.hr.sent", { ...of(sent), days: longest });
  const paidWords = t("tasks.home.hr.paid", of(paid));
  return (
    <>
      <HomeHead
        eyebrow={whenWords(saying)}
        sentence={[
          month ? monthSentence(month, saying) : "",
          t("tasks.home.hr.sentence", {
            count: new Set(claimable.map(({ initiative }) => initiative.id)).size,
            more: ready.more ? "yes" : "no",
            amount: money(sum(claimable.map(({ amount }) => amount)), locale),
          }),
          // The heading of what is sent says it as well.
          month ? "" : t("tasks.home.hr.waiting", of(sent)),
        ]
          .filter(Boolean)
          .join(" ")}
        noAgreement={noAgreement}
        saying={saying}
      />
      <div className="columns columns-main-side columns-side-first">
        <div className="stack-l">
          <FirstThing
            all={all}
            otherwise={{
              title: t("tasks.home.first"),
              text: t("tasks.home.hr.nothing"),
              link: { href: "/reports/spending", label: t("tasks.home.hr.toReport") },
            }}
            saying={saying}
          />
          <HomeTasks all={all} saying={saying} />
          {month ? (
            <p>
              <Link href={`/reconciliation/${month.month}`}>{t("tasks.home.hr.toMonth")}</Link>
            </p>
          ) : null}
          <FundFigures funds={funds} saying={saying} />
        </div>
        <div className="stack-l">
          <Section
            id="ready"
            unruled
            finding={t("tasks.home.hr.ready")}
            aside={<Link href="/requisitions">{t("tasks.home.hr.all")}</Link>}
          >
            {ready.rows.length > 0 ? (
              <ReadyTable rows={ready.rows.slice(0, SHOWN)} saying={saying} />
            ) : (
              <p className="soft">{t("tasks.home.hr.readyNone")}</p>
            )}
          </Section>
          <Section
            id="sent"
            finding={sentWords}
            aside={<Link href="/requisitions?show=waiting">{t("tasks.home.hr.all")}</Link>}
          >
            {sent.rows.length > 0 ? (
              <ClaimTable
                rows={sent.rows.slice(0, SHOWN)}
                label={`${t("requisitions.table.label")}. ${sentWords}`}
                saying={saying}
              />
            ) : null}
          </Section>
          <Section
            id="paid"
            finding={paidWords}
            aside={<Link href="/requisitions?show=reconcile">{t("tasks.home.hr.all")}</Link>}
          >
            {paid.rows.length > 0 ? (
              <ClaimTable
                rows={paid.rows.slice(0, SHOWN)}
                label={`${t("requisitions.table.label")}. ${paidWords}`}
                saying={saying}
              />
            ) : null}
          </Section>
        </div>
      </div>
    </>
  );
}

/** Every fund that still holds something, with what it holds; the accounts themselves are in the report. */
function FundFigures({ funds, saying: { t, locale } }: { funds: FundWithTotals[]; saying: Saying }) {
  const shown = funds.filter(({ state }) => state !== "closed").slice(0, SHOWN);
  return (
    <section className="stack-s" aria-labelledby="funds">
      <div className="section-head">
        <h2 id="funds">{t("tasks.home.hr.funds")}</h2>
        <Link className="small" href="/reports/spending">
          {t("tasks.home.hr.toReport")}
        </Link>
      </div>
      {shown.length === 0 ? (
        <p className="soft">{t("tasks.home.hr.noFunds")}</p>
      ) : (
        <>
          <p className="note">{t("tasks.home.hr.fundsNote")}</p>
          <Figures
            items={shown.map(({ id, name, totals }) => ({
              label: name,
              value: <Link href={`/funds/${id}`}>{money(totals.available, locale)}</Link>,
              of: t("tasks.home.hr.fundOf", {
                drawn: roundMoney(totals.drawn, locale),
                committed: roundMoney(totals.committed, locale),
                reserved: roundMoney(totals.reserved, locale),
                frame: roundMoney(totals.frame, locale),
              }),
            }))}
          />
        </>
      )}
    </section>
  );
}
