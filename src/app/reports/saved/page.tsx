import { portalPage } from "@/app/portal-page";
import { reportAt } from "@/features/reports/all-reports";
import { ChangeForms, savedHref } from "@/features/reports/saved-forms";
import { savedReports } from "@/features/reports/saved-queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "reports", title: (t) => t("reports.saved.title"), narrow: true },
  async ({ actor, t }) => {
    const own = (await savedReports(actor)).filter((saved) => saved.own);
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/reports">{t("reports.title")}</Link> / {t("reports.saved.title")}
          </p>
          <h1 className="sentence">{t("reports.saved.change")}</h1>
        </header>
        {own.length === 0 ? <p className="soft">{t("reports.saved.none")}</p> : null}
        {own.map((saved) => {
          const report = reportAt(saved.report);
          return (
            <Card
              key={saved.id}
              id={`saved-${saved.id}`}
              level={2}
              title={<Link href={savedHref(saved)}>{saved.name}</Link>}
            >
              {report ? <p className="note">{t(`reports.${report.key}.title`)}</p> : null}
              <ChangeForms saved={saved} t={t} />
            </Card>
          );
        })}
      </>
    );
  },
);
