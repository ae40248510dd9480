import { portalPage } from "@/app/portal-page";
import { REPORTS } from "@/features/reports/all-reports";
import { SavedChips } from "@/features/reports/saved-forms";
import { savedReports } from "@/features/reports/saved-queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "reports", title: (t) => t("reports.title") },
  async ({ actor, employer, t, locale, today }) => {
    const saying = { t, locale, today };
    const made = await Promise.all(REPORTS.map((report) => report.make(actor, {}, saying)));
    const saved = await savedReports(actor);
    return (
      <>
        <header className="stack">
          <h1 className="sentence">{t("reports.title")}</h1>
          <p className="soft">{t("reports.lead")}</p>
        </header>
        {made.map(({ sheet }) => (
          <Card
            key={sheet.key}
            id={sheet.key}
            level={2}
            title={<Link href={`/reports/${sheet.key}`}>{sheet.name}</Link>}
          >
            <p className="small soft">{t(`reports.${sheet.key}.description`)}</p>
            <p>
              {sheet.sentence} {sheet.tables[0].title}.
            </p>
            <SavedChips
              report={sheet.key}
              query="-"
              saved={saved.filter(({ report }) => report === sheet.key)}
              t={t}
            />
          </Card>
        ))}
        <Card id="sie" level={2} title={<Link href="/reports/sie">{t("exports.sie.title")}</Link>}>
          <p className="small soft">{t("exports.sie.sentence", { scheme: employer.scheme })}</p>
        </Card>
        <p>
          {saved.some(({ own }) => own) ? (
            <Link href="/reports/saved">{t("reports.saved.change")}</Link>
          ) : (
            <span className="note">{t("reports.saved.none")}</span>
          )}
        </p>
      </>
    );
  },
);
