import { type Version, versionsOf } from "@/domain/agreement";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { Saying } from "./agreement-words";
import { changeRows, inForceWords, versionStatus } from "./version-words";

/** Every version of a scheme, the newest first, with today's marked and how much each changed. */
export function VersionsTable({ scheme, saying }: { scheme: "tlo" | "lom"; saying: Saying }) {
  const { t } = saying;
  return (
    <Table<Version>
      label={t("agreements.versions.label")}
      rows={versionsOf(scheme).reverse()}
      rowKey={(version) => version}
      columns={[
        {
          key: "name",
          head: t("agreements.versions.name"),
          rowHeader: true,
          cell: (version) => {
            const status = versionStatus(version, saying);
            return (
              <>
                <Link href={`/agreements/${version}`}>{t(`words.versions.${version}`)}</Link>
                {status ? (
                  <span className="sub">
                    <Status {...status} bare />
                  </span>
                ) : null}
              </>
            );
          },
        },
        {
          key: "period",
          head: t("agreements.versions.period"),
          cell: (version) => inForceWords(version, saying),
        },
        {
          key: "differs",
          head: t("agreements.versions.differs"),
          cell: (version) => {
            const changed = changeRows(version, saying);
            return changed
              ? t("agreements.versions.changeCount", { count: changed.rows.length })
              : t("agreements.versions.first");
          },
        },
      ]}
    />
  );
}
