import { sum } from "@/domain/money";
import { count, percent, plainMoney } from "@/messages/format";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { SharePart } from "./distribute-queries";
import type { Asked } from "./distribute-words";
import type { Saying } from "./fund-words";

/** The parts before they are booked, with what they rest on; the last row shows that they are the whole. */
export function PartsTable({
  parts,
  asked,
  saying: { t, locale },
}: {
  parts: SharePart[];
  asked: Asked;
  saying: Saying;
}) {
  const weigh = (weight: bigint) =>
    asked.basis === "payroll" ? plainMoney(weight, locale) : count(Number(weight), locale);
  const whole = sum(parts.map((part) => part.part));
  return (
    <Table<SharePart>
      label={t("distributions.parts.label")}
      rows={parts}
      rowKey={(part) => part.id}
      columns={[
        {
          key: "unit",
          head: t("distributions.parts.unit"),
          rowHeader: true,
          cell: (part) => (
            <>
              {part.name}{" "}
              {asked.floor > 0n && part.part === asked.floor ? (
                <Status bare tone="open" text={t("distributions.parts.lifted")} />
              ) : null}
              {part.potId ? null : <span className="sub">{t("distributions.parts.newPot")}</span>}
            </>
          ),
        },
        {
          key: "weight",
          head: t(
            asked.basis === "payroll" ? "distributions.parts.payroll" : "distributions.parts.headcount",
          ),
          num: true,
          cell: (part) => weigh(part.weight),
        },
        {
          key: "before",
          head: t("distributions.parts.before"),
          num: true,
          cell: (part) => plainMoney(part.available, locale),
        },
        {
          key: "share",
          head: t("distributions.parts.share"),
          num: true,
          cell: (part) => percent(whole === 0n ? 0 : Number(part.part) / Number(whole), locale, 1),
        },
        {
          key: "part",
          head: t("distributions.parts.part"),
          num: true,
          strong: true,
          cell: (part) => plainMoney(part.part, locale),
        },
      ]}
      foot={{
        label: t("distributions.parts.sum"),
        values: {
          weight: weigh(sum(parts.map((part) => part.weight))),
          before: plainMoney(sum(parts.map((part) => part.available)), locale),
          part: plainMoney(whole, locale),
        },
      }}
    />
  );
}
