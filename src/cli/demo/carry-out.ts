import { addDays, type Day } from "@/domain/day";
import {
  completeInitiative,
  countParticipants,
  startInitiative,
} from "@/features/initiatives/carry-out-commands";
import {
  addEvidence,
  completeEvidence,
  sendRequisition,
  startRequisition,
} from "@/features/requisitions/commands";
import { reconcileRequisition, recordPayment } from "@/features/requisitions/payment-commands";
import type { Cast } from "./cast";
import { doneOn, type Memory, reached } from "./stages";
import { at, type Step } from "./timeline";
import type { DemoCase } from "./world";

/** Travel is claimed in good faith and not paid. */
const notPaid = (it: DemoCase, claimed: bigint) =>
  ((claimed * BigInt(it.lines.travel ?? 0)) / 10_000_000n) * 100_000n;

/** From the first day of the initiative to reconciled money. */
export function carryOut(cast: Cast, it: DemoCase, m: Memory, start: Day): Step[] {
  const steps: Step[] = [];
  const done = doneOn(it, start, cast.today);
  const on = (day: Day, hour: number, run: Step["run"]) => steps.push({ at: at(day, hour), run });
  const later = (days: number) => addDays(done, days);
  const coordinator = cast.coordinator();
  const controller = cast.controller();
  const claim = { id: "", amount: 0n };

  on(addDays(start, 60), 8, (now) => startInitiative(coordinator, { id: m.initiativeId }, now));
  if (!reached(it, "completed")) return steps;
  on(later(2), 9, async (now) => {
    const people = Math.max(1, it.headcount - (it.headcount % 3));
    const [occupation, aid] = it.occupation;
    // Three of four are women, as in the national fund's own figures. [O17]
    const men = Math.floor(people / 4);
    await countParticipants(
      coordinator,
      {
        id: m.initiativeId,
        groups: [{ occupation, aid: aid || null, women: people - men, men, unstated: 0 }],
      },
      now,
    );
    await completeInitiative(coordinator, { id: m.initiativeId, completedOn: done }, now);
  });
  if (!reached(it, "evidenceComplete")) return steps;
  on(later(10), 10, async (now) => {
    const part = await cast.partOf(m.initiativeId);
    // It cost a little less than was granted.
    claim.amount = (part.amount * 96n) / 100n;
    claim.id = await startRequisition(coordinator, { partId: part.id, amount: claim.amount }, now);
    const invoice = it.provider[0] === "external" ? "invoice" : "salarySheet";
    const number = `${start.replaceAll("-", "").slice(2)}-${it.headcount}`;
    await addEvidence(
      coordinator,
      { id: claim.id, kind: invoice, number, day: later(2), amount: claim.amount },
      now,
    );
    await addEvidence(
      coordinator,
      {
        id: claim.id,
        kind: "participantList",
        number: `D-${number}`,
        day: later(1),
        amount: null,
      },
      now,
    );
    await completeEvidence(coordinator, { id: claim.id }, now);
  });
  if (!reached(it, "sent")) return steps;
  on(later(14), 10, (now) => sendRequisition(cast.sender(), { id: claim.id }, now));
  if (!reached(it, "paid")) return steps;
  on(later(47), 10, (now) =>
    recordPayment(
      controller,
      {
        id: claim.id,
        paidAmount: claim.amount - notPaid(it, claim.amount),
        paidOn: later(46),
        cause: it.lines.travel ? "Fonden betalade inte resorna." : "",
      },
      now,
    ),
  );
  if (!reached(it, "reconciled")) return steps;
  on(later(50), 10, (now) => reconcileRequisition(controller, { id: claim.id }, now));
  return steps;
}
