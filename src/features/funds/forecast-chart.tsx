import { sum } from "@/domain/money";
import { briefDay, inUnit, longDay, monthMark, roundMoney, unitFor, unitName } from "@/messages/format";
import { BurnDownChart } from "@/ui/chart-burn-down";
import type { FundForecast } from "./forecast-queries";
import { ForecastRule } from "./forecast-rule";
import { claimsEnd, forecastFinding, forecastRows, lastDayWords } from "./forecast-words";
import type { Saying } from "./fund-words";

/** What is left of a fund day by day, and what will be left on its last day; the same as a table, with the rule. */
export function ForecastChart({ it, level, saying }: { it: FundForecast; level?: 2 | 3; saying: Saying }) {
  const { t, locale, today } = saying;
  const { forecast: found, history, fund, lastDay } = it;
  const claimed = claimsEnd(it);
  const largest = history.reduce((most, { undrawn, available }) => {
    const value = claimed ? undrawn : available;
    return value > most ? value : most;
  }, 0n);
  const unit = unitFor(largest);
  const said = (ore: number | bigint) => inUnit(ore, unit, locale);
  // Where every week was alike there is a line and no cone.
  const cone =
    found.best === found.worst
      ? ""
      : t("money.forecast.cone", { best: said(found.best), worst: roundMoney(found.worst, locale) });
  const from = history[0]?.day ?? today;
  return (
    <BurnDownChart
      id={`forecast-${fund.id}`}
      level={level}
      finding={forecastFinding(it, saying)}
      note={t("money.forecast.chart.note", {
        unit: unitName(unit, locale),
        frame: roundMoney(it.available + it.reserved + it.committed + it.drawn, locale),
        day: longDay(from, locale),
        cone,
      }).trim()}
      description={t("money.forecast.chart.course", {
        first: roundMoney(history[0]?.available ?? 0n, locale),
        from: longDay(from, locale),
        now: roundMoney(it.available, locale),
        expected: roundMoney(found.expectedLeft, locale),
        last: longDay(lastDay, locale),
        best: roundMoney(found.best, locale),
        worst: roundMoney(found.worst, locale),
      })}
      chart={{
        from,
        today,
        end: lastDay,
        secondEnd: claimed,
        left: history.map(({ day, available }) => ({ day, value: Number(available) })),
        second: claimed ? history.map(({ day, undrawn }) => ({ day, value: Number(undrawn) })) : [],
        cone: {
          expected: Number(found.expectedLeft),
          best: Number(found.best),
          worst: Number(found.worst),
        },
        isLost: it.losing !== null,
      }}
      words={{
        left: t("money.forecast.chart.left"),
        second: t("money.forecast.chart.second"),
        today: t("money.forecast.chart.today", { value: said(it.available) }),
        end: { day: briefDay(lastDay, locale), what: lastDayWords(it, saying) },
        secondEnd:
          claimed === null
            ? null
            : {
                day: briefDay(claimed, locale),
                what: t("money.forecast.chart.requisitionDay"),
                short: claimed.slice(0, 4),
              },
        rest: {
          value: said(found.expectedLeft),
          what: t(`money.forecast.chart.${it.losing === null ? "kept" : "unused"}`),
        },
        tick: (value, isTop) => (isTop ? `${said(value)} ${unitName(unit, locale)}` : said(value)),
        month: (day) => monthMark(day, locale),
      }}
      twin={{
        summary: t("money.forecast.chart.twin"),
        label: t("money.forecast.chart.table"),
        heads: [
          t("money.forecast.chart.day"),
          `${t("money.forecast.chart.left")}, ${unitName(unit, locale)}`,
          ...(claimed ? [`${t("money.forecast.chart.second")}, ${unitName(unit, locale)}`] : []),
        ],
        rows: forecastRows(it, unit, saying),
        note: (
          <>
            <p className="note">
              {t("money.forecast.chart.weeks", {
                count: it.bookedByWeek.length,
                amount: roundMoney(sum(it.bookedByWeek), locale),
              })}
            </p>
            <ForecastRule t={t} />
          </>
        ),
      }}
    />
  );
}
