import { count } from "@/messages/format";
import type { T } from "@/messages/translator";

type Run = { rows: number; about: number | null; state: "running" | "done" | "failed" };

/** How far a file has come, in words, and whether there is more to come. Null: another process makes it. */
export function progressLine(run: Run | null, t: T): { line: string; over: boolean } {
  if (!run) return { line: t("exports.progress.unknown"), over: true };
  const rows = count(run.rows, t.locale);
  if (run.state !== "running") return { line: t(`exports.progress.${run.state}`, { rows }), over: true };
  // A guess that has been passed says nothing any longer.
  const about = run.about !== null && run.about > run.rows ? rounded(run.about) : null;
  return {
    line:
      about === null
        ? t("exports.progress.rows", { rows })
        : t("exports.progress.rowsAbout", { rows, about: count(about, t.locale) }),
    over: false,
  };
}

/** To two figures: it is the planner's guess. */
function rounded(rows: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.round(rows / step) * step;
}
