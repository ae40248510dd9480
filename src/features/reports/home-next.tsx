import { sum } from "@/domain/money";
import { money, roundMoney, shortDay } from "@/messages/format";
import { NextStep } from "@/ui/next-step";
import type { Saying } from "./home-frame";
import type { HomeMoney } from "./home-money-queries";

/** Whether money will be lost as it goes now, and there are cases that could still save some of it. */
export function canSave({ losing, forecast, unsecured, notSecured }: HomeMoney): boolean {
  return (
    losing !== null &&
    (forecast.expectedLeft > 0n || unsecured > 0n) &&
    notSecured.length + forecast.readyInTime.length > 0
  );
}

/** What will be lost, and the way to the cases that could still save it: decided ones first, then those that make it. */
export function LostNext({ money: it, saying }: { money: HomeMoney; saying: Saying }) {
  const { t, locale, today } = saying;
  const { losing, notSecured, forecast, largest, fund } = it;
  if (losing === null) return null;
  return (
    <NextStep
      title={t("tasks.home.first")}
      link={{ href: `/funds/${fund.id}#can-still`, label: t("money.forecast.next.link") }}
    >
      <p>
        <b>
          {t("money.forecast.next.text", {
            amount: roundMoney(losing.amount, locale),
            day: shortDay(losing.after, locale, today),
          })}
        </b>
      </p>
      {notSecured.length > 0 ? (
        <p className="small">
          {t("money.forecast.next.notSecured", {
            count: notSecured.length,
            amount: roundMoney(sum(notSecured.map(({ amount }) => amount)), locale),
          })}
        </p>
      ) : null}
      {forecast.readyInTime.length > 0 ? (
        <p className="small">
          {t("money.forecast.next.inTime", {
            count: forecast.readyInTime.length,
            amount: roundMoney(forecast.readyAmount, locale),
          })}
        </p>
      ) : null}
      {largest ? (
        <p className="small">
          {t("money.forecast.next.largest", { title: largest.title, amount: money(largest.amount, locale) })}
        </p>
      ) : null}
    </NextStep>
  );
}
