import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/actor";
import { addDays, column, type Day } from "@/domain/day";
import { howMany, MOST_OF_A_KIND, type TaskKind } from "@/domain/task";
import { approveCase } from "@/features/approvals/commands";
import {
  approveMinutes,
  callConsultation,
  planConsultation,
  recordMinutes,
} from "@/features/consultations/commands";
import { takeUpAgain } from "@/features/consultations/subject-commands";
import {
  concludeCentral,
  concludeNegotiation,
  requestCentral,
} from "@/features/consultations/voice-commands";
import { closeReservation } from "@/features/filings/close-commands";
import { prepareFiling, recordRefusal, sendFiling } from "@/features/filings/commands";
import { recordGrant } from "@/features/filings/grant-commands";
import { submitIdea } from "@/features/ideas/author-commands";
import { endorseIdea, returnIdea, takeUpIdea } from "@/features/ideas/commands";
import {
  completeInitiative,
  countParticipants,
  startInitiative,
} from "@/features/initiatives/carry-out-commands";
import { addInitiative, assignInitiative } from "@/features/initiatives/plan-commands";
import { endorseCase, returnCase } from "@/features/pre-registrations/endorse-commands";
import {
  addEvidence,
  completeEvidence,
  sendRequisition,
  startRequisition,
} from "@/features/requisitions/commands";
import {
  reconcileRequisition,
  recordClaimAnswer,
  recordPayment,
} from "@/features/requisitions/payment-commands";
import { getTaskCount, getTasks } from "@/features/tasks/queries";
import type { TaskOwner } from "@/features/tasks/role-queries";
import { disconnect, read, type Tx, write } from "@/server/db";
import { newId } from "@/server/id";
import { type HeldRole, rolesInForce } from "@/server/roles";
import {
  answer,
  calledMeeting,
  freeze,
  MEETING,
  minuted,
  preparedCase,
  readyCases,
  sendTo,
  voiceOf,
} from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, type PersonName, TODAY, type World, world } from "../people";
import { tookPart } from "./after-decision";
import { approvedCase, grantedCase, PERIOD } from "./approved-case";

let db: FreshDatabase;
let all: World;
let city: House;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  city = all.city;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

/** Roles by person and day, until something is laid down that may change them. */
const rolesHeld = new Map<string, HeldRole[]>();

/** The person as a visitor: the roles that are in force in the database, the given one chosen. */
async function visiting(actor: Actor, on: Day = TODAY): Promise<TaskOwner> {
  const key = `${actor.personId} ${on}`;
  const held = rolesHeld.get(key) ?? (await read(actor, (tx) => rolesInForce(tx, actor.personId, on)));
  rolesHeld.set(key, held);
  const chosen =
    held.find(
      (role) => role.role === actor.role && (role.onBehalfOf?.personId ?? null) === actor.onBehalfOf,
    ) ?? held[0];
  const scheme =
    actor.employerId === all.agency.employerId || actor.employerId === all.office.employerId ? "lom" : "tlo";
  return { actor, roles: held.map((role) => ({ ...role, chosen: role === chosen })), employer: { scheme } };
}

/** What waits for a person about one thing: its kinds. */
async function waiting(actor: Actor, about: string, on: Day = TODAY): Promise<TaskKind[]> {
  const { tasks } = await getTasks(await visiting(actor, on), on);
  return tasks.filter(({ id, subject }) => id === about || subject === about).map(({ kind }) => kind);
}

/** Who of the house has a task of a kind about one thing. */
async function whoHas(house: House, kind: TaskKind, about: string, on: Day = TODAY): Promise<PersonName[]> {
  const names: PersonName[] = [];
  for (const [name, actor] of Object.entries(house.people) as [PersonName, Actor][])
    if ((await waiting(actor, about, on)).includes(kind)) names.push(name);
  return names.sort();
}

const an = (title: string) => ({ title, why: "Vi saknar kunskap.", audience: "some" as const, headcount: 6 });
const handIn = (author: Actor, title: string, withManager = true) =>
  submitIdea(author, { ...an(title), withManager }, noon());

