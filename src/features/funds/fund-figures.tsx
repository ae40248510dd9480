import { money } from "@/messages/format";
import { Figures } from "@/ui/figures";
import type { Saying } from "./fund-words";
import type { FundPage } from "./queries";

/** The frame and what it has become, to the öre; of what is reserved, how much is secured past the fund's next day. */
export function FundFigures({
  fund: { totals, unsecured },
  saying: { t, locale, scheme },
}: {
  fund: Pick<FundPage, "totals" | "unsecured">;
  saying: Saying;
}) {
  const rolled = totals.frame - totals.provided;
  return (
    <Figures
      ruled
      items={[
        {
          label: t("funds.figures.frame"),
          value: money(totals.frame, locale),
          of: rolled > 0n ? t("funds.figures.ofWhichRolled", { amount: money(rolled, locale) }) : undefined,
        },
        { label: t("funds.figures.drawn", { scheme }), value: money(totals.drawn, locale) },
        { label: t("funds.figures.committed"), value: money(totals.committed, locale) },
        {
          label: t("funds.figures.reserved"),
          value: money(totals.reserved, locale),
          of:
            unsecured === null || totals.reserved === 0n
              ? undefined
              : unsecured === 0n
                ? t("ledgerBook.securedAll")
                : t("ledgerBook.secured", {
                    secured: money(totals.reserved - unsecured, locale),
                    unsecured: money(unsecured, locale),
                  }),
        },
        { label: t("funds.figures.available"), value: money(totals.available, locale) },
        ...(totals.reverted > 0n
          ? [{ label: t("funds.figures.reverted"), value: money(totals.reverted, locale) }]
          : []),
      ]}
    />
  );
}
