import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { isDay } from "@/domain/day";
import { BookFilters, BookPager } from "@/features/funds/book-filters";
import { getBook } from "@/features/funds/book-queries";
import { bookSearch } from "@/features/funds/book-schema";
import { BookTable } from "@/features/funds/book-table";
import { bookSentence } from "@/features/funds/book-words";
import type { Saying } from "@/features/funds/fund-words";
import { FetchList } from "@/features/reports/fetch-list";
import { Empty } from "@/ui/empty";
import { Link } from "@/ui/link";
import { Obstacles } from "@/ui/obstacles";

export default portalPage(
  { see: "funds", title: (t) => t("ledgerBook.title"), dense: true },
  async ({ actor, employer, t, locale, today, search: typed }) => {
    const saying: Saying = { t, locale, today, scheme: employer.scheme };
    const search = bookSearch.parse(typed);
    const book = await getBook(actor, search);
    const unread = [typed.from, typed.until].flatMap((day) =>
      day?.trim() && !isDay(day.trim()) ? [day] : [],
    );
    const crumbs = (
      <p className="eyebrow">
        <Link href="/funds">{t("funds.title")}</Link> / {t("ledgerBook.title")}
      </p>
    );
    if (!book)
      return (
        <header className="stack">
          {crumbs}
          <h1 className="sentence">{t("ledgerBook.hidden")}</h1>
          <p>
            {t("ledgerBook.hiddenText")} <Link href="/funds">{t("ledgerBook.toFunds")}</Link>
          </p>
        </header>
      );
    return (
      <>
        <header className="stack">
          {crumbs}
          <h1 className="sentence sentence-s">{bookSentence(book, search, saying)}</h1>
        </header>
        <BookFilters choices={book.choices} search={search} saying={saying} />
        {unread.length > 0 ? (
          <Obstacles
            items={unread.map((day) => ({ tone: "warn" as const, text: t("ledgerBook.badDay", { day }) }))}
          />
        ) : null}
        {book.entries.length === 0 ? (
          <Empty level={2} title={book.noCase ? t("ledgerBook.noCaseText") : t("ledgerBook.empty")}>
            <p>{t("ledgerBook.emptyText")}</p>
          </Empty>
        ) : (
          <>
            <BookTable
              book={book}
              search={search}
              reverses={whyNotAct(actor, "fund.reverse") === null}
              saying={saying}
            />
            <p className="note">{t(book.balance ? "ledgerBook.order" : "ledgerBook.noBalance")}</p>
          </>
        )}
        <BookPager book={book} search={search} saying={saying} />
        <FetchList list="ledger" search={typed} actor={actor} t={t} />
      </>
    );
  },
);