/** A case as it stands when it is handed in: nobody has endorsed it. */
async function submittedCase(house: House, over: Parameters<typeof preparedCase>[1] = {}): Promise<string> {
  const id = await preparedCase(house, over);
  await lay(house, (tx) =>
    tx.preRegistration.updateMany({ where: { id }, data: { status: "submitted", amount: kr(120_000) } }),
  );
  return id;
}

/** Lays a state down as a row, where the step that leads to it is another test's matter. */
const lay = (house: House, change: (tx: Tx) => Promise<unknown>, on: Day = TODAY) =>
  write(house.people.coordinator, noon(on), null, async ({ tx }) => {
    await change(tx);
    rolesHeld.clear();
  });

describe("ideas", () => {
  it("with the manager: the nearest manager alone is asked, until they answer", async () => {
    const { employee, northManager, coordinator } = city.people;
    const id = await handIn(employee, "C1-körkort");
    expect(await whoHas(city, "endorseIdea", id)).toEqual(["northManager"]);
    const [task] = (await getTasks(await visiting(northManager), TODAY)).tasks;
    // Ten working days from a Monday.
    expect(task).toMatchObject({
      href: `/ideas/${id}`,
      place: "north enhet",
      since: TODAY,
      due: "2026-12-07",
    });

    await returnIdea(northManager, { id, missing: "Hur många?" }, noon());
    expect(await waiting(northManager, id)).toEqual([]);
    expect(await whoHas(city, "completeIdea", id)).toEqual(["employee"]);

    await submitIdea(employee, { ...an("C1-körkort"), id, withManager: true }, noon());
    expect(await waiting(employee, id)).toEqual([]);
    await endorseIdea(northManager, { id, ownCost: null }, noon());
    expect(await waiting(northManager, id)).toEqual([]);
    expect(await whoHas(city, "takeUpIdea", id)).toEqual(["careCoordinator", "coordinator", "sender"]);

    await takeUpIdea(coordinator, { id }, noon());
    expect(await whoHas(city, "takeUpIdea", id)).toEqual([]);
  });

  it("a manager's own goes to the next one up, and one handed in alone to the coordinator at once", async () => {
    const own = await handIn(city.people.northManager, "Chefens egen");
    expect(await whoHas(city, "endorseIdea", own)).toEqual(["groupManager", "manager"]);
    const alone = await handIn(city.people.colleague, "Utan chef", false);
    expect(await whoHas(city, "endorseIdea", alone)).toEqual([]);
    expect(await whoHas(city, "takeUpIdea", alone)).toEqual(["careCoordinator", "coordinator", "sender"]);
  });

  it("never leaves its employer or its coordinator's units", async () => {
    const { schoolManager } = city.people;
    const id = await handIn(schoolManager, "Skolans", false);
    expect(await whoHas(city, "takeUpIdea", id)).toEqual(["coordinator", "sender"]);
    expect(await whoHas(all.region, "takeUpIdea", id)).toEqual([]);
  });
});

