import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { read } from "@/server/db";
import { casesVisibleTo, consultationsVisibleTo } from "@/server/scope";
import { repsOf, type VoiceView, voicesOf } from "./queries";

/** How far the unions are with one case, for its own page. */
export type CaseVoices = {
  caseId: string;
  /** The voice that counts now of every union that was asked. */
  voices: { voice: VoiceView; rep: string | null }[];
  /** How many are concluded on the version that lies with them. */
  done: number;
  meeting: { id: string; day: Day; visible: boolean } | null;
  /** The meetings that the coordinator can take the case up at again; null when that is not called for. */
  again: { meetings: { id: string; day: Day; place: string }[] } | null;
};

/** The unions' voices on a case within the reader's sight; a representative reads only the own union's words. */
export function getCaseVoices(actor: Actor, caseId: string, today: Day): Promise<CaseVoices> {
  return read(actor, async (tx) => {
    const of = await tx.preRegistration.findFirst({
      where: { AND: [casesVisibleTo(actor), { id: caseId }] },
      select: { status: true, currentVersion: true },
    });
    if (!of) throw new Refusal(NOT_FOUND);
    const reps = await repsOf(tx, actor.employerId, today);
    const latest = (await voicesOf(tx, actor.employerId, caseId)).filter((it) => it.latest);
    const done = latest.filter(
      (it) =>
        it.versionNumber === of.currentVersion &&
        (it.state === "concluded" || it.state === "centralConcluded"),
    );
    const newest = latest[0]?.meeting;
    const visible =
      newest &&
      (await tx.consultation.findFirst({
        where: { AND: [consultationsVisibleTo(actor), { id: newest.id }] },
        select: { id: true },
      }));
    const stuck = latest.some(
      (it) => !done.includes(it) && (it.meeting.day < today || it.meeting.minutesApprovedAt),
    );
    const mayTakeUp = actor.role === "coordinator" && of.status === "inConsultation" && stuck;
    return {
      caseId,
      voices: latest.map((voice) => ({
        voice: withoutOthersWords(voice, actor),
        rep: reps.get(voice.union.id) ?? null,
      })),
      done: done.length,
      meeting: newest ? { id: newest.id, day: newest.day, visible: Boolean(visible) } : null,
      again: mayTakeUp
        ? {
            meetings: (
              await tx.consultation.findMany({
                where: {
                  AND: [
                    consultationsVisibleTo(actor),
                    { kind: "unions", day: { gte: column(today) }, minutesApprovedAt: null },
                    { subjects: { none: { caseId } } },
                  ],
                },
                orderBy: [{ day: "asc" }, { id: "asc" }],
                take: 20,
                select: { id: true, day: true, place: true },
              })
            ).map((it) => ({ ...it, day: day(it.day) })),
          }
        : null,
    };
  });
}

/** What a union wrote is read by the employer, who asked, and by itself; how far it is, by everybody at the table. */
export function withoutOthersWords(voice: VoiceView, actor: Actor): VoiceView {
  if (actor.role === "coordinator" || actor.role === "manager" || actor.role === "hr") return voice;
  if (actor.role === "unionRep" && actor.unionId === voice.union.id) return voice;
  const blank = (it: VoiceView["said"][number]) => ({ ...it, text: "", by: null });
  return { ...voice, newest: voice.newest && blank(voice.newest), said: voice.said.map(blank) };
}
