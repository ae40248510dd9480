import { money, roundMoney } from "@/messages/format";
import { Waterfall, type WaterfallBar } from "@/ui/chart-waterfall";
import type { Saying } from "./fund-words";
import type { FundWithTotals } from "./queries";

/** One fund from its frame to what is left of it; what is nothing has no bar. */
export function FundWaterfall({ fund, saying }: { fund: FundWithTotals; saying: Saying }) {
  const { t, locale } = saying;
  const { totals } = fund;
  if (totals.frame === 0n) return null;
  const less = (key: "drawn" | "committed" | "reserved" | "reverted"): WaterfallBar[] =>
    totals[key] === 0n
      ? []
      : [
          {
            label: t(`money.forecast.waterfall.${key}`),
            value: -Number(totals[key]),
            said: money(-totals[key], locale),
            kind: "change",
          },
        ];
  const whole = (key: "frame" | "left", amount: bigint): WaterfallBar => ({
    label: t(`money.forecast.waterfall.${key}`),
    value: Number(amount),
    said: money(amount, locale),
    kind: "total",
  });
  const bars = [
    whole("frame", totals.frame),
    ...less("drawn"),
    ...less("committed"),
    ...less("reserved"),
    ...less("reverted"),
    whole("left", totals.available),
  ];
  const words = { frame: roundMoney(totals.frame, locale), left: roundMoney(totals.available, locale) };
  return (
    <Waterfall
      id={`waterfall-${fund.id}`}
      finding={t("money.forecast.waterfall.finding", words)}
      description={t("money.forecast.waterfall.course", words)}
      bars={bars}
      twin={{
        summary: t("money.forecast.waterfall.twin"),
        label: t("money.forecast.waterfall.finding", words),
        heads: [t("money.forecast.waterfall.step"), t("money.forecast.waterfall.amount")],
        rows: bars.map(({ label, said }) => [label, said]),
      }}
    />
  );
}
