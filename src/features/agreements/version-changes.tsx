import type { Version } from "@/domain/agreement";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { Saying } from "./agreement-words";
import { type ChangeRow, changeRows } from "./version-words";

/** What a version changed from the one before it, reckoned from the data; nothing for the first. */
export function VersionChanges({ version, saying }: { version: Version; saying: Saying }) {
  const { t } = saying;
  const changed = changeRows(version, saying);
  if (!changed) return null;
  const { before, rows } = changed;
  return (
    <Section
      id="changes"
      finding={t("agreements.changes.finding", {
        count: rows.length,
        before: t(`words.versions.${before}`),
      })}
    >
      <ChangesTable rows={rows} saying={saying} />
    </Section>
  );
}

/** Each thing that differs, as it was and as it is. */
export function ChangesTable({ rows, saying: { t } }: { rows: ChangeRow[]; saying: Saying }) {
  return (
    <Table<ChangeRow>
      label={t("agreements.changes.label")}
      rows={rows}
      rowKey={(row) => row.parameter}
      columns={[
        { key: "what", head: t("agreements.changes.what"), rowHeader: true, cell: (row) => row.label },
        { key: "before", head: t("agreements.changes.before"), cell: (row) => row.before },
        { key: "now", head: t("agreements.changes.now"), cell: (row) => row.now },
      ]}
    />
  );
}
