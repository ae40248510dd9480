import { createHash } from "node:crypto";
import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { Ore } from "@/domain/money";
import { type Reason, refuseIf } from "@/domain/reason";
import type { Actual } from "@/domain/reconciliation";
import type { Month } from "@/domain/reconciliation-month";
import { type ActualsFile, fileHash, readActualsFile } from "@/server/actuals-file";
import type { CsvDialect } from "@/server/csv-read";
import { read, type Tx } from "@/server/db";
import { findDraft, NEW, type Typed } from "@/server/drafts";
import { canonical } from "@/server/receipts";
import { judge } from "./judge-queries";
import { fits, linesOf, type Mapping, SIE_MAPPING, suggestedMapping } from "./mapping";
import { whyNotReconcile } from "./month-queries";
import { storedMapping } from "./schema";

/** The draft that holds a chosen file until it is taken in: its writer's own, like anything typed and not saved. */
export const FILE_DRAFT = "actuals";

export type PendingFile = { name: string; bytes: Uint8Array; mapping: Mapping | null; at: Date };

/** A chosen file as a draft keeps it. */
export function typedFile(name: string, bytes: Uint8Array, mapping: Mapping | null): Typed {
  const content = Buffer.from(bytes).toString("base64");
  return { name, content, ...(mapping ? { mapping: JSON.stringify(mapping) } : {}) };
}

/** The file that the actor has chosen and not taken in; null when there is none. */
export async function pendingFile(tx: Tx, actor: Actor): Promise<PendingFile | null> {
  const draft = await findDraft(tx, actor, FILE_DRAFT, NEW);
  const { name, content, mapping } = draft?.typed ?? {};
  if (!draft || typeof name !== "string" || typeof content !== "string") return null;
  return {
    name,
    bytes: Buffer.from(content, "base64"),
    mapping: typeof mapping === "string" ? readMapping(mapping) : null,
    at: draft.at,
  };
}

/** The same outside a page, for an action. */
export function getPendingFile(actor: Actor): Promise<PendingFile | null> {
  return read(actor, (tx) => pendingFile(tx, actor));
}

type SavedMapping = { name: string; mapping: Mapping };

/** A draft's mapping; null for what is none, since a draft holds whatever was posted. */
function readMapping(text: string): Mapping | null {
  try {
    return storedMapping.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function savedMappings(tx: Tx, employerId: string): Promise<SavedMapping[]> {
  const rows = await tx.importMapping.findMany({
    where: { employerId },
    orderBy: { name: "asc" },
    select: { name: true, columns: true },
  });
  return rows.map(({ name, columns }) => ({ name, mapping: storedMapping.parse(columns) }));
}

/** What tells what was shown: the file and how it was read. */
export function seenMark(bytes: Uint8Array, mapping: Mapping): string {
  return createHash("sha256").update(fileHash(bytes)).update(canonical(mapping)).digest("base64url");
}

const SHOWN = 8;

/** What a chosen file is understood as, and what would happen to it. Nothing of it is stored as lines yet. */
export type DryRun = {
  name: string;
  format: "csv" | "sie";
  dialect: CsvDialect | null;
  /** What to know of how it was read. */
  notes: Reason[];
  faults: Reason[];
  /** The columns of a CSV file; null in an SIE file. */
  header: string[] | null;
  mapping: Mapping | null;
  /** The name under which the mapping was saved, when it was found by that. */
  savedAs: string | null;
  /** Lines in the file, lines that the codes select, and of those new and already there. */
  all: number;
  selected: number;
  fresh: number;
  already: number;
  first: Actual[];
  months: { month: Month; lines: number; amount: Ore }[];
  /** Why it is not taken in as it stands. */
  why: Reason | null;
  seen: string | null;
};

/** The dry run of the file that the actor has chosen; null when none is chosen. */
export function getDryRun(actor: Actor): Promise<DryRun | null> {
  return read(actor, async (tx) => {
    refuseIf(whyNotAct(actor, "reconciliation.import"));
    refuseIf(whyNotReconcile(actor));
    const pending = await pendingFile(tx, actor);
    if (!pending) return null;
    const file = readActualsFile(pending.name, pending.bytes);
    const header = file.format === "csv" ? (file.csv?.header ?? null) : null;
    const saved = await savedMappings(tx, actor.employerId);
    const { mapping, savedAs } = chooseMapping(file, header, pending.mapping, saved);
    const read = mapping ? linesOf(file, mapping) : { all: 0, lines: [], faults: file.faults };
    const judged =
      mapping && read.faults.length === 0
        ? await judge(tx, actor.employerId, { hash: fileHash(pending.bytes), lines: read.lines })
        : null;
    return {
      name: pending.name,
      format: file.format,
      dialect: file.format === "csv" ? (file.csv?.dialect ?? null) : null,
      notes: file.format === "sie" ? (file.sie?.notes ?? []) : [],
      faults: read.faults,
      header,
      mapping,
      savedAs,
      all: read.all,
      selected: read.lines.length,
      fresh: judged?.sorted.fresh.length ?? 0,
      already: judged?.sorted.already ?? 0,
      first: read.lines.slice(0, SHOWN),
      months: byMonth(judged?.sorted.fresh ?? []),
      why: judged?.why ?? null,
      seen: mapping && judged && !judged.why ? seenMark(pending.bytes, mapping) : null,
    };
  });
}

/** What the person chose; else a saved mapping that fits, that with the most columns first; else what columns are called. */
function chooseMapping(
  file: ActualsFile,
  header: string[] | null,
  chosen: Mapping | null,
  saved: readonly SavedMapping[],
): { mapping: Mapping | null; savedAs: string | null } {
  if (file.faults.length > 0) return { mapping: null, savedAs: null };
  if (chosen && fits(chosen, header)) return { mapping: chosen, savedAs: null };
  const columns = ({ mapping }: SavedMapping) =>
    Object.values(mapping.columns ?? {})
      .flat()
      .filter(Boolean);
  const [found] = saved
    .filter(({ mapping }) => fits(mapping, header))
    .sort((a, b) => columns(b).length - columns(a).length);
  if (found) return { mapping: found.mapping, savedAs: found.name };
  return { mapping: header ? suggestedMapping(header) : SIE_MAPPING, savedAs: null };
}

function byMonth(lines: readonly Actual[]): DryRun["months"] {
  const months = new Map<Month, { lines: number; amount: Ore }>();
  for (const { day, amount } of lines) {
    const month = day.slice(0, 7);
    const before = months.get(month) ?? { lines: 0, amount: 0n };
    months.set(month, { lines: before.lines + 1, amount: before.amount + amount });
  }
  return [...months].map(([month, it]) => ({ month, ...it })).sort((a, b) => (a.month < b.month ? -1 : 1));
}
