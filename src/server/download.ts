import "server-only";
import type { Actor } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { timeOfDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import { sentence, type T, translator } from "@/messages/translator";
import { databaseFault } from "./database-fault";
import { reportFault } from "./log";
import { secondsToWait } from "./rate-limit";
import { beginExport, endExport, type RunningExport } from "./running-exports";
import { localeOfRequest, type Visitor, visitor } from "./session";

const KINDS = {
  xlsx: { ending: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  csv: { ending: "csv", type: "text/csv; charset=utf-8" },
  machine: { ending: "csv", type: "text/csv; charset=utf-8" },
  pdf: { ending: "pdf", type: "application/pdf" },
  sie: { ending: "si", type: "application/octet-stream" },
};
export type FileKind = keyof typeof KINDS;

/** A file as it is made. `about`: how many rows there will be, as far as anybody can guess. */
export type Download = {
  name: string;
  kind: FileKind;
  about?: number | null;
  /** The bytes; `onRows` is told how many rows have passed since last. */
  bytes(onRows: (rows: number) => void): AsyncIterable<Uint8Array>;
};

export type Asked = {
  actor: Actor;
  employer: Visitor["employer"];
  roles: Visitor["roles"];
  t: T;
  locale: Locale;
  now: Date;
  today: Day;
  params: Record<string, string>;
  search: Record<string, string | undefined>;
};

/**
 * A route that hands out a file: signed in → no more than one may → made, by a route that asks for the right itself.
 * What stands against it comes as one sentence with its status. The first bytes are made before anything is answered,
 * so that a refusal can still be one; when the reader goes away the making ends.
 */
export function downloadRoute(make: (asked: Asked) => Promise<Download>) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const now = new Date();
    let t = translator(await localeOfRequest());
    try {
      const who = await visitor();
      if (!who) return new Response(t("exports.signedOut"), { status: 401 });
      t = translator(who.locale);
      const { actor, employer, locale, roles } = who;
      const wait = await secondsToWait(actor.personId);
      if (wait !== null) return tooMany(t, locale, wait, now);
      const { key = crypto.randomUUID(), ...search } = Object.fromEntries(new URL(request.url).searchParams);
      const run = beginExport(key, actor.personId, now);
      if (!run) return new Response(t("exports.atOnce"), { status: 429, headers: { "Retry-After": "60" } });
      try {
        const params = await context.params;
        const today = dayOf(now);
        const file = await make({ actor, employer, roles, t, locale, now, today, params, search });
        run.about = file.about ?? null;
        return await answer(file, run, today);
      } catch (fault) {
        endExport(run, "failed", new Date());
        throw fault;
      }
    } catch (fault) {
      return refused(t, fault);
    }
  };
}

function tooMany(t: T, locale: Locale, wait: number, now: Date): Response {
  const at = timeOfDay(new Date(now.getTime() + wait * 1000), locale);
  return new Response(t("exports.tooMany", { time: at }), {
    status: 429,
    headers: { "Retry-After": String(wait) },
  });
}

function refused(t: T, fault: unknown): Response {
  if (fault instanceof Refusal)
    return new Response(sentence(t, fault.reason), {
      status: fault.reason.key === NOT_FOUND.key ? 404 : 403,
    });
  if (databaseFault(fault)?.kind === "away") return new Response(t("exports.away"), { status: 503 });
  return new Response(t("exports.broken", { code: reportFault(fault) }), { status: 500 });
}

async function answer(file: Download, run: RunningExport, today: Day): Promise<Response> {
  const chunks = file
    .bytes((rows) => {
      run.rows += rows;
    })
    [Symbol.asyncIterator]();
  const end = (state: "done" | "failed") => endExport(run, state, new Date());
  let next: IteratorResult<Uint8Array> | null = await chunks.next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(out) {
        try {
          const { done, value } = next ?? (await chunks.next());
          next = null;
          if (!done) return out.enqueue(value);
          end("done");
          out.close();
        } catch (fault) {
          // Too late for a sentence: the browser shows a download that failed, and not half a file as if it were whole.
          reportFault(fault);
          end("failed");
          out.error(fault);
        }
      },
      async cancel() {
        end("failed");
        await chunks.return?.();
      },
    },
    // One chunk ahead: what waits for a slow reader waits in the database.
    { highWaterMark: 1 },
  );
  const { ending, type } = KINDS[file.kind];
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${file.name}-${today}.${ending}"`,
      // Packed on its way it would cost more than making it.
      "Cache-Control": "no-store, no-transform",
    },
  });
}

/** Which of a table's files an address asks for; Swedish CSV when it does not say. */
export function kindAsked<Kind extends FileKind>(
  text: string | undefined,
  kinds: readonly Kind[],
): Kind | "csv" {
  return kinds.find((kind) => kind === text) ?? "csv";
}
