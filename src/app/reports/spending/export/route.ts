import { Readable } from "node:stream";
import { whyNotAct } from "@/domain/access";
import { dayOf } from "@/domain/day";
import { Refusal } from "@/domain/reason";
import { spendingReport } from "@/features/reports/queries";
import { spendingFilter } from "@/features/reports/schema";
import { spendingSheet } from "@/features/reports/spending-sheet";
import { sentence, translator } from "@/messages/translator";
import { type Cell, csvLine, csvStart } from "@/server/csv";
import { visitor } from "@/server/session";
import { workbook } from "@/server/xlsx";

/** The spending report as a file, with the filter of the page. Only for those who may export. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const who = await visitor();
  const t = translator(who?.locale ?? "sv");
  if (!who) return new Response(t("refusals.signedOut"), { status: 401 });
  const denied = whyNotAct(who.actor, "report.export");
  if (denied) return new Response(sentence(t, denied), { status: 403 });

  const search = Object.fromEntries(new URL(request.url).searchParams);
  const filter = spendingFilter.parse(search);
  try {
    const sheet = spendingSheet(await spendingReport(who.actor, filter), filter, t, who.locale, dayOf(now));
    const name = `${t("reports.spending.fileName")}-${dayOf(now)}`;
    if (search.format === "xlsx")
      return file(
        Readable.toWeb(workbook(sheet)) as ReadableStream,
        `${name}.xlsx`,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      );
    const lines: Cell[][] = [sheet.columns.map(({ head }) => ({ text: head })), ...sheet.rows];
    return file(
      csvStart("swedish") + lines.map((line) => csvLine(line, "swedish")).join(""),
      `${name}.csv`,
      "text/csv; charset=utf-8",
    );
  } catch (fault) {
    if (fault instanceof Refusal) return new Response(sentence(t, fault.reason), { status: 404 });
    throw fault;
  }
}

function file(body: BodyInit, name: string, type: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
