import type { Actor, Role } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { EVENT_KINDS, type EventKind } from "@/domain/event";
import { mayReadPerson, mayReadWords, shownAs } from "@/domain/history";
import type { Tx } from "@/server/db";
import { type NameView, shownName } from "./holder-queries";

/** One event as its reader may know it: what is not for them is not here. Amounts in öre, days in Stockholm. */
export type HistoryEvent = {
  id: string;
  kind: EventKind;
  at: Date;
  who: "portal" | "you" | "named" | "hidden";
  /** Null when hidden, or when the person's data is protected. */
  name: NameView;
  role: Role | null;
  /** In whose place; null when in one's own. */
  onBehalf: { name: NameView } | null;
  amount: bigint | null;
  day: Day | null;
  detail: string | null;
  union: string | null;
  unit: string | null;
  /** The person that the event is about, where it names one. */
  person: NameView;
  caseId: string | null;
  text: string | null;
};

const MOST = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KINDS: readonly string[] = EVENT_KINDS;

/**
 * What has happened to one or some things (`subjectId`) or to a whole case (`caseId`), newest first, at most 200. The caller has
 * made sure that the reader sees that thing at all; names and words are kept from who may not know them. `own`: the
 * reader is its author or party and may read what was written to them.
 */
export async function historyOf(
  tx: Tx,
  reader: Actor,
  about: { subjectId: string | { in: string[] } } | { caseId: string },
  own = false,
): Promise<HistoryEvent[]> {
  const rows = await tx.caseEvent.findMany({
    where: about,
    orderBy: { seq: "desc" },
    take: MOST,
    select: {
      id: true,
      kind: true,
      at: true,
      subjectId: true,
      caseId: true,
      personId: true,
      role: true,
      onBehalfOf: true,
      amount: true,
      day: true,
      detail: true,
      person: { select: { givenName: true, familyName: true, isProtected: true } },
      text: { select: { text: true } },
    },
  });
  const known = rows
    .filter((row) => KINDS.includes(row.kind))
    .map((row) => ({ ...row, kind: row.kind as EventKind }));
  const details = known.flatMap(({ detail }) => (detail && UUID.test(detail) ? [detail] : []));
  const people = await namesOf(tx, [...details, ...known.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])]);
  const unions = await unionsOf(tx, details, known);
  const units = await unitsOf(tx, details);

  return known.map((row): HistoryEvent => {
    const who = shownAs(reader, row);
    const aboutPerson = row.detail && UUID.test(row.detail) ? people.get(row.detail) : undefined;
    return {
      id: row.id,
      kind: row.kind,
      at: row.at,
      who,
      name: who === "named" && row.person ? shownName(row.person) : null,
      role: row.role,
      onBehalf: row.onBehalfOf && who !== "hidden" ? { name: people.get(row.onBehalfOf) ?? null } : null,
      amount: row.amount,
      day: day(row.day),
      detail: row.detail && !UUID.test(row.detail) ? row.detail : null,
      union: (row.detail && unions.get(row.detail)) ?? unions.get(row.subjectId) ?? null,
      unit: (row.detail && units.get(row.detail)) ?? null,
      person: mayReadPerson(reader) ? (aboutPerson ?? null) : null,
      caseId: row.caseId,
      text: mayReadWords(reader, row.kind, own) ? (row.text?.text ?? null) : null,
    };
  });
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, NameView>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, givenName: true, familyName: true, isProtected: true },
  });
  return new Map(rows.map((row) => [row.id, shownName(row)]));
}

async function unitsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.unit.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The unions that events name: by their own id in the detail, or by the voice that the event is about. */
async function unionsOf(
  tx: Tx,
  details: readonly string[],
  events: readonly { kind: EventKind; subjectId: string }[],
): Promise<Map<string, string>> {
  const voices = events
    .filter(({ kind }) => /^(voice|statement)\./.test(kind))
    .map(({ subjectId }) => subjectId);
  const named =
    details.length === 0
      ? []
      : await tx.union.findMany({ where: { id: { in: [...details] } }, select: { id: true, name: true } });
  const heard =
    voices.length === 0
      ? []
      : await tx.voice.findMany({
          where: { id: { in: voices } },
          select: { id: true, union: { select: { name: true } } },
        });
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...heard.map(({ id, union }) => [id, union.name] as const),
  ]);
}
