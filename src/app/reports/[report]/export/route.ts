import { whyNotAct, whyNotSee } from "@/domain/access";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { reportAt } from "@/features/reports/all-reports";
import { REPORT_KINDS, reportFile } from "@/features/reports/report-file";
import { downloadRoute, kindAsked } from "@/server/download";

/** A report as a file, with the selection of the page. */
export const GET = downloadRoute(async ({ actor, t, locale, now, today, params, search }) => {
  refuseIf(whyNotAct(actor, "report.export") ?? whyNotSee(actor, "reports"));
  const report = reportAt(params.report ?? "");
  if (!report) throw new Refusal(NOT_FOUND);
  const { format, ...selection } = search;
  const saying = { t, locale, today };
  const { sheet } = await report.make(actor, selection, saying);
  return reportFile(sheet, kindAsked(format, REPORT_KINDS), saying, now);
});
