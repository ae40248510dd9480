import { portalPage } from "@/app/portal-page";
import { type SpendingReport, spendingReport } from "@/features/reports/queries";
import { GROUPINGS, spendingFilter } from "@/features/reports/schema";
import { rowLabel, SpendingTable } from "@/features/reports/spending-table";
import { money, roundMoney, shortDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { FilterDay, FilterSelect, Filters } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "reports", title: (t) => t("reports.spending.title") },
  async ({ actor, t, locale, today, search }) => {
    const filter = spendingFilter.parse(search);
    const report = await spendingReport(actor, filter);
    const say = (key: keyof typeof report.total) => roundMoney(report.total[key], locale);
    const sums = { drawn: say("drawn"), committed: say("committed"), reserved: say("reserved") };
    const query = new URLSearchParams(
      Object.entries(filter).filter((part): part is [string, string] => part[1] !== undefined),
    );
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/reports">{t("reports.title")}</Link> / {t("reports.spending.title")}
          </p>
          <h1 className="sentence">
            {filter.from && filter.until
              ? t("reports.spending.sentencePeriod", {
                  ...sums,
                  from: shortDay(filter.from, locale, today),
                  until: shortDay(filter.until, locale, today),
                })
              : t("reports.spending.sentence", sums)}
          </h1>
        </header>
        <Filters
          label={t("reports.spending.selection")}
          action="/reports/spending"
          submit={t("reports.spending.show")}
          extra={
            <Link className="button button-plain" href="/reports/spending">
              {t("reports.spending.clear")}
            </Link>
          }
        >
          <FilterSelect
            name="by"
            label={t("reports.spending.by")}
            value={filter.by}
            options={GROUPINGS.map((by) => ({ value: by, label: t(`reports.spending.grouping.${by}`) }))}
          />
          <FilterSelect
            name="fund"
            label={t("reports.spending.fund")}
            value={filter.fund ?? ""}
            options={[{ value: "", label: t("reports.spending.allFunds") }, ...named(report.funds)]}
          />
          <FilterSelect
            name="unit"
            label={t("reports.spending.unit")}
            value={filter.unit ?? ""}
            options={[{ value: "", label: t("reports.spending.allUnits") }, ...named(report.units)]}
          />
          <FilterDay name="from" label={t("reports.spending.from")} value={filter.from ?? ""} />
          <FilterDay name="until" label={t("reports.spending.until")} value={filter.until ?? ""} />
        </Filters>
        <Section
          id="rows"
          finding={finding(report, t, locale)}
          aside={
            <span className="row no-print">
              {t("reports.spending.fetch")}
              <a className="button button-small" href={`/reports/spending/export?format=xlsx&${query}`}>
                {t("reports.spending.excel")}
              </a>
              <a className="button button-small" href={`/reports/spending/export?format=csv&${query}`}>
                {t("reports.spending.csv")}
              </a>
            </span>
          }
        >
          <SpendingTable report={report} t={t} locale={locale} />
          <p className="note">{t("reports.spending.note")}</p>
        </Section>
      </>
    );
  },
);

const named = (all: readonly { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }));

/** The heading says what the table shows: who has used the most. */
function finding(report: SpendingReport, t: T, locale: Locale): string {
  const most = report.rows
    .filter((row) => row.key !== null && row.drawn > 0n)
    .reduce<(typeof report.rows)[number] | null>(
      (top, row) => (top && top.drawn >= row.drawn ? top : row),
      null,
    );
  return most
    ? t("reports.spending.finding", { label: rowLabel(most, t), amount: money(most.drawn, locale) })
    : t("reports.spending.findingNone");
}
