import { MOVES, type Movement } from "@/domain/ledger";
import { FilterDay, FilterSelect, Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";
import type { Book } from "./book-queries";
import { type BookSearch, bookHref } from "./book-schema";
import type { Saying } from "./fund-words";

/** What the book is narrowed by. A pot can be chosen once its fund is. */
export function BookFilters({
  choices,
  search,
  saying: { t, scheme },
}: {
  choices: Book["choices"];
  search: BookSearch;
  saying: Saying;
}) {
  const chosen = bookHref(search) !== "/ledger";
  return (
    <Filters
      label={t("ledgerBook.filters.label")}
      action="/ledger"
      submit={t("ledgerBook.filters.show")}
      extra={chosen ? <Link href="/ledger">{t("ledgerBook.clear")}</Link> : undefined}
    >
      <FilterSelect
        name="fund"
        label={t("ledgerBook.filters.fund")}
        value={search.fund ?? ""}
        options={[
          { value: "", label: t("ledgerBook.filters.anyFund") },
          ...choices.funds.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {choices.pots.length > 1 ? (
        <FilterSelect
          name="pot"
          label={t("ledgerBook.filters.pot")}
          value={search.pot ?? ""}
          options={[
            { value: "", label: t("ledgerBook.filters.anyPot") },
            ...choices.pots.map(({ id, unitName }) => ({
              value: id,
              label: unitName ?? t("funds.pots.central"),
            })),
          ]}
        />
      ) : null}
      <FilterSelect
        name="unit"
        label={t("ledgerBook.filters.unit")}
        value={search.unit ?? ""}
        options={[
          { value: "", label: t("ledgerBook.filters.anyUnit") },
          ...choices.units.map(({ id, name, depth }) => ({
            value: id,
            label: `${"\u2003".repeat(depth)}${name}`,
          })),
        ]}
      />
      <FilterText name="case" label={t("ledgerBook.filters.case")} value={search.case ?? ""} />
      <FilterSelect
        name="movement"
        label={t("ledgerBook.filters.movement")}
        value={search.movement ?? ""}
        options={[
          { value: "", label: t("ledger.any") },
          ...(Object.keys(MOVES) as Movement[]).map((movement) => ({
            value: movement,
            label: t(`ledger.movements.${movement}`, { scheme }),
          })),
        ]}
      />
      <FilterDay name="from" label={t("ledgerBook.filters.from")} value={search.from ?? ""} />
      <FilterDay name="until" label={t("ledgerBook.filters.until")} value={search.until ?? ""} />
    </Filters>
  );
}

/** On to older entries, and back to the newest. */
export function BookPager({
  book,
  search,
  saying: { t },
}: {
  book: Book;
  search: BookSearch;
  saying: Saying;
}) {
  return (
    <Pager
      label={t("ledger.pages")}
      {...(search.after ? { previous: { href: bookHref(search), label: t("ledger.newest") } } : {})}
      {...(book.next === null
        ? {}
        : { next: { href: bookHref(search, book.next), label: t("ledger.older") } })}
    />
  );
}
