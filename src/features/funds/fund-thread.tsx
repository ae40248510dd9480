import { money } from "@/messages/format";
import { MoneyThread } from "@/ui/money-thread";
import { type Saying, threadOf } from "./fund-words";
import type { FundWithTotals } from "./queries";

/** One fund's money as the red thread; nothing where nothing has been provided. */
export function FundThread({ fund, saying }: { fund: FundWithTotals; saying: Saying }) {
  const segments = threadOf(fund, saying);
  if (segments.length === 0) return null;
  return (
    <MoneyThread
      id={`thread-${fund.id}`}
      caption={saying.t("funds.thread.caption", { frame: money(fund.totals.frame, saying.locale) })}
      segments={segments}
    />
  );
}
