import { percentDigits } from "@/domain/provision";
import { money, percent } from "@/messages/format";
import type { SummaryRow } from "@/ui/summary-list";
import type { Saying } from "./fund-words";
import type { Origin } from "./provision-queries";

/** A rate in millionths as "0,2 %". */
export function rateWords(ppm: number, { locale }: Pick<Saying, "locale">): string {
  return percent(ppm / 1_000_000, locale, percentDigits(ppm));
}

/** How a sum came about: "0,2 % av 412 000 000 kr i lönesumma". */
export function originWords(origin: Origin, saying: Pick<Saying, "t" | "locale">): string {
  const { t, locale } = saying;
  return t(`provisions.how.${origin.kind}`, {
    rate: rateWords(origin.ppm ?? 0, saying),
    payroll: money(origin.payroll ?? 0n, locale),
    nationalSum: money(origin.nationalSum ?? 0n, locale),
    nationalPayroll: money(origin.nationalPayroll ?? 0n, locale),
  });
}

/** The sum, how it was reckoned and the decision behind it, to be read before it is confirmed. */
export function originRows(origin: Origin, reference: string, saying: Saying): SummaryRow[] {
  const { t, locale } = saying;
  return [
    { label: t("provisions.check.how"), value: originWords(origin, saying) },
    { label: t("provisions.check.sum"), value: money(origin.amount, locale) },
    ...(reference ? [{ label: t("funds.provide.reference"), value: reference }] : []),
  ];
}
