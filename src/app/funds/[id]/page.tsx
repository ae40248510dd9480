import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { EntriesFilter, EntriesPager, EntriesTable } from "@/features/funds/entries-table";
import { getEntries, seesEntries } from "@/features/funds/entry-queries";
import { ForecastSection } from "@/features/funds/forecast-section";
import { FundActions } from "@/features/funds/fund-actions";
import { FundFigures } from "@/features/funds/fund-figures";
import { FundThread } from "@/features/funds/fund-thread";
import { dayRows, fundNote, fundSentence, fundStatus, modelOf } from "@/features/funds/fund-words";
import { PotsTable } from "@/features/funds/pots-table";
import { getProvisions } from "@/features/funds/provision-queries";
import { ProvisionsSection } from "@/features/funds/provisions-table";
import { getFund } from "@/features/funds/queries";
import { ledgerSearch } from "@/features/funds/schema";
import { dayRange } from "@/messages/format";
import { Empty } from "@/ui/empty";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { SummaryList } from "@/ui/summary-list";

export default portalPage(
  { see: "funds", title: (t) => t("funds.title"), dense: true },
  async ({ actor, employer, t, locale, today, params, search }) => {
    const fund = await getFund(actor, params.id ?? "", today);
    const provisions = await getProvisions(actor, fund.id);
    const { movement = null, after = null } = ledgerSearch.parse(search);
    const { entries, next } = await getEntries(actor, fund.id, { movement, after });
    const saying = { t, locale, today, scheme: employer.scheme };
    const note = fundNote(fund, saying);
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/funds">{t("funds.title")}</Link> / {dayRange(fund.from, fund.until, locale)}
          </p>
          <h1>{fund.name}</h1>
          <p className="sentence sentence-s">{fundSentence(fund, saying)}</p>
          <p className="row">
            <Status {...fundStatus(fund, saying)} />
            {note ? <span className="note">{note}</span> : null}
          </p>
          <FundThread fund={fund} saying={saying} />
          <FundFigures fund={fund} saying={saying} />
        </header>
        <ForecastSection actor={actor} fund={fund} saying={saying} />
        <div className="columns columns-even">
          <Section id="days" finding={t("funds.days.finding")} unruled>
            <SummaryList rows={dayRows(fund, saying)} />
          </Section>
          <FundActions fund={fund} actor={actor} saying={saying} />
        </div>
        <Section id="pots" finding={t("funds.pots.finding", { count: fund.pots.length - 1 })}>
          <p className="soft">{t(`distributions.model.${modelOf(fund)}`)}</p>
          <PotsTable fund={fund} saying={saying} />
        </Section>
        <ProvisionsSection provisions={provisions} booked={fund.totals.provided > 0n} saying={saying} />
        {seesEntries(actor) ? (
          <Section
            id="book"
            finding={t("ledger.finding")}
            aside={<Link href={`/ledger?fund=${fund.id}`}>{t("ledgerBook.open")}</Link>}
          >
            <EntriesFilter fundId={fund.id} movement={movement} saying={saying} />
            {entries.length === 0 ? (
              <Empty title={t("ledger.empty")} />
            ) : (
              <EntriesTable
                entries={entries}
                fund={fund}
                reverses={whyNotAct(actor, "fund.reverse") === null}
                saying={saying}
              />
            )}
            <EntriesPager fundId={fund.id} movement={movement} after={after} next={next} saying={saying} />
          </Section>
        ) : null}
      </>
    );
  },
);