describe("cases before the decision", () => {
  const yes = { amount: kr(120_000), ownCost: 0n, note: "" };

  it("wait for the unit's nearest manager, or the next one up when that is the owner, until the unit has said yes", async () => {
    const { northManager, manager } = city.people;
    const owned = await submittedCase(city, { ownerId: northManager.personId });
    expect(await whoHas(city, "endorseCase", owned)).toEqual(["groupManager", "manager"]);
    const unowned = await submittedCase(city, { ownerId: null });
    expect(await whoHas(city, "endorseCase", unowned)).toEqual(["northManager"]);

    await endorseCase(manager, { id: owned, unitId: city.units.north, ...yes }, noon());
    expect(await whoHas(city, "endorseCase", owned)).toEqual([]);
    expect(await whoHas(city, "prepareCase", owned)).toEqual(["careCoordinator", "coordinator", "sender"]);
  });

  it("a participant is not asked about their own", async () => {
    const { northManager } = city.people;
    const id = await submittedCase(city, { ownerId: null, participant: northManager });
    expect(await waiting(northManager, id)).toEqual([]);
  });

  it("come back to the coordinator, and go on to the unions", async () => {
    const { northManager, coordinator } = city.people;
    const id = await submittedCase(city, { ownerId: null });
    await returnCase(northManager, { id, missing: "Vem vikarierar?" }, noon());
    expect(await waiting(coordinator, id)).toEqual(["mendCase"]);
    expect(await waiting(northManager, id)).toEqual([]);

    const prepared = await preparedCase(city);
    expect(await waiting(coordinator, prepared)).toEqual(["consultCase"]);
    const school = await preparedCase(city, { unit: "school" });
    expect(await whoHas(city, "consultCase", school)).toEqual(["coordinator", "sender"]);

    const meeting = await planConsultation(
      coordinator,
      { kind: "unions", day: addDays(TODAY, 11), place: "" },
      noon(),
    );
    expect(await waiting(coordinator, meeting)).toEqual([]);
    await sendTo(city, meeting, [prepared]);
    expect(await waiting(coordinator, prepared)).toEqual([]);
    expect(await waiting(coordinator, meeting)).toEqual(["callConsultation"]);
    const { tasks } = await getTasks(await visiting(coordinator), TODAY);
    expect(tasks.find(({ id: of }) => of === meeting)).toMatchObject({ due: addDays(TODAY, 4), count: 1 });
    await callConsultation(coordinator, { id: meeting }, noon());
    expect(await waiting(coordinator, meeting)).toEqual([]);
  });

  it("lie with every called union until it has answered, with the meeting's day", async () => {
    const { rep, fellowRep, otherRep, coordinator } = city.people;
    const id = await preparedCase(city, { title: "Språkstöd", participant: otherRep });
    await calledMeeting(city, [id]);
    // Both of the first union; the other union's representative takes part in it.
    expect(await whoHas(city, "answerVoice", "Språkstöd")).toEqual([
      "fellowRep",
      "groupFirst",
      "groupSecond",
      "rep",
    ]);
    expect(
      (await getTasks(await visiting(rep), TODAY)).tasks.find((it) => it.subject === "Språkstöd")?.due,
    ).toBe(MEETING.day);
    await answer(city, id, rep, "willReturn", MEETING.called, { returnsOn: addDays(TODAY, 2) });
    expect(
      (await getTasks(await visiting(rep), TODAY)).tasks.find((it) => it.subject === "Språkstöd")?.due,
    ).toBe(addDays(TODAY, 2));
    await answer(city, id, fellowRep, "noObjection", MEETING.day);
    expect(await whoHas(city, "answerVoice", "Språkstöd")).toEqual(["groupSecond"]);
    expect(await waiting(coordinator, "Språkstöd")).toEqual([]);
  });

  it("a new version asks again, and the one who has a newer meeting is asked there alone", async () => {
    const { rep } = city.people;
    const id = await preparedCase(city, { title: "Igen" });
    await calledMeeting(city, [id]);
    await lay(city, (tx) => tx.preRegistration.updateMany({ where: { id }, data: { status: "deferred" } }));
    const next = await planConsultation(
      city.people.coordinator,
      { kind: "unions", day: addDays(TODAY, 20), place: "" },
      noon(),
    );
    await sendTo(city, next, [id]);
    // Planned there, still called here: the older meeting asks nobody any more.
    expect(await waiting(rep, "Igen")).toEqual([]);
    await callConsultation(city.people.coordinator, { id: next }, noon());
    expect(await waiting(rep, "Igen")).toEqual(["answerVoice"]);
  });

  it("the meeting's minutes wait for the coordinator and then for one representative of any union there", async () => {
    const { coordinator, rep, otherRep } = city.people;
    const id = await preparedCase(city);
    const meeting = await calledMeeting(city, [id]);
    expect(await waiting(coordinator, meeting, addDays(MEETING.day, -1))).toEqual([]);
    expect(await waiting(coordinator, meeting, MEETING.day)).toEqual(["recordMinutes"]);
    // The day after, who said nothing has to be put on record.
    expect(await waiting(coordinator, meeting)).toEqual(["recordMinutes", "concludeSilent"]);
    await answer(city, id, rep, "noObjection", MEETING.day);
    await answer(city, id, otherRep, "noObjection", MEETING.day);
    expect(await waiting(coordinator, meeting)).toEqual(["recordMinutes"]);
    expect(await whoHas(city, "approveMinutes", meeting)).toEqual([]);

    await recordMinutes(coordinator, { id: meeting, number: "9", text: "Samverkan är avslutad." }, noon());
    expect(await waiting(coordinator, meeting)).toEqual([]);
    expect(await whoHas(city, "approveMinutes", meeting)).toEqual([
      "fellowRep",
      "groupFirst",
      "groupSecond",
      "otherRep",
      "rep",
    ]);
    await approveMinutes(otherRep, { id: meeting }, noon());
    expect(await whoHas(city, "approveMinutes", meeting)).toEqual([]);
  });
});

