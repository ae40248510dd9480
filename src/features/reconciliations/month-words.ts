import type { Day } from "@/domain/day";
import { daysOf, type Month } from "@/domain/reconciliation-month";
import { money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { MonthRow } from "./month-queries";

export type Saying = { t: T; locale: Locale; today: Day };

const TAG = { sv: "sv-SE", en: "en-GB" } as const;

/** "november", with the year when it is not this one. */
export function monthWords(month: Month, { locale, today }: Pick<Saying, "locale" | "today">): string {
  return new Intl.DateTimeFormat(TAG[locale], {
    timeZone: "UTC",
    month: "long",
    ...(month.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  }).format(new Date(`${month}-01T00:00:00Z`));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How a month stands, as a word of the messages. */
export function monthState(
  { month, closed, gaps }: Pick<MonthRow, "month" | "closed" | "gaps">,
  today: Day,
): "differs" | "fits" | "soFar" | "closed" | "closedWithCauses" {
  if (closed) return gaps > 0 ? "closedWithCauses" : "closed";
  if (gaps > 0) return "differs";
  return today > daysOf(month).until ? "fits" : "soFar";
}

/** "November är avstämd utom 3 poster (48 500 kr)." */
export function monthSentence(
  row: Pick<MonthRow, "month" | "closed" | "gaps" | "differs">,
  saying: Saying,
): string {
  return saying.t("reconciliations.month.sentence", {
    state: monthState(row, saying.today),
    month: capital(monthWords(row.month, saying)),
    gaps: row.gaps,
    amount: money(row.differs, saying.locale),
  });
}
