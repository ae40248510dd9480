import type { Actor } from "./actor";
import type { EventKind } from "./event";

type Reader = Pick<Actor, "personId" | "role">;
type Told = { kind: EventKind; personId: string | null; role: Actor["role"] | null; detail: string | null };

/**
 * How history names who did something, for one reader. Colleagues and union representatives never learn who an
 * applicant is: what was done as an employee, and handing in an idea in any role, stays without a name for them. A
 * manager does not learn who went past them to the coordinator. [design 7: who is affected in counts, never names]
 */
export function shownAs(reader: Reader, event: Told): "portal" | "you" | "named" | "hidden" {
  if (event.personId === null) return "portal";
  if (event.personId === reader.personId) return "you";
  const asApplicant = event.role === "employee" || event.kind === "idea.submitted";
  if (asApplicant && (reader.role === "employee" || reader.role === "unionRep")) return "hidden";
  if (reader.role === "manager" && event.kind === "idea.submitted" && event.detail === "alone")
    return "hidden";
  return "named";
}

const SPOKEN_WITH_UNIONS = ["consultation", "statement", "voice"];

/**
 * Whether a reader sees the words of an event beside its sentence. The union side sees what was said in consultation;
 * a colleague only what was written about something of their own.
 */
export function mayReadWords(reader: Reader, kind: EventKind, own: boolean): boolean {
  if (own) return true;
  if (reader.role === "employee") return false;
  if (reader.role === "unionRep") return SPOKEN_WITH_UNIONS.includes(kind.split(".")[0] ?? "");
  return true;
}

/** Whether a reader sees the name of a person whom an event is about (a new owner, a substitute). */
export function mayReadPerson(reader: Reader): boolean {
  return reader.role !== "employee" && reader.role !== "unionRep";
}