describe("what only the coordinator can bring further with the unions", () => {
  const soon = {
    planned: addDays(TODAY, -6),
    called: addDays(TODAY, -5),
    day: addDays(TODAY, -3),
    minuted: TODAY,
  };

  it("called too late asks for another meeting, not for silence on record", async () => {
    const { coordinator } = city.people;
    const id = await preparedCase(city);
    const meeting = await calledMeeting(city, [id], soon);
    expect(await waiting(coordinator, meeting)).toEqual(["recordMinutes"]);
    expect(await whoHas(city, "meetAgain", id)).toEqual(["careCoordinator", "coordinator", "sender"]);
  });

  it("who said they would return is silent only after that day", async () => {
    const { coordinator, rep, otherRep } = city.people;
    const id = await preparedCase(city);
    const meeting = await calledMeeting(city, [id]);
    await answer(city, id, rep, "noObjection", MEETING.day);
    await answer(city, id, otherRep, "willReturn", MEETING.day, { returnsOn: TODAY });
    expect(await waiting(coordinator, meeting)).toEqual(["recordMinutes"]);
    expect((await waiting(coordinator, meeting, addDays(TODAY, 1))).sort()).toEqual([
      "concludeSilent",
      "recordMinutes",
    ]);
  });

  it("a negotiation waits until it is concluded", async () => {
    const { coordinator, otherRep } = city.people;
    const id = await preparedCase(city);
    await calledMeeting(city, [id]);
    await answer(city, id, otherRep, "requestsNegotiation", MEETING.day, { text: "Vi är oense." });
    expect(await waiting(coordinator, id)).toEqual(["concludeNegotiation"]);
    const { id: voiceId } = await voiceOf(city, id, "second");
    await concludeNegotiation(coordinator, { voiceId, record: "Slutade i oenighet." }, noon());
    expect(await waiting(coordinator, id)).toEqual([]);
    await requestCentral(otherRep, { voiceId }, noon());
    expect(await waiting(coordinator, id)).toEqual(["concludeNegotiation"]);
    await concludeCentral(coordinator, { voiceId, record: "Avslutad." }, noon());
    expect(await waiting(coordinator, id)).toEqual([]);
  });

  it("a change after the minutes asks for another meeting, until the case is on one", async () => {
    const { coordinator } = city.people;
    const [id] = (await readyCases(city, [{}])) as [string];
    expect(await waiting(coordinator, id)).toEqual([]);
    await freeze(city, id, { amount: "1" });
    expect(await waiting(coordinator, id)).toEqual(["meetAgain"]);
    const next = await planConsultation(
      coordinator,
      { kind: "unions", day: addDays(TODAY, 14), place: "" },
      noon(),
    );
    await takeUpAgain(coordinator, { caseId: id, consultationId: next }, noon());
    expect(await waiting(coordinator, id)).toEqual([]);
    expect(await waiting(coordinator, next)).toEqual(["callConsultation"]);

    const then = addDays(TODAY, 14);
    await callConsultation(coordinator, { id: next }, noon());
    await answer(city, id, city.people.rep, "noObjection", then);
    await answer(city, id, city.people.otherRep, "noObjection", then);
    await minuted(city, next, then);
    expect(await waiting(coordinator, id, addDays(then, 1))).toEqual([]);
    expect(await waiting(city.people.chief, id, addDays(then, 1))).toEqual(["decideCase"]);
  });
});

