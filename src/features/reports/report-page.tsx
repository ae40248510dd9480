import type { ReactNode } from "react";
import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { FetchLinks } from "@/ui/fetch-links";
import { FilterDay, FilterSelect, Filters } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { MadeReport, ReportSheet, Saying } from "./report";
import { ReportTableView } from "./report-table";
import { SavedChips, SaveForm } from "./saved-forms";
import type { SavedReport } from "./saved-queries";

/** Any report: what it says, what it is narrowed to, its tables with their sums, its chart, and the files. */
export function ReportPage({
  made,
  chart,
  saved,
  actor,
  saying,
}: {
  made: MadeReport;
  chart: ReactNode;
  saved: readonly SavedReport[];
  actor: Actor;
  saying: Saying;
}) {
  const { t } = saying;
  const { sheet, query } = made;
  const { key, name, tables, notes } = sheet;
  const exports = whyNotAct(actor, "report.export") === null;
  const saves = whyNotAct(actor, "report.save") === null;
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/reports">{t("reports.title")}</Link> / {name}
        </p>
        <h1 className="sentence">{sheet.sentence}</h1>
      </header>
      <div className="stack no-print">
        <SavedChips report={key} query={query} saved={saved} t={t} />
        <Selection made={made} saying={saying} />
        {saves ? <SaveForm report={key} query={query} t={t} /> : null}
      </div>
      {tables.map((table, nth) => (
        <Section
          key={table.key}
          id={table.key}
          finding={table.title}
          aside={nth === 0 && exports ? <Files sheet={sheet} query={query} saying={saying} /> : null}
        >
          <ReportTableView table={table} name={name} saying={saying} />
          {nth === 0 ? (
            <p className="note">{[t("reports.page.amounts"), ...notes.slice(2)].join(" ")}</p>
          ) : null}
        </Section>
      ))}
      {chart}
      <p className="print-only note">{notes.slice(0, 2).join(". ")}</p>
    </>
  );
}

function Selection({ made: { sheet, fields }, saying: { t } }: { made: MadeReport; saying: Saying }) {
  return (
    <Filters
      label={t("reports.page.selection")}
      action={`/reports/${sheet.key}`}
      submit={t("reports.page.show")}
      extra={
        <Link className="button button-plain" href={`/reports/${sheet.key}`}>
          {t("reports.page.clear")}
        </Link>
      }
    >
      {fields.map((field) =>
        field.kind === "select" ? (
          <FilterSelect
            key={field.name}
            name={field.name}
            label={field.label}
            value={field.value}
            options={field.options}
          />
        ) : (
          <FilterDay key={field.name} name={field.name} label={field.label} value={field.value} />
        ),
      )}
    </Filters>
  );
}

const KINDS = ["xlsx", "csv", "machine", "pdf"] as const;

/** The same report as a file, with the selection that is open. */
function Files({ sheet, query, saying: { t } }: { sheet: ReportSheet; query: string; saying: Saying }) {
  return (
    <FetchLinks
      label={t("exports.fetch")}
      name={t("exports.fetchOf", { list: sheet.name })}
      links={KINDS.map((kind) => ({
        href: `/reports/${sheet.key}/export?format=${kind}${query ? `&${query}` : ""}`,
        label: t(`exports.kinds.${kind}`),
        about: t("exports.about", { list: sheet.name, kind: t(`exports.kinds.${kind}`) }),
      }))}
    />
  );
}
