import { sum } from "@/domain/money";
import { money, plainMoney } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import { sentence, type T } from "@/messages/translator";
import type { SieRow } from "@/server/sie-write";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { SieMade } from "./sie-file";

/** The vouchers as they will stand in the file, or what stands against each claim that can become none. */
export function SiePreview({ made, href, t, locale }: { made: SieMade; href: string; t: T; locale: Locale }) {
  const { file, faults, whyNot } = made;
  const debit = sum(
    file.vouchers.flatMap(({ rows }) => rows.map(({ amount }) => (amount > 0n ? amount : 0n))),
  );
  return (
    <>
      {whyNot ? (
        <Callout tone="warn" title={sentence(t, whyNot)}>
          {faults.length > 0 ? <p>{t("exports.sie.faultyText")}</p> : null}
        </Callout>
      ) : null}
      {faults.map(({ claim, reasons }) => (
        <Section
          key={claim.id}
          id={`fault-${claim.id}`}
          finding={t("exports.sie.faultOf", { number: claim.number, title: claim.title })}
          aside={<Link href={`/requisitions/${claim.id}`}>{t("exports.sie.openClaim")}</Link>}
        >
          <Obstacles
            items={reasons.map((reason) => ({ tone: "stop" as const, text: sentence(t, reason) }))}
          />
        </Section>
      ))}
      {file.vouchers.length > 0 ? (
        <Section
          id="vouchers"
          finding={t("exports.sie.finding", { count: file.vouchers.length, amount: money(debit, locale) })}
          aside={
            whyNot ? null : (
              <a className="button button-small" href={href}>
                {t("exports.sie.fetch")}
              </a>
            )
          }
        >
          <Rows made={made} t={t} locale={locale} />
          <p className="note">{t("exports.sie.sums")}</p>
        </Section>
      ) : null}
    </>
  );
}

type Line = { key: string; row: SieRow; day: string; text: string };

function Rows({ made: { file }, t, locale }: { made: SieMade; t: T; locale: Locale }) {
  const names = new Map(file.dimensions.map(({ dimension, name }) => [dimension, name]));
  const lines: Line[] = file.vouchers.flatMap(({ rows, day, text }, nth) =>
    rows.map((row, line) => ({ key: `${nth}-${line}`, row, day, text })),
  );
  const of = (side: 1 | -1) =>
    lines.map(({ row }) => (row.amount * BigInt(side) > 0n ? row.amount * BigInt(side) : 0n));
  const amount = (ore: bigint) => (ore > 0n ? plainMoney(ore, locale) : "");
  return (
    <Table<Line>
      label={t("exports.sie.table")}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "text",
          head: t("exports.sie.voucherHead"),
          rowHeader: true,
          cell: ({ text, day }) => (
            <>
              {text}
              <span className="sub">{day}</span>
            </>
          ),
        },
        { key: "account", head: t("exports.sie.account"), cell: ({ row }) => row.account },
        {
          key: "objects",
          head: t("exports.sie.objects"),
          cell: ({ row }) =>
            row.objects
              .map(({ dimension, object }) => `${names.get(dimension) ?? dimension} ${object}`)
              .join(", "),
        },
        { key: "debit", head: t("exports.sie.debit"), num: true, cell: ({ row }) => amount(row.amount) },
        { key: "credit", head: t("exports.sie.credit"), num: true, cell: ({ row }) => amount(-row.amount) },
      ]}
      foot={{
        label: t("exports.pdf.total"),
        values: { debit: plainMoney(sum(of(1)), locale), credit: plainMoney(sum(of(-1)), locale) },
      }}
      variant="wide"
    />
  );
}
