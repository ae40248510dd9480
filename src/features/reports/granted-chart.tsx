import type { Ore } from "@/domain/money";
import { plainMoney, roundMoney } from "@/messages/format";
import { Waterfall } from "@/ui/chart-waterfall";
import type { Saying } from "./report";

/** From what was granted, over what was paid and released, to what is left. Nothing without a grant. */
export function grantedChart(
  total: { granted: Ore; paid: Ore; released: Ore; left: Ore },
  { t, locale }: Saying,
) {
  if (total.granted === 0n) return null;
  const said = (amount: Ore) => roundMoney(amount, locale);
  const steps = [
    { key: "granted", kind: "total", amount: total.granted },
    { key: "paid", kind: "change", amount: -total.paid },
    { key: "released", kind: "change", amount: -total.released },
    { key: "left", kind: "total", amount: total.left },
  ] as const;
  return (
    <div className="section">
      <Waterfall
        id="waterfall"
        finding={t("reports.granted.waterfall.finding", { left: said(total.left) })}
        description={t("reports.granted.waterfall.description", {
          granted: said(total.granted),
          left: said(total.left),
        })}
        bars={steps.map(({ key, kind, amount }) => ({
          kind,
          value: Number(amount),
          label: t(`reports.columns.${key}`),
          said: said(amount),
        }))}
        twin={{
          summary: t("reports.granted.waterfall.show"),
          label: t("reports.granted.waterfall.table"),
          heads: [t("reports.granted.waterfall.step"), t("reports.granted.waterfall.amount")],
          rows: steps.map(({ key, amount }) => [t(`reports.columns.${key}`), plainMoney(amount, locale)]),
        }}
      />
    </div>
  );
}