describe("the decision", () => {
  it("waits for who has a mandate that reaches, once the gate is open", async () => {
    const { decider, chief } = city.people;
    const [small, large, own] = (await readyCases(city, [
      { amount: kr(200_000) },
      { amount: kr(400_000) },
      { amount: kr(50_000), ownerId: chief.personId },
    ])) as [string, string, string];
    expect(await whoHas(city, "decideCase", small)).toEqual(["chief", "decider"]);
    expect(await whoHas(city, "decideCase", large)).toEqual(["chief"]);
    expect(await whoHas(city, "decideCase", own)).toEqual(["decider"]);
    await approveCase(decider, { caseId: small, amount: kr(200_000) }, noon());
    expect(await whoHas(city, "decideCase", small)).toEqual([]);
    expect(await waiting(city.people.coordinator, small)).toEqual(["planInitiative"]);
  });

  it("does not wait while a union, the minutes, or a unit is missing", async () => {
    const unheard = await preparedCase(city);
    const meeting = await calledMeeting(city, [unheard]);
    await answer(city, unheard, city.people.rep, "noObjection", MEETING.day);
    await recordMinutes(
      city.people.coordinator,
      { id: meeting, number: "1", text: "Protokoll." },
      noon(MEETING.minuted),
    );
    await approveMinutes(city.people.rep, { id: meeting }, noon(MEETING.minuted));
    expect(await whoHas(city, "decideCase", unheard)).toEqual([]);

    const [south] = (await readyCases(city, [{ unit: "south" }])) as [string];
    expect(await waiting(city.people.chief, south)).toEqual(["decideCase"]);
    const third = newId();
    await lay(city, async (tx) => {
      const { employerId } = city;
      await tx.union.createMany({ data: [{ employerId, id: third, name: "Vårdförbundet" }] });
      await tx.unionToHear.createMany({
        data: [{ employerId, id: newId(), unionId: third, unitId: city.units.south, from: column(TODAY) }],
      });
    });
    expect(await waiting(city.people.chief, south)).toEqual([]);

    const [changed, raised] = (await readyCases(city, [{}, {}])) as [string, string];
    expect(await whoHas(city, "decideCase", changed)).toEqual(["chief", "decider"]);
    await freeze(city, changed, { amount: "1" });
    expect(await whoHas(city, "decideCase", changed)).toEqual([]);
    await lay(city, (tx) =>
      tx.caseUnit.updateMany({ where: { caseId: raised }, data: { ownCost: kr(9_000) } }),
    );
    expect(await whoHas(city, "decideCase", raised)).toEqual([]);
    expect(await whoHas(city, "endorseCase", raised)).toEqual(["groupManager", "manager"]);
  });

  it("of a joint group is written down by the coordinator after its meeting, and decided by nobody alone", async () => {
    const { agency } = all;
    const id = await preparedCase(agency);
    const meeting = await planConsultation(
      agency.people.coordinator,
      { kind: "jointGroup", day: TODAY, place: "" },
      noon(addDays(TODAY, -9)),
    );
    await sendTo(agency, meeting, [id], addDays(TODAY, -9));
    expect(await waiting(agency.people.coordinator, id, addDays(TODAY, -1))).toEqual([]);
    expect(await whoHas(agency, "recordGroupDecision", id)).toEqual([
      "careCoordinator",
      "coordinator",
      "sender",
    ]);
    expect(await whoHas(agency, "decideCase", id)).toEqual([]);
  });
});

