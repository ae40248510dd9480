import type { CaseGroup } from "@/domain/case-sections";
import { withoutSmallCounts } from "@/domain/small-counts";
import { count } from "@/messages/format";
import { Table } from "@/ui/table";
import type { Saying } from "./case-words";

/** Who is affected, by occupation: counts, never names. `small` shown only to those who work with the case. */
export function GroupTable({
  groups,
  small,
  saying,
}: {
  groups: readonly CaseGroup[];
  small: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  if (groups.length === 0) return null;
  const shown = (of: (group: CaseGroup) => number) => {
    const all = groups.map(of);
    return small ? { counts: all, total: all.reduce((sum, it) => sum + it, 0) } : withoutSmallCounts(all);
  };
  const part = shown((group) => group.takingPart);
  const cover = shown((group) => group.covering);
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? t("preRegistrations.case.few") : count(value, locale);
  const total = (value: number | null) =>
    value === null ? t("preRegistrations.case.hidden") : count(value, locale);
  return (
    <>
      <Table
        label={t("preRegistrations.case.groupTableLabel")}
        rows={groups.map((group, nth) => ({ ...group, nth }))}
        rowKey={(group) => String(group.nth)}
        columns={[
          {
            key: "occupation",
            head: t("preRegistrations.case.groupColumns.occupation"),
            rowHeader: true,
            cell: ({ occupation, aid }) => (
              <>
                {occupation}
                {aid ? <span className="sub">{t("preRegistrations.case.aid", { aid })}</span> : null}
              </>
            ),
          },
          {
            key: "takingPart",
            head: t("preRegistrations.case.groupColumns.takingPart"),
            num: true,
            cell: ({ nth }) => cell(part.counts[nth]),
          },
          {
            key: "covering",
            head: t("preRegistrations.case.groupColumns.covering"),
            num: true,
            cell: ({ nth }) => cell(cover.counts[nth]),
          },
        ]}
        foot={{
          label: t("preRegistrations.case.groupTotal"),
          values: { takingPart: total(part.total), covering: total(cover.total) },
        }}
      />
      {small ? null : <p className="note">{t("preRegistrations.case.smallNote")}</p>}
    </>
  );
}
