import { AGREEMENTS } from "@/domain/agreement";
import { covers, type Day, day, dayOf } from "@/domain/day";
import { type GateVoice, whyNotDecide } from "@/domain/gate";
import { unitsAbove } from "@/domain/unit";
import type { Tx } from "@/server/db";
import { voiceFacts, voicesOfCases } from "./queries";

/**
 * Of some cases those whose gate is open on a day, all in one reading: `gateFacts` asks for one case,
 * under its lock. The rule is the same, `whyNotDecide`.
 */
export async function openGates(
  tx: Tx,
  employerId: string,
  caseIds: readonly string[],
  today: Day,
): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const cases = await tx.preRegistration.findMany({
    where: { employerId, id: { in: [...caseIds] } },
    select: {
      id: true,
      currentVersion: true,
      version: true,
      unitId: true,
      units: { select: { unitId: true } },
      fund: { select: { version: true } },
    },
  });
  const voices = (await voicesOfCases(tx, employerId, caseIds)).filter((it) => it.latest);
  const unions = await listedUnions(tx, employerId, today);
  const open = cases.filter((it) => {
    const asked = voices.filter((voice) => voice.caseId === it.id);
    const touched = [it.unitId, ...it.units.map(({ unitId }) => unitId)];
    const missing = unions(touched).filter((id) => !asked.some((voice) => voice.union.id === id));
    const reasons = whyNotDecide({
      voices: asked.map((voice): GateVoice => {
        const { minutesApprovedOn } = voiceFacts(voice);
        const { id, day: on, minutesRecorded } = voice.meeting;
        return {
          union: voice.union.name,
          rep: null,
          state: voice.state,
          stateSince: dayOf(voice.stateSince),
          onVersion: voice.versionNumber,
          newest: voice.newest,
          meeting: { id, day: on, minutesRecorded, minutesApprovedOn },
        };
      }),
      missing,
      currentVersion: it.currentVersion,
      requiresPartyAgreement: AGREEMENTS[it.version ?? it.fund.version].requiresPartyAgreement,
      today,
    });
    return reasons.length === 0;
  });
  return new Set(open.map(({ id }) => id));
}

/** Which unions the employer's dated list names for some units and all above them, on a day. */
async function listedUnions(tx: Tx, employerId: string, today: Day) {
  const rows = await tx.unit.findMany({
    where: { employerId },
    select: { id: true, parentId: true, validFrom: true, validTo: true, successorId: true },
  });
  const units = rows.map((it) => ({ ...it, from: day(it.validFrom), until: day(it.validTo) }));
  const list = (
    await tx.unionToHear.findMany({
      where: { employerId },
      select: { unionId: true, unitId: true, from: true, until: true },
    })
  ).filter((it) => covers({ from: day(it.from), until: day(it.until) }, today));
  return (touched: readonly string[]) => {
    const all = new Set(touched.flatMap((id) => [id, ...unitsAbove(units, id)]));
    return [...new Set(list.filter(({ unitId }) => all.has(unitId)).map(({ unionId }) => unionId))];
  };
}