describe("after the decision", () => {
  const granted = (filing: string, amount: bigint) => ({
    id: filing,
    answeredOn: TODAY,
    text: "",
    split: "initiatives" as const,
    parts: [{ number: `26-${filing.slice(-6)}`, amount, earliestClaimDay: null, title: "" }],
  });

  it("an approved case asks for its initiative, its filing, its sender, its answer and its closing, one after the other", async () => {
    const { coordinator, sender, northManager } = city.people;
    const { caseId, amount, ideaId } = await approvedCase(city, { on: "2026-10-01", ownerId: null });
    expect(await waiting(coordinator, caseId)).toEqual(["planInitiative"]);
    const initiative = await addInitiative(
      coordinator,
      {
        caseId,
        title: "Hela",
        unitId: city.units.north,
        amount,
        periodFrom: PERIOD.from,
        periodUntil: PERIOD.until,
        headcount: 12,
        ideaIds: [ideaId],
      },
      noon("2026-10-01"),
    );
    expect(await waiting(coordinator, caseId)).toEqual([]);
    expect((await waiting(coordinator, initiative)).sort()).toEqual(["nameOwner", "prepareFiling"]);

    const filing = await prepareFiling(
      coordinator,
      { initiativeId: initiative, note: "" },
      noon("2026-10-01"),
    );
    expect(await waiting(coordinator, initiative)).toEqual(["nameOwner"]);
    expect(await whoHas(city, "sendFiling", filing)).toEqual(["sender"]);
    await lay(city, (tx) =>
      tx.filing.updateMany({ where: { id: filing }, data: { status: "sent", sentOn: column("2026-10-20") } }),
    );
    expect(await whoHas(city, "sendFiling", filing)).toEqual([]);
    expect(await waiting(coordinator, filing, "2026-11-19")).toEqual([]);
    expect(await waiting(coordinator, filing, "2026-11-20")).toEqual(["askForAnswer"]);

    await recordGrant(sender, granted(filing, amount), noon());
    expect(await waiting(coordinator, filing)).toEqual([]);
    expect(await waiting(coordinator, initiative)).toEqual(["nameOwner"]);
    expect(await waiting(coordinator, caseId)).toEqual(["closeReservation"]);
    const { revision } = await read(coordinator, (tx) =>
      tx.initiative.findFirstOrThrow({ where: { id: initiative }, select: { revision: true } }),
    );
    await assignInitiative(
      coordinator,
      {
        id: initiative,
        ownerId: northManager.personId,
        periodFrom: PERIOD.from,
        periodUntil: PERIOD.until,
        revision,
      },
      noon(),
    );
    expect(await waiting(coordinator, initiative)).toEqual([]);
    await closeReservation(coordinator, { caseId }, noon());
    expect(await waiting(coordinator, caseId)).toEqual([]);
  });

  it("a returned filing asks for a new one, a rejected one for the closing", async () => {
    const { coordinator, sender } = city.people;
    const { caseId, amount, ideaId } = await approvedCase(city, { on: "2026-11-02" });
    const initiative = await addInitiative(
      coordinator,
      {
        caseId,
        title: "Åter",
        unitId: city.units.north,
        amount,
        periodFrom: PERIOD.from,
        periodUntil: PERIOD.until,
        headcount: 12,
        ideaIds: [ideaId],
      },
      noon(),
    );
    const send = async () => {
      const id = await prepareFiling(coordinator, { initiativeId: initiative, note: "" }, noon());
      await sendFiling(sender, { id }, noon());
      return id;
    };
    const first = await send();
    await recordRefusal(
      coordinator,
      { id: first, outcome: "returned", answeredOn: TODAY, text: "Fel AID." },
      noon(),
    );
    expect(await waiting(coordinator, initiative)).toEqual(["prepareFiling"]);
    const second = await send();
    expect(await waiting(coordinator, initiative)).toEqual([]);
    expect(await waiting(coordinator, caseId)).toEqual([]);
    await recordRefusal(
      coordinator,
      { id: second, outcome: "rejected", answeredOn: TODAY, text: "Ordinarie." },
      noon(),
    );
    expect(await waiting(coordinator, initiative)).toEqual([]);
    expect(await waiting(coordinator, caseId)).toEqual(["closeReservation"]);
  });

  it("its owner starts and completes it; it is claimed, sent, mended, and reconciled by who has no part in it", async () => {
    const { northManager, coordinator, sender, hr } = city.people;
    const period = { from: "2026-11-02", until: "2026-11-20" };
    const { initiativeId, partIds, amount } = await grantedCase(city, { on: "2026-10-20", period });
    const [part] = partIds as [string];
    expect(await waiting(northManager, initiativeId, "2026-11-01")).toEqual([]);
    expect(await whoHas(city, "startInitiative", initiativeId)).toEqual(["northManager"]);
    await startInitiative(northManager, { id: initiativeId }, noon("2026-11-02"));
    expect(await waiting(northManager, initiativeId, period.until)).toEqual([]);
    expect(await waiting(northManager, initiativeId)).toEqual(["completeInitiative"]);
    await countParticipants(northManager, { id: initiativeId, groups: tookPart(8, 3) }, noon());
    await completeInitiative(northManager, { id: initiativeId, completedOn: "2026-11-20" }, noon());
    expect(await waiting(northManager, initiativeId)).toEqual([]);

    expect(await whoHas(city, "claimPart", part)).toEqual(["careCoordinator", "coordinator", "sender"]);
    const claim = await startRequisition(coordinator, { partId: part, amount }, noon());
    expect(await waiting(coordinator, part)).toEqual([]);
    expect(await waiting(coordinator, claim)).toEqual(["finishClaim"]);
    for (const kind of ["invoice", "participantList"] as const)
      await addEvidence(
        coordinator,
        { id: claim, kind, number: "F-1", day: "2026-11-20", amount: kind === "invoice" ? amount : null },
        noon(),
      );
    await completeEvidence(coordinator, { id: claim }, noon());
    expect(await waiting(coordinator, claim)).toEqual([]);
    expect(await whoHas(city, "sendClaim", claim)).toEqual(["sender"]);
    await sendRequisition(sender, { id: claim }, noon());
    expect(await whoHas(city, "sendClaim", claim)).toEqual([]);
    await recordClaimAnswer(coordinator, { id: claim, outcome: "partlyRejected", answer: "Resor." }, noon());
    expect(await waiting(coordinator, claim)).toEqual(["mendClaim"]);
    await recordPayment(
      hr,
      { id: claim, paidAmount: amount - kr(1), paidOn: TODAY, cause: "Resor." },
      noon(),
    );
    expect(await waiting(coordinator, claim)).toEqual([]);
    expect(await whoHas(city, "reconcileClaim", claim)).toEqual(["groupChair", "hr"]);
    await reconcileRequisition(hr, { id: claim }, noon());
    expect(await waiting(hr, claim)).toEqual([]);
  });

  it("what the national fund delivered is called off by HR, not claimed", async () => {
    const { partIds, initiativeId } = await grantedCase(city, { providerKind: "nationalFund" });
    const [part] = partIds as [string];
    await lay(city, (tx) =>
      tx.initiative.updateMany({
        where: { id: initiativeId },
        data: { status: "completed", completedOn: column(TODAY) },
      }),
    );
    expect(await whoHas(city, "claimPart", part)).toEqual([]);
    expect(await whoHas(city, "bookCallOff", part)).toEqual(["groupChair", "hr"]);
    await lay(city, (tx) =>
      tx.initiative.updateMany({ where: { id: initiativeId }, data: { ownerId: city.people.hr.personId } }),
    );
    expect(await whoHas(city, "bookCallOff", part)).toEqual(["groupChair"]);
  });
});

