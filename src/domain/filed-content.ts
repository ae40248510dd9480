import type { Day } from "./day";

/** Counts per occupation, as they were filed; no names. */
export type FiledGroup = { occupation: string; aid: string | null; takingPart: number };
export type FiledCost = { costType: string; text: string; amount: string };
export type FiledMeeting = {
  day: Day;
  minutes: string | null;
  unions: { name: string; answer: string | null }[];
};

/**
 * What is sent to the national fund, frozen when sent: the topics of its form [domain 2.5 step 3]. Öre stand as text,
 * because JSON has no bigint. No names of participants: the list follows with the requisition at the latest [O2b].
 */
export type FiledContent = {
  employer: string;
  orgNumber: string | null;
  fund: string;
  caseNumber: string;
  title: string;
  unit: string;
  need: string;
  initiative: string;
  beyondOrdinary: string;
  area: string | null;
  providerKind: string;
  providerName: string;
  periodFrom: Day | null;
  periodUntil: Day | null;
  headcount: number | null;
  groups: FiledGroup[];
  amount: string;
  costs: FiledCost[];
  /** The recorded consultation, which must come before the filing. [T1, K6] */
  consultation: FiledMeeting[];
  note: string;
};

/** A stored content as FiledContent. What an older one lacks reads as empty, so that history stays readable. */
export function readFiled(content: unknown): FiledContent {
  const of = (content !== null && typeof content === "object" ? content : {}) as Record<string, unknown>;
  const text = (key: string) => (typeof of[key] === "string" ? of[key] : "");
  const orNull = (key: string) => text(key) || null;
  const list = <Row>(key: string) => (Array.isArray(of[key]) ? (of[key] as Row[]) : []);
  return {
    employer: text("employer"),
    orgNumber: orNull("orgNumber"),
    fund: text("fund"),
    caseNumber: text("caseNumber"),
    title: text("title"),
    unit: text("unit"),
    need: text("need"),
    initiative: text("initiative"),
    beyondOrdinary: text("beyondOrdinary"),
    area: orNull("area"),
    providerKind: text("providerKind"),
    providerName: text("providerName"),
    periodFrom: orNull("periodFrom"),
    periodUntil: orNull("periodUntil"),
    headcount: typeof of.headcount === "number" ? of.headcount : null,
    groups: list<FiledGroup>("groups"),
    amount: /^\d+$/.test(text("amount")) ? text("amount") : "0",
    costs: list<FiledCost>("costs"),
    consultation: list<FiledMeeting>("consultation"),
    note: text("note"),
  };
}
