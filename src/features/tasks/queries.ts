import type { MandateKind, Role } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { howMany, pileUp, type Task, type Tasks } from "@/domain/task";
import { read, type Tx } from "@/server/db";
import { alarmsToHandle } from "./alarm-queries";
import { casesToMove, reservationsToClose } from "./case-queries";
import { callOffsToBook, claimsToMend, claimsToReconcile, claimsToSend, partsToClaim } from "./claim-queries";
import { codingToCorrect } from "./coding-queries";
import { casesToDecide } from "./decision-queries";
import { waitingForManager } from "./endorse-case-queries";
import { fillIn } from "./fill-in-queries";
import type { Finder, Found } from "./find-queries";
import { ideasToTakeUp } from "./idea-queries";
import { filingsToSend, initiativesToHold, lateAnswers } from "./initiative-queries";
import {
  groupDecisions,
  meetingsToCall,
  minutesToApprove,
  minutesToRecord,
  voicesToAnswer,
} from "./meeting-queries";
import { voicesLeftOpen } from "./open-voice-queries";
import { type ActingIn, actingInEach, type TaskOwner, type TaskRole } from "./role-queries";
import { ideasToComplete, ownInitiatives } from "./self-queries";
import { casesToMoveOver } from "./version-queries";

/** A task with the role in which it is done. */
export type PersonalTask = Task & { as: TaskRole };

/** What a role looks after, within its own scope. */
const OF_ROLE: Record<Role, readonly Finder[]> = {
  employee: [],
  manager: [waitingForManager],
  coordinator: [
    ideasToTakeUp,
    casesToMove,
    casesToMoveOver,
    meetingsToCall,
    minutesToRecord,
    voicesLeftOpen,
    groupDecisions,
    reservationsToClose,
    initiativesToHold,
    lateAnswers,
    partsToClaim,
    claimsToMend,
    alarmsToHandle,
  ],
  unionRep: [voicesToAnswer, minutesToApprove],
  hr: [claimsToReconcile, callOffsToBook, codingToCorrect, alarmsToHandle],
  admin: [alarmsToHandle],
};

/** What a mandate adds in every role that has sight of more than one's own. */
const OF_MANDATE: Record<MandateKind, readonly Finder[]> = {
  decisionMaker: [casesToDecide],
  authorisedSender: [filingsToSend, claimsToSend],
  jointGroupMember: [],
  safetyRep: [],
};
const SIGHTED: readonly Role[] = ["manager", "coordinator", "hr", "unionRep"];

/** What is one's own, whatever role: asked once, in the acting role if it may, else in the first that may. */
const OF_SELF: readonly { find: Finder; roles: readonly Role[] }[] = [
  { find: ideasToComplete, roles: ["employee", "manager"] },
  { find: ownInitiatives, roles: ["employee", "manager", "coordinator"] },
];

/** Everything found for a person, in all their roles, each in its own scope; the chosen role first. */
async function find(tx: Tx, owner: TaskOwner, today: Day) {
  const roles = await actingInEach(tx, owner);
  const piles: (Found & { as: TaskRole })[][] = [];
  const look = async ({ actor, as }: ActingIn, finder: Finder) => {
    const all = await finder({ tx, actor, today, scheme: owner.employer.scheme });
    piles.push(all.map((it) => ({ ...it, as })));
  };
  for (const it of roles) {
    for (const finder of OF_ROLE[it.as.role]) await look(it, finder);
    if (!SIGHTED.includes(it.as.role)) continue;
    for (const kind of new Set(it.actor.mandates.map((held) => held.kind)))
      for (const finder of OF_MANDATE[kind]) await look(it, finder);
  }
  for (const { find: finder, roles: may } of OF_SELF) {
    const first = roles.find(({ as }) => may.includes(as.role));
    if (first) await look(first, finder);
    // A substitute carries the absent person's initiatives, in the role that was handed over.
    for (const it of roles)
      if (it !== first && it.actor.onBehalfOf && may.includes(it.as.role)) await look(it, finder);
  }
  return piles;
}

/** All that waits for a person, the most urgent first. Computed from states, never stored. */
export async function tasksOf(tx: Tx, owner: TaskOwner, today: Day): Promise<Tasks<PersonalTask>> {
  const piles = await find(tx, owner, today);
  return pileUp([await fillIn({ tx, today }, piles.flat())]);
}

/** The same in a snapshot of its own. */
export function getTasks(owner: TaskOwner, today: Day): Promise<Tasks<PersonalTask>> {
  return read(owner.actor, (tx) => tasksOf(tx, owner, today));
}

/** How many wait, for the frame: "7", or "27+". Found in the same way as the list, so that the two never differ. */
export function getTaskCount(owner: TaskOwner, today: Day): Promise<string> {
  return read(owner.actor, async (tx) => howMany(pileUp(await find(tx, owner, today))));
}
