import { money } from "@/messages/format";
import type { Book } from "./book-queries";
import type { BookSearch } from "./book-schema";
import type { Saying } from "./fund-words";

/** What the page of the book shows, in one sentence: the narrowest of its filters. */
export function bookSentence(book: Book, search: BookSearch, { t, locale }: Saying): string {
  const { fund, pot, unit, case: aCase } = book.subject;
  if (book.noCase) return t("ledgerBook.sentence.noCase", { number: search.case ?? "" });
  if (aCase)
    return t("ledgerBook.sentence.case", {
      case: aCase.number,
      reserved: money(aCase.reserved, locale),
      committed: money(aCase.committed, locale),
      drawn: money(aCase.drawn, locale),
    });
  if (unit) return t("ledgerBook.sentence.unit", { unit: unit.name });
  if (fund && pot)
    return t("ledgerBook.sentence.pot", {
      available: money(pot.available, locale),
      pot: pot.unitName ?? t("ledger.ends.central"),
      name: fund.name,
    });
  return fund
    ? t("ledgerBook.sentence.fund", { available: money(fund.available, locale), name: fund.name })
    : t("ledgerBook.sentence.all");
}
