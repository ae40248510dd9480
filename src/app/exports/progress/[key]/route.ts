import { progressLine } from "@/features/reports/progress-line";
import { translator } from "@/messages/translator";
import { exportUnderWay } from "@/server/running-exports";
import { localeOfRequest, visitor } from "@/server/session";

/** How far a file of one's own has come, as a line to show. */
export async function GET(_: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const who = await visitor();
  const t = translator(who?.locale ?? (await localeOfRequest()));
  if (!who) return Response.json({ line: t("exports.signedOut"), over: true }, { status: 401 });
  const run = exportUnderWay((await params).key, who.actor.personId, new Date());
  return Response.json(progressLine(run, t), { headers: { "Cache-Control": "no-store" } });
}
