import { addDays, type Day } from "@/domain/day";
import { decideInGroup } from "@/features/approvals/commands";
import { callConsultation, planConsultation, recordMinutes } from "@/features/consultations/commands";
import { sendToConsultation } from "@/features/pre-registrations/freeze-commands";
import { read } from "@/server/db";
import type { Cast } from "./cast";
import type { Memory } from "./stages";
import { at, type Step } from "./timeline";

/** LOM: the joint group meets, decides, and the initiative stands in the same moment. */
export function groupSteps(cast: Cast, m: Memory, start: Day): Step[] {
  const coordinator = cast.coordinator();
  const on = (days: number, hour: number, run: Step["run"]): Step => ({
    at: at(addDays(start, days), hour),
    run,
  });
  return [
    on(8, 9, async (now) => {
      m.meetingId = await planConsultation(
        coordinator,
        { kind: "jointGroup", day: addDays(start, 24), place: "Sammanträdesrum Fyren" },
        now,
      );
      await sendToConsultation(coordinator, { caseIds: [m.caseId], consultationId: m.meetingId }, now);
      await callConsultation(coordinator, { id: m.meetingId }, now);
    }),
    on(24, 14, async (now) => {
      const members = cast
        .members()
        .map((personId) => ({ personId, position: "inFavour" as const, reason: "" }));
      await decideInGroup(
        coordinator,
        {
          caseId: m.caseId,
          consultationId: m.meetingId,
          outcome: "approved",
          amount: null,
          reason: "",
          nextStep: "",
          members,
        },
        now,
      );
      m.initiativeId = await read(
        cast,
        async (tx) =>
          (await tx.initiative.findFirstOrThrow({ where: { caseId: m.caseId }, select: { id: true } })).id,
      );
    }),
    on(25, 9, (now) =>
      recordMinutes(
        coordinator,
        {
          id: m.meetingId,
          number: `${now.getUTCFullYear()}-${cast.nextMinutes()}`,
          text: "Gruppen var enig.",
        },
        now,
      ),
    ),
  ];
}
