import type { Day } from "@/domain/day";
import type { CaseStanding } from "@/features/pre-registrations/standing-queries";
import { inUnit, listed, longDay, type MoneyUnit, roundMoney, shortDay } from "@/messages/format";
import { monthStarts } from "@/ui/chart-scale";
import type { FundForecast } from "./forecast-queries";
import type { Saying } from "./fund-words";

/** How many years' provisions a balance is, as "2,4". */
export function yearsWords(tenths: number, locale: Saying["locale"]): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(tenths / 10);
}

/** What the forecast found, as the chart's heading. */
export function forecastFinding(it: FundForecast, { t, locale, today }: Saying): string {
  const weeks = it.bookedByWeek.length;
  const { expectedLeft } = it.forecast;
  const unused = roundMoney(expectedLeft, locale);
  if (it.losing === null)
    return t("money.forecast.findingKept", { weeks, unused, day: shortDay(it.lastDay, locale, today) });
  return expectedLeft === 0n
    ? t("money.forecast.findingAll", { weeks })
    : t("money.forecast.finding", { weeks, unused });
}

/** What goes back if nothing happens, and after which day. */
export function lostFinding(it: FundForecast, { t, locale, today }: Saying): string {
  if (it.losing === null || it.losing.amount === 0n)
    return t("money.forecast.lostNothing", { day: shortDay(it.losing?.after ?? it.lastDay, locale, today) });
  return t("money.forecast.lost", {
    amount: roundMoney(it.losing.amount, locale),
    day: shortDay(it.losing.after, locale, today),
  });
}

/** LOM: the age of what is left, in years of provisions; null where money comes for several years. */
export function ageSentence(it: FundForecast, { t, locale }: Saying): string | null {
  if (it.ageInTenths === null) return null;
  return it.ageInTenths === 0
    ? t("money.forecast.agePart")
    : t("money.forecast.age", { years: yearsWords(it.ageInTenths, locale) });
}

/** What a case needs before its money is safe: the next step, by who is to take it. */
export function lacksWords(standing: CaseStanding, { t, locale }: Saying): string {
  const { ball, status, unitsLeft, consultation, atFund } = standing;
  if (status === "approved")
    return t(
      `money.forecast.lacks.${atFund.kind === "sent" || atFund.kind === "granted" || atFund.kind === "notSent" ? atFund.kind : "answered"}`,
    );
  const units = unitsLeft.map(({ name }) => name);
  const unions = consultation?.open ?? [];
  switch (ball) {
    case "managers":
      return units.length === 0
        ? t("money.forecast.lacks.managersNone")
        : t("money.forecast.lacks.managers", { units: listed(units, locale) });
    case "unions":
      return unions.length === 0
        ? t("money.forecast.lacks.unionsNone")
        : t("money.forecast.lacks.unions", { unions: listed(unions, locale) });
    case "jointGroup":
      return t("money.forecast.lacks.jointGroup", {
        day: consultation ? longDay(consultation.day, locale) : "",
      });
    case "minutes":
    case "decider":
      return t(`money.forecast.lacks.${ball}`);
    default:
      return t(
        `money.forecast.lacks.${status === "prepared" || status === "deferred" ? status : "endorsed"}`,
      );
  }
}

/** Which of the fund's days the forecast runs to. */
export function lastDayWords(it: FundForecast, { t }: Saying): string {
  const which = (["reserveDay", "applicationDay", "grantDay", "requisitionDay"] as const).find(
    (one) => it.fund[one] === it.lastDay,
  );
  return t(`money.forecast.chart.${which ?? "until"}`);
}

/** The last day to claim, where it lies behind the day that the forecast runs to. */
export function claimsEnd({ fund, lastDay }: FundForecast): Day | null {
  return fund.requisitionDay !== null && fund.requisitionDay > lastDay ? fund.requisitionDay : null;
}

/** The chart as a table: the first day, the first of some months, today, and both last days. */
export function forecastRows(it: FundForecast, unit: MoneyUnit, saying: Saying): string[][] {
  const { t, locale, today } = saying;
  const { expectedLeft, best, worst } = it.forecast;
  const said = (ore: bigint) => inUnit(ore, unit, locale, 2);
  const none = t("money.forecast.chart.none");
  const first = it.history[0]?.day ?? today;
  const days: Day[] = [first, ...monthStarts(first, today, 12).filter((day) => day !== first)];
  const rows = days.map((day) => {
    const left = it.history.filter((row) => row.day <= day).at(-1);
    return [longDay(day, locale), said(left?.available ?? 0n), said(left?.undrawn ?? 0n)];
  });
  rows.push([
    t("money.forecast.chart.isToday", { day: longDay(today, locale) }),
    said(it.available),
    said(it.available + it.reserved + it.committed),
  ]);
  if (it.isOpen)
    rows.push([
      t("money.forecast.chart.isForecast", { day: longDay(it.lastDay, locale) }),
      t("money.forecast.chart.span", { expected: said(expectedLeft), best: said(best), worst: said(worst) }),
      none,
    ]);
  const { requisitionDay } = it.fund;
  if (requisitionDay && requisitionDay > it.lastDay)
    rows.push([longDay(requisitionDay, locale), none, said(0n)]);
  return rows;
}
