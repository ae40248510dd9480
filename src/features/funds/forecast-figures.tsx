import { sum } from "@/domain/money";
import { roundMoney, shortDay } from "@/messages/format";
import { Figures } from "@/ui/figures";
import { Link } from "@/ui/link";
import type { FundForecast } from "./forecast-queries";
import type { Saying } from "./fund-words";

/** The pace that is needed, until when new proposals make it, and what is ready to be secured or decided. */
export function ForecastFigures({ it, saying }: { it: FundForecast; saying: Saying }) {
  const { t, locale } = saying;
  const { forecast: found, fund } = it;
  const pace = t("money.forecast.paceNow", { amount: roundMoney(found.pacePerWeek, locale) });
  const cases = `/funds/${fund.id}#can-still`;
  const ready = found.readyInTime.length;
  return (
    <Figures
      ruled
      items={[
        it.losing === null
          ? {
              label: t("money.forecast.pace"),
              value: t("money.forecast.perWeek", { amount: roundMoney(found.pacePerWeek, locale) }),
            }
          : {
              label: t("money.forecast.paceNeeded"),
              value:
                found.paceNeeded === null
                  ? t("money.forecast.tooLateNow")
                  : t("money.forecast.perWeek", { amount: roundMoney(found.paceNeeded, locale) }),
              of: found.paceNeeded === null ? t("money.forecast.paceTooLate") : pace,
            },
        newProposals(it, saying),
        it.fund.reverts
          ? {
              label: t("money.forecast.toFile"),
              value: roundMoney(sum(it.notSecured.map(({ amount }) => amount)), locale),
              of: linked(
                cases,
                t("money.forecast.toFileOf", { count: it.notSecured.length }),
                it.notSecured.length,
              ),
            }
          : null,
        {
          label: t("money.forecast.inTimeShort"),
          value: roundMoney(found.readyAmount, locale),
          of: linked(cases, t("money.forecast.inTimeOf", { count: ready }), ready),
        },
      ].filter((item) => item !== null)}
    />
  );
}

/** The last day for new proposals, by the median way; past or unknown is said so. */
function newProposals({ forecast: found }: FundForecast, { t, locale, today }: Saying) {
  const last = found.lastDayForNewProposals;
  const label = t("money.forecast.newProposals");
  if (last === null || found.wholeWayDays === null)
    return { label, value: t("money.forecast.chart.none"), of: t("money.forecast.newProposalsUnknown") };
  if (last < today)
    return { label, value: t("money.forecast.tooLateNow"), of: t("money.forecast.newProposalsPast") };
  return {
    label,
    value: shortDay(last, locale, today),
    of: t("money.forecast.way", { days: found.wholeWayDays }),
  };
}

const linked = (href: string, words: string, count: number) =>
  count > 0 ? <Link href={href}>{words}</Link> : words;
