import type { Rate } from "@/domain/provision";
import { longDay } from "@/messages/format";
import { Table } from "@/ui/table";
import type { Saying } from "./fund-words";
import { rateWords } from "./provision-words";
import type { RateTable } from "./rate-queries";

/** The rates by their days, for who reads them only. */
export function RatesTable({ table, saying }: { table: RateTable; saying: Saying }) {
  const { t, locale } = saying;
  return (
    <Table<Rate>
      label={t("provisions.rates.label")}
      rows={[...table.rates]}
      rowKey={(rate) => rate.from}
      columns={[
        {
          key: "from",
          head: t("provisions.rates.from"),
          rowHeader: true,
          cell: (rate) => longDay(rate.from, locale),
        },
        {
          key: "until",
          head: t("provisions.rates.until"),
          cell: (rate) => (rate.until ? longDay(rate.until, locale) : t("provisions.rates.openEnd")),
        },
        {
          key: "share",
          head: t("provisions.rates.share"),
          num: true,
          strong: true,
          cell: (rate) => rateWords(rate.ppm, saying),
        },
      ]}
    />
  );
}
