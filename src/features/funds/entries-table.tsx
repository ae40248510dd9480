import { whyNotReverseEntry } from "@/domain/fund";
import { MOVES, type Movement } from "@/domain/ledger";
import { plainMoney } from "@/messages/format";
import { FilterSelect, Filters } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { EndView, EntryView } from "./entry-queries";
import type { Saying } from "./fund-words";

/** One end of an entry in words: which account, of which pot, case or initiative. */
export function endWords(end: EndView, { t, scheme }: Saying, ownFund: string): string {
  const pot = end.potUnit ?? t("ledger.ends.central");
  switch (end.account) {
    case "outside":
      return t("ledger.ends.outside", { scheme });
    case "available":
      return end.fundName && end.fundName !== ownFund
        ? t("ledger.ends.availableOf", { pot, fund: end.fundName })
        : t("ledger.ends.available", { pot });
    case "reserved":
      return t("ledger.ends.reserved", { case: end.caseNumber ?? "" });
    case "committed":
    case "drawn":
      return t(`ledger.ends.${end.account}`, { part: end.partNumber ?? "none", case: end.caseNumber ?? "" });
  }
}

/** Whether an entry was put right, or puts another right. */
export function EntryMark({ entry, saying: { t } }: { entry: EntryView; saying: Saying }) {
  if (!entry.isReversal && !entry.isReversed) return null;
  return (
    <Status
      bare
      tone={entry.isReversal ? "warn" : "open"}
      text={t(entry.isReversal ? "ledger.isReversal" : "ledger.isReversed")}
    />
  );
}

/** Who booked it, and the way to put it right where the reader may and the entry can be. */
export function EntryBy({
  entry,
  reverses,
  saying: { t },
}: {
  entry: EntryView;
  reverses: boolean;
  saying: Saying;
}) {
  const fundId = entry.from.fundId ?? entry.to.fundId;
  return (
    <span>
      {entry.by ? (entry.by.name ?? t("ledger.hidden")) : t("ledger.portal")}{" "}
      {reverses && fundId && !whyNotReverseEntry(entry) ? (
        <Link href={`/funds/${fundId}/entries/${entry.id}`}>
          {t("ledger.reverse")}
          <span className="unseen"> {t("ledger.reverseAbout", { seq: String(entry.seq) })}</span>
        </Link>
      ) : null}
    </span>
  );
}

/** The book of one fund, the newest entry first, each with both its ends. `reverses`: whether the reader may put one right. */
export function EntriesTable({
  entries,
  fund,
  reverses,
  saying,
}: {
  entries: EntryView[];
  fund: { id: string; name: string };
  reverses: boolean;
  saying: Saying;
}) {
  const { t, locale, scheme } = saying;
  return (
    <Table<EntryView>
      label={t("ledger.label")}
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        {
          key: "what",
          head: t("ledger.what"),
          rowHeader: true,
          cell: (entry) => (
            <>
              {t(`ledger.movements.${entry.movement}`, { scheme })}{" "}
              <EntryMark entry={entry} saying={saying} />
              <span className="sub">{`${entry.day} · ${t("ledger.seq")} ${entry.seq}`}</span>
            </>
          ),
        },
        { key: "from", head: t("ledger.from"), cell: (entry) => endWords(entry.from, saying, fund.name) },
        { key: "to", head: t("ledger.to"), cell: (entry) => endWords(entry.to, saying, fund.name) },
        {
          key: "by",
          head: t("ledger.by"),
          cell: (entry) => <EntryBy entry={entry} reverses={reverses} saying={saying} />,
        },
        {
          key: "amount",
          head: t("ledger.amount"),
          num: true,
          strong: true,
          cell: (entry) => plainMoney(entry.amount, locale),
        },
      ]}
    />
  );
}

/** Which movement to show, and the way to older entries; all in the address. */
export function EntriesFilter({
  fundId,
  movement,
  saying: { t, scheme },
}: {
  fundId: string;
  movement: Movement | null;
  saying: Saying;
}) {
  return (
    <Filters label={t("ledger.filterLabel")} action={`/funds/${fundId}`} submit={t("ledger.show")}>
      <FilterSelect
        name="movement"
        label={t("ledger.filter")}
        value={movement ?? ""}
        options={[
          { value: "", label: t("ledger.any") },
          ...(Object.keys(MOVES) as Movement[]).map((it) => ({
            value: it,
            label: t(`ledger.movements.${it}`, { scheme }),
          })),
        ]}
      />
    </Filters>
  );
}

export function EntriesPager({
  fundId,
  movement,
  after,
  next,
  saying: { t },
}: {
  fundId: string;
  movement: Movement | null;
  after: bigint | null;
  next: bigint | null;
  saying: Saying;
}) {
  const href = (seq: bigint | null) => {
    const query = new URLSearchParams();
    if (movement) query.set("movement", movement);
    if (seq !== null) query.set("after", String(seq));
    return `/funds/${fundId}${query.size > 0 ? `?${query}` : ""}#book`;
  };
  return (
    <Pager
      label={t("ledger.pages")}
      {...(after === null ? {} : { previous: { href: href(null), label: t("ledger.newest") } })}
      {...(next === null ? {} : { next: { href: href(next), label: t("ledger.older") } })}
    />
  );
}
