import "server-only";

/** A file that is being made, or was until a moment ago. */
export type RunningExport = {
  personId: string;
  /** Rows so far, and about how many there will be; null when nobody has guessed. */
  rows: number;
  about: number | null;
  state: "running" | "done" | "failed";
  endedAt: number | null;
};

/** So many at once for one person: each holds a connection or turns pages. */
export const AT_ONCE = 3;

/** What has ended is remembered so long, for the page that asks a last time. */
const REMEMBERED = 60_000;

// In this process alone, and one map for all routes, which the build may load more than once: a file is made by the
// process that was asked for it, and a line about it is a comfort, not a record.
const home = globalThis as { portalExports?: Map<string, RunningExport> };
if (!home.portalExports) home.portalExports = new Map();
const all = home.portalExports;

/** Notes a file that begins, under the key in its link; null when the person has as many under way as they may. */
export function beginExport(key: string, personId: string, now: Date): RunningExport | null {
  forgetOld(now);
  const mine = [...all.values()].filter((it) => it.personId === personId && it.state === "running");
  if (mine.length >= AT_ONCE) return null;
  const begun: RunningExport = { personId, rows: 0, about: null, state: "running", endedAt: null };
  all.set(`${personId} ${key}`, begun);
  return begun;
}

/** A file of the person's own; null when it is unknown here. */
export function exportUnderWay(key: string, personId: string, now: Date): RunningExport | null {
  forgetOld(now);
  return all.get(`${personId} ${key}`) ?? null;
}

export function endExport(it: RunningExport, state: "done" | "failed", now: Date): void {
  it.state = state;
  it.endedAt = now.getTime();
}

function forgetOld(now: Date): void {
  for (const [key, { endedAt }] of all)
    if (endedAt !== null && now.getTime() - endedAt > REMEMBERED) all.delete(key);
}
