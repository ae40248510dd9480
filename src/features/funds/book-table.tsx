import { plainMoney } from "@/messages/format";
import { Link } from "@/ui/link";
import { type Column, Table } from "@/ui/table";
import type { Balances } from "./book-balances";
import type { Book, BookEntry } from "./book-queries";
import { type BookSearch, bookHref } from "./book-schema";
import { EntryBy, EntryMark, endWords } from "./entries-table";
import type { Saying } from "./fund-words";

const COLUMNS = {
  available: ["available"],
  case: ["reserved", "committed", "drawn"],
} as const satisfies Record<string, readonly (keyof Balances)[]>;

/** A page of the book: each entry with both its ends, who booked it, and what was left once it was booked. */
export function BookTable({
  book,
  search,
  reverses,
  saying,
}: {
  book: Book;
  search: BookSearch;
  reverses: boolean;
  saying: Saying;
}) {
  const { t, locale, scheme } = saying;
  const ownFund = book.subject.fund?.name ?? "";
  const columns: Column<BookEntry>[] = [
    {
      key: "what",
      head: t("ledgerBook.columns.what"),
      rowHeader: true,
      cell: (entry) => (
        <>
          {t(`ledger.movements.${entry.movement}`, { scheme })} <EntryMark entry={entry} saying={saying} />
          <span className="sub">
            {`${entry.day} · ${t("ledger.seq")} ${entry.seq}`}
            <CaseLink entry={entry} book={book} search={search} />
          </span>
        </>
      ),
    },
    { key: "from", head: t("ledgerBook.columns.from"), cell: ({ from }) => endWords(from, saying, ownFund) },
    { key: "to", head: t("ledgerBook.columns.to"), cell: ({ to }) => endWords(to, saying, ownFund) },
    {
      key: "by",
      head: t("ledgerBook.columns.by"),
      cell: (entry) => <EntryBy entry={entry} reverses={reverses} saying={saying} />,
    },
    {
      key: "amount",
      head: t("ledgerBook.columns.amount"),
      num: true,
      strong: true,
      cell: (entry) => plainMoney(entry.amount, locale),
    },
    ...(book.balance ? COLUMNS[book.balance] : []).map((account) => ({
      key: account,
      head: t(`ledgerBook.columns.${account}`, { scheme }),
      num: true,
      cell: (entry: BookEntry) => plainMoney(entry.balances[account] ?? 0n, locale),
    })),
  ];
  return (
    <Table label={t("ledger.label")} rows={book.entries} rowKey={(entry) => entry.id} columns={columns} />
  );
}

/** The case of an entry: to the case itself where the reader may open it, and in its own book to nowhere. */
function CaseLink({ entry, book, search }: { entry: BookEntry; book: Book; search: BookSearch }) {
  const { caseId, caseNumber } = entry.to.caseId ? entry.to : entry.from;
  if (!caseId || !caseNumber) return null;
  if (!book.openCases.has(caseId)) return ` · ${caseNumber}`;
  const own = book.subject.case?.id === caseId;
  const href = own ? `/pre-registrations/${caseId}` : bookHref({ ...search, case: caseNumber, after: null });
  return (
    <>
      {" · "}
      <Link href={href}>{caseNumber}</Link>
    </>
  );
}