describe("several roles", () => {
  it("all count, each in its own scope and named, the acting one first", async () => {
    const { colleague, coordinator } = city.people;
    // In a house of its own, so that what others left here does not count.
    const { office } = all;
    const { schoolManager, employee, colleague: pupil } = office.people;
    await lay(office, (tx) =>
      tx.roleAssignment.createMany({
        data: (["employee", "coordinator"] as const).map((role) => ({
          employerId: office.employerId,
          id: newId(),
          personId: schoolManager.personId,
          role,
          unitId: role === "employee" ? office.units.top : office.units.care,
          from: column("2024-01-01"),
        })),
      }),
    );
    await lay(office, (tx) =>
      tx.person.updateMany({ where: { id: pupil.personId }, data: { unitId: office.units.school } }),
    );
    const asked = await handIn(pupil, "Skolans idé");
    const alone = await handIn(employee, "Vårdens idé", false);
    const schoolAlone = await handIn(pupil, "Skolans egen väg", false);
    const own = await handIn(schoolManager, "Min egen");
    await lay(office, (tx) => tx.idea.updateMany({ where: { id: own }, data: { status: "returned" } }));

    const seen = async (actor: Actor) =>
      (await getTasks(await visiting(actor), TODAY)).tasks.map(({ kind, id, as }) => [
        kind,
        id,
        as.role,
        as.chosen,
      ]);
    expect(new Set(await seen(schoolManager))).toEqual(
      new Set([
        ["endorseIdea", asked, "manager", true],
        // As coordinator only in care: the school's own is not theirs.
        ["takeUpIdea", alone, "coordinator", false],
        ["completeIdea", own, "manager", true],
      ]),
    );
    expect(await getTaskCount(await visiting(schoolManager), TODAY)).toBe("3");
    const asEmployee = { ...schoolManager, role: "employee" as const };
    expect(new Set(await seen(asEmployee))).toEqual(
      new Set([
        ["endorseIdea", asked, "manager", false],
        ["takeUpIdea", alone, "coordinator", false],
        ["completeIdea", own, "employee", true],
      ]),
    );
    expect(await waiting(office.people.coordinator, schoolAlone)).toEqual(["takeUpIdea"]);
    expect(await waiting(coordinator, asked)).toEqual([]);
    expect(await waiting(colleague, asked)).toEqual([]);
  });

  it("a substitute has what waits for the absent manager, in their name, only on those days", async () => {
    const { office } = all;
    const { northManager, southRep, employee } = { ...office.people, southRep: office.people.groupFirst };
    await lay(office, (tx) =>
      tx.substitute.createMany({
        data: [
          {
            employerId: office.employerId,
            id: newId(),
            personId: northManager.personId,
            substituteId: southRep.personId,
            from: column(TODAY),
            until: column(addDays(TODAY, 4)),
          },
        ],
      }),
    );
    const id = await handIn(employee, "Under semestern");
    expect(await waiting(southRep, id)).toEqual(["endorseIdea"]);
    const { tasks } = await getTasks(await visiting(southRep), TODAY);
    expect(tasks.find((it) => it.id === id)?.as).toMatchObject({
      role: "manager",
      onBehalfOf: "Nils Dunder",
    });
    expect(await waiting(southRep, id, addDays(TODAY, 5))).toEqual([]);
    expect(await waiting(northManager, id)).toEqual(["endorseIdea"]);
  });
});

