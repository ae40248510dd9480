import { portalPage } from "@/app/portal-page";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { reportAt } from "@/features/reports/all-reports";
import { ReportPage } from "@/features/reports/report-page";
import { savedReports } from "@/features/reports/saved-queries";

export default portalPage(
  { see: "reports", title: (t) => t("reports.title"), dense: true },
  async ({ actor, t, locale, today, params, search }) => {
    const report = reportAt(params.report ?? "");
    if (!report) throw new Refusal(NOT_FOUND);
    const saying = { t, locale, today };
    const made = await report.make(actor, search, saying);
    const saved = await savedReports(actor, report.key);
    const chart = await made.chart?.();
    return <ReportPage made={made} chart={chart} saved={saved} actor={actor} saying={saying} />;
  },
);
