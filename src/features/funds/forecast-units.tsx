import { count, money } from "@/messages/format";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { SilentUnit, SilentUnits } from "./forecast-unit-queries";
import type { Saying } from "./fund-words";

/** Which units never applied, how many work there, what their part of the frame would be, and whom to write to. */
export function SilentUnitsSection({
  silent: { units, more },
  frame,
  saying,
}: {
  silent: SilentUnits;
  /** Öre. */
  frame: bigint;
  saying: Saying;
}) {
  const { t, locale } = saying;
  // To whole thousands of kronor: a part by heads is no promise to the krona.
  const part = (share: number) =>
    money(BigInt(Math.round((Number(frame) * share) / 100_000)) * 100_000n, locale);
  if (units.length === 0)
    return (
      <Section id="silent" finding={t("money.forecast.silent.none")}>
        {null}
      </Section>
    );
  return (
    <Section
      id="silent"
      finding={t("money.forecast.silent.finding", { count: units.length, more: more ? "yes" : "no" })}
    >
      <p className="note">{t("money.forecast.silent.note")}</p>
      <Table
        label={t("money.forecast.silent.label")}
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "unit",
            head: t("money.forecast.silent.unit"),
            rowHeader: true,
            cell: (row: SilentUnit) => row.name,
          },
          {
            key: "headcount",
            head: t("money.forecast.silent.headcount"),
            num: true,
            cell: (row: SilentUnit) => count(row.headcount, locale),
          },
          {
            key: "share",
            head: t("money.forecast.silent.share"),
            num: true,
            cell: (row: SilentUnit) => part(row.share),
          },
          {
            key: "manager",
            head: t("money.forecast.silent.manager"),
            cell: (row: SilentUnit) => <Manager manager={row.manager} saying={saying} />,
          },
        ]}
      />
    </Section>
  );
}

function Manager({ manager, saying: { t } }: { manager: SilentUnit["manager"]; saying: Saying }) {
  if (!manager) return t("money.forecast.silent.noManager");
  const name = manager.name ?? t("money.forecast.silent.manager");
  return manager.email ? (
    <a href={`mailto:${manager.email}`}>{t("money.forecast.silent.write", { name })}</a>
  ) : (
    name
  );
}