it("of one kind at most twenty are counted, and the count says that there are more", async () => {
  const { region } = all;
  const { coordinator, employee } = region.people;
  await lay(region, (tx) =>
    tx.idea.createMany({
      data: Array.from({ length: MOST_OF_A_KIND + 3 }, (_, nth) => ({
        employerId: region.employerId,
        id: newId(),
        unitId: region.units.north,
        authorId: employee.personId,
        title: `Idé ${nth}`,
        why: "",
        audience: "me" as const,
        withManager: true,
        status: "endorsed" as const,
        statusSince: noon(addDays(TODAY, -nth)),
      })),
    }),
  );
  const owner = await visiting(coordinator);
  const { tasks, capped } = await getTasks(owner, TODAY);
  expect(tasks).toHaveLength(MOST_OF_A_KIND);
  expect(capped).toEqual(["takeUpIdea"]);
  // The oldest are kept.
  expect(tasks[0]?.subject).toBe(`Idé ${MOST_OF_A_KIND + 2}`);
  expect(await getTaskCount(owner, TODAY)).toBe("20+");
});

it("the frame's count, found without the words, is the list's length for everybody", async () => {
  const counts: string[] = [];
  for (const house of Object.values(all))
    for (const actor of Object.values(house.people)) {
      const owner = await visiting(actor);
      const count = await getTaskCount(owner, TODAY);
      expect(count).toBe(howMany(await getTasks(owner, TODAY)));
      counts.push(count);
    }
  // Not a comparison of nothing with nothing.
  expect(counts.filter((count) => count !== "0").length).toBeGreaterThan(15);
});

it("a role that has ended asks for nothing", async () => {
  const { region } = all;
  const { careCoordinator } = region.people;
  expect((await getTasks(await visiting(careCoordinator), TODAY)).tasks.length).toBeGreaterThan(0);
  await lay(region, (tx) =>
    tx.roleAssignment.updateMany({
      where: { personId: careCoordinator.personId },
      data: { until: column(addDays(TODAY, -1)) },
    }),
  );
  const held = await read(careCoordinator, (tx) => rolesInForce(tx, careCoordinator.personId, TODAY));
  expect(held).toEqual([]);
  expect(
    (await getTasks({ actor: careCoordinator, roles: [], employer: { scheme: "tlo" } }, TODAY)).tasks,
  ).toEqual([]);
});
