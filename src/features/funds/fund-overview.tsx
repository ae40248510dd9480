import { dayRange } from "@/messages/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { SummaryList } from "@/ui/summary-list";
import { FundThread } from "./fund-thread";
import { dayRows, fundNote, fundSentence, fundStatus, type Saying } from "./fund-words";
import { PotsTable } from "./pots-table";
import type { FundWithTotals } from "./queries";

/** One of several funds: what is left of it, its thread, its days and its pots. `leads`: the page's own sentence is about it. */
export function FundOverview({
  fund,
  leads,
  saying,
}: {
  fund: FundWithTotals;
  leads: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const note = fundNote(fund, saying);
  return (
    <Section
      id={`fund-${fund.id}`}
      finding={fund.name}
      aside={<Link href={`/funds/${fund.id}`}>{t("funds.list.open", { name: fund.name })}</Link>}
    >
      <p className="row">
        <Status {...fundStatus(fund, saying)} />
        <span className="note">{dayRange(fund.from, fund.until, locale)}</span>
      </p>
      {leads ? null : <p>{fundSentence(fund, saying)}</p>}
      {note ? <p className="soft">{note}</p> : null}
      <FundThread fund={fund} saying={saying} />
      <div className="columns columns-even">
        <SummaryList rows={dayRows(fund, saying)} />
        {fund.pots.length > 1 ? (
          <PotsTable fund={fund} saying={saying} />
        ) : (
          <p className="soft">{t("funds.list.pots", { count: 0 })}</p>
        )}
      </div>
    </Section>
  );
}
