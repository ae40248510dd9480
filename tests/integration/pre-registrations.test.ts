import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import type { CaseCostLine } from "@/domain/case-sections";
import { column } from "@/domain/day";
import { ChangedMeanwhile, Refusal } from "@/domain/reason";
import { planConsultation } from "@/features/consultations/commands";
import { submitIdea } from "@/features/ideas/author-commands";
import { endorseIdea, takeUpIdea } from "@/features/ideas/commands";
import {
  createCase,
  parkCase,
  prepareCase,
  resumeCase,
  submitCase,
  withdrawCase,
} from "@/features/pre-registrations/commands";
import { endorseCase, returnCase } from "@/features/pre-registrations/endorse-commands";
import { sendToConsultation } from "@/features/pre-registrations/freeze-commands";
import { type CaseFacts, findCase, moveCase } from "@/features/pre-registrations/move";
import { rankedIds } from "@/features/pre-registrations/priority-queries";
import { rankCase, rankCases } from "@/features/pre-registrations/rank-commands";
import {
  type SectionInput,
  saveCosts,
  saveSection,
  saveUnits,
} from "@/features/pre-registrations/section-commands";
import { disconnect, read, write } from "@/server/db";
import { draftOf, saveDraft } from "@/server/drafts";
import { newId } from "@/server/id";
import { receiptOf } from "@/server/receipts";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, type World, world } from "../people";

let db: FreshDatabase;
let all: World;
let city: House;
const NOW = noon();

beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  city = all.city;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const reason = (key: string, field?: string) =>
  expect.objectContaining({ reason: expect.objectContaining(field ? { key, field } : { key }) });
const NOT_FOUND = reason("refusals.notFound");

const look = (id: string, actor: Actor = city.people.coordinator): Promise<CaseFacts> =>
  read(actor, (tx) => findCase({ tx }, actor, id));

/** What history says of a case, oldest first. */
async function told(id: string): Promise<string[]> {
  const rows = await read(city.people.coordinator, (tx) =>
    tx.caseEvent.findMany({
      where: { caseId: id },
      orderBy: { seq: "asc" },
      select: { kind: true, detail: true },
    }),
  );
  return rows.map((row) => [row.kind.replace("preRegistration.", ""), row.detail].filter(Boolean).join(" "));
}

async function anIdea(
  house: House,
  by: "employee" | "colleague" = "employee",
  ownCost: bigint | null = null,
) {
  const idea = {
    title: "Vi vill bli undersköterskor",
    why: "Det saknas undersköterskor.",
    audience: "some" as const,
  };
  const id = await submitIdea(
    house.people[by],
    { ...idea, headcount: 12, withManager: ownCost !== null },
    NOW,
  );
  if (ownCost !== null) await endorseIdea(house.people.northManager, { id, ownCost }, NOW);
  return id;
}

/** A draft without ideas, on the north unit. */
const aDraft = (house = city, title = "Vårdbiträden blir undersköterskor") =>
  createCase(house.people.coordinator, { ideas: [], title, unitId: house.units.north, fundId: null }, NOW);

const LINES: CaseCostLine[] = [
  { costType: "courseFee", text: "Vård och omsorg 1", amount: kr(222_000), codes: { ansvar: "4210" } },
  { costType: "travel", text: "", amount: kr(16_800), codes: {} },
];

async function revisionOf(id: string, house = city): Promise<number> {
  return (await look(id, house.people.coordinator)).revision;
}

/** Fills every section, one save after the other. */
async function fill(id: string, house = city, ownerId = house.people.manager.personId): Promise<void> {
  const actor = house.people.coordinator;
  const edited = async () => ({ id, revision: await revisionOf(id, house) });
  for (const section of ["need", "initiative", "beyondOrdinary", "risk"] as const)
    await saveSection(actor, { ...(await edited()), section, text: `Text om ${section}` }, NOW);
  await saveSection(actor, { ...(await edited()), section: "area", area: "competence" }, NOW);
  const groups = [{ occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 26 }];
  await saveSection(actor, { ...(await edited()), section: "groups", headcount: 12, groups }, NOW);
  await saveSection(
    actor,
    { ...(await edited()), section: "provider", providerKind: "ownRegime", providerName: "Vuxenskolan" },
    NOW,
  );
  await saveSection(
    actor,
    { ...(await edited()), section: "period", periodFrom: "2027-02-01", periodUntil: "2027-05-31" },
    NOW,
  );
  await saveSection(actor, { ...(await edited()), section: "owner", ownerId }, NOW);
  await saveCosts(actor, { ...(await edited()), lines: LINES }, NOW);
}

async function endorse(id: string, house = city): Promise<void> {
  const it = await look(id, house.people.coordinator);
  for (const { unitId, ownCost } of it.units)
    await endorseCase(house.people.northManager, { id, unitId, amount: it.amount, ownCost, note: "" }, NOW);
}

/** A case that is ready for consultation, made step by step. */
async function prepared(house = city): Promise<string> {
  const id = await aDraft(house);
  await fill(id, house);
  await submitCase(house.people.coordinator, { id }, NOW);
  await endorse(id, house);
  await prepareCase(house.people.coordinator, { id }, NOW);
  return id;
}

const aMeeting = (house = city, kind: "unions" | "jointGroup" = "unions") =>
  planConsultation(house.people.coordinator, { kind, day: "2026-12-04", place: "Stadshuset" }, NOW);

describe("numbers", () => {
  test("twenty at once get twenty numbers in a row, and a refusal leaves no gap", async () => {
    const { region } = all;
    const actor = region.people.coordinator;
    const make = (unitId: string) =>
      createCase(actor, { ideas: [], title: "Ett", unitId, fundId: null }, NOW);
    const made = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => make(region.units.north)),
      // Refused: the unit is another employer's.
      ...Array.from({ length: 5 }, () => make(city.units.north)),
    ]);
    expect(made.filter((it) => it.status === "fulfilled")).toHaveLength(20);
    const numbers = await read(actor, (tx) => tx.preRegistration.findMany({ select: { number: true } }));
    expect(numbers.map((it) => it.number).sort()).toEqual(
      Array.from({ length: 20 }, (_, nth) => `2026-${String(nth + 1).padStart(4, "0")}`),
    );
    await make(region.units.south);
    const last = await read(actor, (tx) => tx.caseCounter.findMany({ select: { year: true, last: true } }));
    expect(last).toEqual([{ year: 2026, last: 21 }]);
  });

  test("a new year begins at one, by the day in Stockholm", async () => {
    const { office } = all;
    const make = (now: Date) =>
      createCase(
        office.people.coordinator,
        { ideas: [], title: "Ett", unitId: office.units.north, fundId: null },
        now,
      );
    const before = await make(new Date("2026-12-31T22:59:00Z"));
    const after = await make(new Date("2026-12-31T23:01:00Z"));
    const number = async (id: string) => (await look(id, office.people.coordinator)).number;
    expect([await number(before), await number(after)]).toEqual(["2026-0001", "2027-0001"]);
  });

  test("a double click makes one case, and both get the same answer", async () => {
    const input = { ideas: [], title: "En gång", unitId: city.units.north, fundId: null };
    const receipt = receiptOf("preRegistration.prepare", newId(), input);
    const click = () => createCase(city.people.coordinator, input, NOW, receipt);
    const [first, second] = await Promise.all([click(), click()]);
    expect(second).toBe(first);
    const again = await click();
    expect(again).toBe(first);
    const made = await read(city.people.coordinator, (tx) =>
      tx.preRegistration.count({ where: { title: "En gång" } }),
    );
    expect(made).toBe(1);
  });
});

describe("a case of ideas", () => {
  test("takes their units, their authors as applicants, and what their manager said of own cost", async () => {
    const ideas = [await anIdea(city, "employee", kr(40_000)), await anIdea(city, "colleague", kr(8_000))];
    const input = { ideas, title: "Två idéer", unitId: city.units.care, fundId: null };
    const id = await createCase(city.people.coordinator, input, NOW);
    const it = await look(id);
    expect(it).toMatchObject({
      status: "draft",
      unitId: city.units.care,
      fundId: city.fund.fundId,
      potId: city.fund.potId,
      headcount: 24,
      units: [{ unitId: city.units.north, ownCost: kr(48_000) }],
    });
    expect([...it.parties.applicants].sort()).toEqual(
      [city.people.employee.personId, city.people.colleague.personId].sort(),
    );
    const [idea] = await read(city.people.coordinator, (tx) =>
      tx.idea.findMany({ where: { id: { in: ideas } }, distinct: ["status"], select: { status: true } }),
    );
    expect(idea).toEqual({ status: "converted" });
    // Each manager's yes was to less than both together, so the unit is asked about the sum.
    await fill(id);
    await submitCase(city.people.coordinator, { id }, NOW);
    expect((await look(id)).status).toBe("submitted");
  });

  test("one idea with its manager's yes needs no other", async () => {
    const id = await createCase(
      city.people.coordinator,
      {
        ideas: [await anIdea(city, "employee", kr(5_000))],
        title: "En idé",
        unitId: city.units.north,
        fundId: null,
      },
      NOW,
    );
    await fill(id);
    await submitCase(city.people.coordinator, { id }, NOW);
    expect(await look(id)).toMatchObject({ status: "endorsed", version: "komKr2022" });
    expect((await told(id)).slice(-2)).toEqual(["submitted", "fullyEndorsed"]);
  });

  test("an idea is in one case, and goes back to dialogue when the case is withdrawn", async () => {
    const idea = await anIdea(city);
    await takeUpIdea(city.people.coordinator, { id: idea }, NOW);
    const input = { ideas: [idea], title: "Först", unitId: city.units.north, fundId: null };
    const id = await createCase(city.people.coordinator, input, NOW);
    await expect(createCase(city.people.coordinator, { ...input, title: "Sedan" }, NOW)).rejects.toThrow(
      Refusal,
    );
    await withdrawCase(city.people.coordinator, { id, reason: "Fel enhet." }, NOW);
    expect((await look(id)).status).toBe("withdrawn");
    const status = () =>
      read(city.people.coordinator, (tx) =>
        tx.idea.findFirst({ where: { id: idea }, select: { status: true } }),
      );
    expect(await status()).toEqual({ status: "inDialogue" });
    await createCase(city.people.coordinator, { ...input, title: "Igen" }, NOW);
    expect(await status()).toEqual({ status: "converted" });
  });

  test("two who take the same idea at once: one case, and the other leaves nothing", async () => {
    const idea = await anIdea(city);
    await takeUpIdea(city.people.coordinator, { id: idea }, NOW);
    const make = (title: string) =>
      createCase(
        city.people.coordinator,
        { ideas: [idea], title, unitId: city.units.north, fundId: null },
        NOW,
      );
    const before = await read(city.people.coordinator, (tx) => tx.caseCounter.findMany());
    const made = await Promise.allSettled([make("Samtidigt A"), make("Samtidigt B")]);
    expect(made.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    const after = await read(city.people.coordinator, (tx) => tx.caseCounter.findMany());
    expect((after[0]?.last ?? 0) - (before[0]?.last ?? 0)).toBe(1);
  });
});

describe("what is not the actor's does not exist", () => {
  test("another employer's case, another coordinator's part, and an id of nothing", async () => {
    const id = await aDraft();
    const theirs = await aDraft(all.region);
    const { coordinator, careCoordinator } = city.people;
    for (const foreign of [theirs, newId()]) {
      await expect(submitCase(coordinator, { id: foreign }, NOW)).rejects.toEqual(NOT_FOUND);
      await expect(
        saveSection(coordinator, { id: foreign, revision: 1, section: "need", text: "x" }, NOW),
      ).rejects.toEqual(NOT_FOUND);
      await expect(saveCosts(coordinator, { id: foreign, revision: 1, lines: LINES }, NOW)).rejects.toEqual(
        NOT_FOUND,
      );
      await expect(withdrawCase(coordinator, { id: foreign, reason: "" }, NOW)).rejects.toEqual(NOT_FOUND);
      await expect(rankCase(coordinator, { id: foreign, place: 1 }, NOW)).rejects.toEqual(NOT_FOUND);
    }
    const school = await createCase(
      coordinator,
      { ideas: [], title: "Skolan", unitId: city.units.school, fundId: null },
      NOW,
    );
    await expect(parkCase(careCoordinator, { id: school, reason: "" }, NOW)).rejects.toEqual(NOT_FOUND);
    await expect(look(school, careCoordinator)).rejects.toEqual(NOT_FOUND);
    expect((await look(id, careCoordinator)).id).toBe(id);
  });

  test("foreign ideas, units, funds and people", async () => {
    const { coordinator, careCoordinator } = city.people;
    const input = { ideas: [], title: "Fel", unitId: city.units.north, fundId: null };
    await expect(createCase(coordinator, { ...input, unitId: all.region.units.north }, NOW)).rejects.toEqual(
      NOT_FOUND,
    );
    await expect(createCase(careCoordinator, { ...input, unitId: city.units.school }, NOW)).rejects.toEqual(
      NOT_FOUND,
    );
    await expect(
      createCase(coordinator, { ...input, ideas: [await anIdea(all.region)] }, NOW),
    ).rejects.toEqual(NOT_FOUND);
    await expect(createCase(coordinator, { ...input, fundId: all.region.fund.fundId }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.noFund", "fundId"),
    );
    const id = await aDraft();
    const ownerId = all.region.people.manager.personId;
    await expect(
      saveSection(coordinator, { id, revision: 1, section: "owner", ownerId }, NOW),
    ).rejects.toEqual(reason("preRegistrations.why.unknownOwner", "ownerId"));
    const units = [{ unitId: all.region.units.north, ownCost: 0n }];
    await expect(saveUnits(coordinator, { id, revision: 1, units }, NOW)).rejects.toEqual(NOT_FOUND);
  });

  test("a manager does not see a draft, and no other role prepares", async () => {
    const id = await aDraft();
    await expect(look(id, city.people.northManager)).rejects.toEqual(NOT_FOUND);
    for (const who of ["employee", "manager", "rep", "hr", "admin"] as const)
      await expect(submitCase(city.people[who], { id }, NOW)).rejects.toEqual(reason("refusals.noRight"));
  });
});

describe("saving", () => {
  test("two editors: the second sees both texts, and nothing is lost", async () => {
    const id = await aDraft();
    const opened = await revisionOf(id);
    const save = (text: string, revision: number, who = city.people.coordinator) =>
      saveSection(who, { id, revision, section: "need", text }, NOW);
    await saveDraft(
      city.people.careCoordinator,
      "pre-registration-need",
      id,
      opened,
      { text: "Den andras" },
      NOW,
    );
    await save("Den förstas", opened);
    const conflict = await save("Den andras", opened, city.people.careCoordinator).catch((fault) => fault);
    expect(conflict).toBeInstanceOf(ChangedMeanwhile);
    expect(conflict).toMatchObject({ saved: { text: "Den förstas" }, revision: opened + 1 });
    expect((await look(id)).need).toBe("Den förstas");
    // The refused typing lies where it was autosaved, until its writer saves knowingly.
    const typed = () => draftOf(city.people.careCoordinator, "pre-registration-need", id);
    expect((await typed())?.typed).toEqual({ text: "Den andras" });
    await save("Båda", conflict.revision, city.people.careCoordinator);
    expect((await look(id)).need).toBe("Båda");
    expect(await typed()).toBeNull();
  });

  test("two saves at the same instant: one is told", async () => {
    const id = await aDraft();
    const revision = await revisionOf(id);
    const save = (text: string) =>
      saveSection(city.people.coordinator, { id, revision, section: "risk", text }, NOW);
    const done = await Promise.allSettled([save("ett"), save("två")]);
    expect(done.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await revisionOf(id)).toBe(revision + 1);
  });

  test("a save that changes nothing leaves no trace", async () => {
    const id = await aDraft();
    const save = async () =>
      saveCosts(city.people.coordinator, { id, revision: await revisionOf(id), lines: LINES }, NOW);
    await save();
    const before = [await revisionOf(id), await told(id)];
    await save();
    expect([await revisionOf(id), await told(id)]).toEqual(before);
  });

  test("the amount is the sum of the lines, in their order", async () => {
    const id = await aDraft();
    const save = async (lines: typeof LINES) =>
      saveCosts(city.people.coordinator, { id, revision: await revisionOf(id), lines }, NOW);
    await save(LINES);
    expect(await look(id)).toMatchObject({ amount: kr(238_800), costLines: LINES });
    await save([...LINES].reverse());
    expect((await look(id)).costLines).toEqual([...LINES].reverse());
    await save([]);
    expect(await look(id)).toMatchObject({ amount: 0n, costLines: [] });
  });

  test("what the version does not pay is refused at its row, in the agreement's words (T10)", async () => {
    const id = await aDraft();
    const pay = { costType: "participantSalary" as const, text: "Lön", amount: kr(1_000), codes: {} };
    const revision = await revisionOf(id);
    await expect(
      saveCosts(city.people.coordinator, { id, revision, lines: [...LINES, pay] }, NOW),
    ).rejects.toEqual(reason("preRegistrations.why.participantSalary", "lines.2.costType"));
    expect(await look(id)).toMatchObject({ costLines: [], amount: 0n, revision });

    // A stand-in is paid under LOM, and not under KOM-KR.
    const substitute = { ...pay, costType: "substitute" as const };
    await expect(
      saveCosts(city.people.coordinator, { id, revision, lines: [{ ...substitute, row: 3 }] }, NOW),
    ).rejects.toEqual(reason("preRegistrations.why.substitute", "lines.3.costType"));
    const lom = await aDraft(all.agency);
    await saveCosts(all.agency.people.coordinator, { id: lom, revision: 1, lines: [substitute] }, NOW);
    expect((await look(lom, all.agency.people.coordinator)).amount).toBe(kr(1_000));
  });

  test("a period ends after it begins, and a unit stands once", async () => {
    const id = await aDraft();
    const { coordinator } = city.people;
    const period = { section: "period" as const, periodFrom: "2027-05-31", periodUntil: "2027-02-01" };
    await expect(saveSection(coordinator, { id, revision: 1, ...period }, NOW)).rejects.toEqual(
      reason("refusals.endBeforeStart", "periodUntil"),
    );
    const unit = { unitId: city.units.south, ownCost: 0n };
    await expect(saveUnits(coordinator, { id, revision: 1, units: [unit, unit] }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.unitTwice", "units.1.unitId"),
    );
    await expect(saveUnits(coordinator, { id, revision: 1, units: [] }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.missing.units", "units.0.unitId"),
    );
  });
});

describe("handing in", () => {
  test("an unfinished case, a closed fund, and an agency without a local agreement", async () => {
    const id = await aDraft();
    const { coordinator } = city.people;
    await expect(submitCase(coordinator, { id }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.missing.need"),
    );
    await fill(id);
    await expect(submitCase(coordinator, { id }, noon("2027-01-01"))).rejects.toEqual(
      reason("funds.rules.reservePast"),
    );
    await submitCase(coordinator, { id }, noon("2026-12-31"));

    const { office } = all;
    const lom = await aDraft(office);
    await fill(lom, office);
    await write(office.people.admin, NOW, null, async ({ tx }) => {
      await tx.localAgreement.updateMany({ data: { until: column("2026-11-22") } });
    });
    await expect(submitCase(office.people.coordinator, { id: lom }, NOW)).rejects.toEqual(
      reason("agreements.whyNot.expired"),
    );
    expect((await look(lom, office.people.coordinator)).status).toBe("draft");
  });

  test("returned with what is missing, completed, and handed in again under the same number and version", async () => {
    const id = await aDraft();
    await fill(id);
    await submitCase(city.people.coordinator, { id }, NOW);
    const { number, submittedAt } = await look(id);
    await expect(returnCase(city.people.schoolManager, { id, missing: "Allt" }, NOW)).rejects.toEqual(
      NOT_FOUND,
    );
    await returnCase(city.people.northManager, { id, missing: "Hur många timmar?" }, NOW);
    expect((await look(id)).status).toBe("returned");
    await submitCase(city.people.coordinator, { id }, noon("2026-11-24"));
    expect(await look(id)).toMatchObject({ number, submittedAt, status: "submitted", version: "komKr2022" });
  });

  test("parked where it was, resumed where it was", async () => {
    const id = await aDraft();
    await fill(id);
    await submitCase(city.people.coordinator, { id }, NOW);
    await endorse(id);
    await parkCase(city.people.coordinator, { id, reason: "Väntar på ny chef." }, NOW);
    expect(await look(id)).toMatchObject({ status: "parked", parkedFrom: "endorsed" });
    await expect(
      saveSection(
        city.people.coordinator,
        { id, revision: await revisionOf(id), section: "need", text: "x" },
        NOW,
      ),
    ).rejects.toEqual(reason("preRegistrations.why.notNow.edit"));
    await resumeCase(city.people.coordinator, { id }, NOW);
    expect(await look(id)).toMatchObject({ status: "endorsed", parkedFrom: null });
  });

  test("a step that the table does not have is refused, and so is one that another took first", async () => {
    const id = await aDraft();
    const { coordinator } = city.people;
    await expect(write(coordinator, NOW, null, (w) => moveCase(w, id, "draft", "approved"))).rejects.toEqual(
      reason("preRegistrations.why.wayOut"),
    );
    await expect(
      write(coordinator, NOW, null, (w) => moveCase(w, id, "submitted", "endorsed")),
    ).rejects.toEqual(reason("refusals.movedOn"));
    expect((await look(id)).status).toBe("draft");
  });
});

describe("endorsing", () => {
  test("every touched unit by a manager who reaches it; the last yes moves the case on", async () => {
    const id = await aDraft();
    await fill(id);
    const units = [
      { unitId: city.units.north, ownCost: kr(301_800) },
      { unitId: city.units.school, ownCost: 0n },
    ];
    await saveUnits(city.people.coordinator, { id, revision: await revisionOf(id), units }, NOW);
    await submitCase(city.people.coordinator, { id }, NOW);
    const { amount } = await look(id);
    const yes = { id, amount, note: "" };
    const north = { ...yes, unitId: city.units.north, ownCost: kr(301_800) };
    const school = { ...yes, unitId: city.units.school, ownCost: 0n };
    const { northManager, schoolManager } = city.people;

    await expect(endorseCase(northManager, school, NOW)).rejects.toEqual(
      reason("preRegistrations.why.notYourUnit"),
    );
    await expect(
      endorseCase(northManager, { ...yes, unitId: city.units.south, ownCost: 0n }, NOW),
    ).rejects.toEqual(NOT_FOUND);
    await expect(endorseCase(northManager, { ...north, ownCost: 0n }, NOW)).rejects.toEqual(
      reason("refusals.movedOn"),
    );
    await endorseCase(northManager, north, NOW);
    expect((await look(id)).status).toBe("submitted");
    await expect(endorseCase(northManager, north, NOW)).rejects.toEqual(
      reason("preRegistrations.why.alreadyEndorsed"),
    );
    await endorseCase(schoolManager, school, NOW);
    expect((await look(id)).status).toBe("endorsed");
    expect((await told(id)).slice(-3)).toEqual([
      `endorsed ${city.units.north}`,
      `endorsed ${city.units.school}`,
      "fullyEndorsed",
    ]);
  });

  test("nobody endorses a case of their own, also in another's place", async () => {
    const id = await aDraft();
    await fill(id, city, city.people.northManager.personId);
    await submitCase(city.people.coordinator, { id }, NOW);
    const { amount } = await look(id);
    const yes = { id, unitId: city.units.north, amount, ownCost: 0n, note: "" };
    await expect(endorseCase(city.people.northManager, yes, NOW)).rejects.toEqual(reason("refusals.ownCase"));
    const standIn = { ...city.people.manager, onBehalfOf: city.people.northManager.personId };
    await expect(endorseCase(standIn, yes, NOW)).rejects.toEqual(reason("refusals.ownCase"));
    await endorseCase(city.people.manager, yes, NOW);
    expect((await look(id)).status).toBe("endorsed");
  });

  test("a higher amount or own cost asks the unit again, a lower does not", async () => {
    const id = await aDraft();
    await fill(id);
    await submitCase(city.people.coordinator, { id }, NOW);
    await endorse(id);
    const { coordinator } = city.people;
    const cost = async (amount: bigint) =>
      saveCosts(
        coordinator,
        {
          id,
          revision: await revisionOf(id),
          lines: [{ costType: "courseFee", text: "", amount, codes: {} }],
        },
        NOW,
      );
    await cost(kr(238_801));
    await expect(prepareCase(coordinator, { id }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.unitLeft"),
    );
    await cost(kr(100_000));
    const units = [{ unitId: city.units.north, ownCost: kr(1) }];
    await saveUnits(coordinator, { id, revision: await revisionOf(id), units }, NOW);
    await expect(prepareCase(coordinator, { id }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.unitLeft"),
    );
    await endorse(id);
    await prepareCase(coordinator, { id }, NOW);
    expect((await look(id)).status).toBe("prepared");
  });

  test("taking out the last unit that had not answered moves the case on", async () => {
    const id = await aDraft();
    await fill(id);
    const units = [city.units.north, city.units.school].map((unitId) => ({ unitId, ownCost: 0n }));
    await saveUnits(city.people.coordinator, { id, revision: await revisionOf(id), units }, NOW);
    await submitCase(city.people.coordinator, { id }, NOW);
    const { amount } = await look(id);
    await endorseCase(
      city.people.northManager,
      { id, unitId: city.units.north, amount, ownCost: 0n, note: "" },
      NOW,
    );
    await saveUnits(
      city.people.coordinator,
      { id, revision: await revisionOf(id), units: units.slice(0, 1) },
      NOW,
    );
    expect((await look(id)).status).toBe("endorsed");
  });
});

describe("to the unions", () => {
  const voices = (id: string) =>
    read(city.people.coordinator, (tx) =>
      tx.voice.findMany({
        where: { caseId: id },
        orderBy: { union: { name: "asc" } },
        select: { versionNumber: true, state: true, union: { select: { name: true } } },
      }),
    );
  const versions = (id: string) =>
    read(city.people.coordinator, (tx) =>
      tx.caseVersion.findMany({
        where: { caseId: id },
        orderBy: { number: "asc" },
        select: { number: true, content: true },
      }),
    );

  test("frozen as it stood, with a voice for every union on the list", async () => {
    const id = await prepared();
    const consultationId = await aMeeting();
    await sendToConsultation(city.people.coordinator, { caseIds: [id], consultationId }, NOW);
    expect(await look(id)).toMatchObject({ status: "inConsultation", currentVersion: 1 });
    expect((await voices(id)).map((it) => [it.union.name, it.versionNumber, it.state])).toEqual([
      ["Kommunal", 1, "planned"],
      ["Vision", 1, "planned"],
    ]);
    const [frozen] = await versions(id);
    expect(frozen).toMatchObject({
      number: 1,
      content: {
        title: "Vårdbiträden blir undersköterskor",
        unit: "north enhet",
        amount: "23880000",
        groups: [{ occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 26 }],
        costLines: [
          { costType: "courseFee", amount: "22200000" },
          { costType: "travel", amount: "1680000" },
        ],
        units: [{ unitId: city.units.north, ownCost: "0" }],
      },
    });
  });

  test("amount, people, provider and period ask every union again; other words only show", async () => {
    const id = await prepared();
    await sendToConsultation(
      city.people.coordinator,
      { caseIds: [id], consultationId: await aMeeting() },
      NOW,
    );
    const save = async (input: SectionInput) =>
      saveSection(city.people.coordinator, { ...input, id, revision: await revisionOf(id) }, NOW);
    await save({ section: "risk", text: "Andra ord." });
    await save({ section: "area", area: "supportTalks" });
    expect(await look(id)).toMatchObject({ currentVersion: 1, risk: "Andra ord." });
    await save({ section: "period", periodFrom: "2027-02-08", periodUntil: "2027-05-31" });
    expect((await look(id)).currentVersion).toBe(2);
    expect((await voices(id)).map((it) => it.versionNumber)).toEqual([2, 2]);
    await save({ section: "provider", providerKind: "external", providerName: "En skola" });
    const groups = [{ occupation: "Vårdbiträden", aid: "207023", takingPart: 13, covering: 26 }];
    await save({ section: "groups", headcount: 13, groups });
    await saveCosts(
      city.people.coordinator,
      { id, revision: await revisionOf(id), lines: LINES.slice(0, 1) },
      NOW,
    );
    expect((await versions(id)).map((it) => it.number)).toEqual([1, 2, 3, 4, 5]);
    expect((await told(id)).filter((it) => it.startsWith("versionFrozen"))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `versionFrozen ${number}`),
    );
  });

  test("one that is not ready holds up no other", async () => {
    const ready = await prepared();
    const draft = await aDraft();
    const consultationId = await aMeeting();
    await expect(
      sendToConsultation(city.people.coordinator, { caseIds: [draft, ready], consultationId }, NOW),
    ).rejects.toEqual(reason("preRegistrations.why.notNow.consult"));
    expect((await look(ready)).status).toBe("inConsultation");
    expect(await look(draft)).toMatchObject({ status: "draft", currentVersion: 0 });
  });

  test("a double click freezes one version", async () => {
    const id = await prepared();
    const input = { caseIds: [id], consultationId: await aMeeting() };
    const receipt = receiptOf("consultation.plan", newId(), input);
    await Promise.all([
      sendToConsultation(city.people.coordinator, input, NOW, receipt),
      sendToConsultation(city.people.coordinator, input, NOW, receipt),
    ]);
    expect((await versions(id)).map((it) => it.number)).toEqual([1]);
  });

  test("with nobody to hear it stays, and another employer's meeting does not exist", async () => {
    const id = await prepared();
    const { coordinator } = city.people;
    const theirs = await aMeeting(all.region);
    await expect(
      sendToConsultation(coordinator, { caseIds: [id], consultationId: theirs }, NOW),
    ).rejects.toEqual(NOT_FOUND);
    const consultationId = await aMeeting();
    await write(coordinator, NOW, null, async ({ tx }) => {
      await tx.unionToHear.updateMany({ data: { until: column("2026-11-22") } });
    });
    try {
      await expect(sendToConsultation(coordinator, { caseIds: [id], consultationId }, NOW)).rejects.toEqual(
        reason("preRegistrations.why.noUnions"),
      );
    } finally {
      await write(coordinator, NOW, null, async ({ tx }) => {
        await tx.unionToHear.updateMany({ data: { until: null } });
      });
    }
    expect(await look(id)).toMatchObject({ status: "prepared", currentVersion: 0 });
  });

  test("a joint group's meeting has no voices, and takes the case", async () => {
    const { agency } = all;
    const id = await prepared(agency);
    const consultationId = await aMeeting(agency, "jointGroup");
    await sendToConsultation(agency.people.coordinator, { caseIds: [id], consultationId }, NOW);
    expect(await look(id, agency.people.coordinator)).toMatchObject({
      status: "inConsultation",
      version: "lom",
      currentVersion: 1,
    });
  });
});

describe("the coordinator's order", () => {
  const order = (house: House) =>
    read(house.people.coordinator, (tx) => rankedIds(tx, house.people.coordinator, house.fund.fundId));

  test("moves, sets, and leaves out what is not submitted", async () => {
    const house = all.region;
    const { coordinator } = house.people;
    const ids: string[] = [];
    for (let nth = 0; nth < 4; nth++) {
      const id = await aDraft(house);
      await fill(id, house);
      await submitCase(coordinator, { id }, new Date(NOW.getTime() + nth * 1000));
      ids.push(id);
    }
    const [a = "", b = "", c = "", d = ""] = ids;
    expect(await order(house)).toEqual([a, b, c, d]);
    await rankCase(coordinator, { id: d, place: 2 }, NOW);
    expect(await order(house)).toEqual([a, d, b, c]);
    await rankCases(coordinator, { fundId: house.fund.fundId, order: [c, b] }, NOW);
    expect(await order(house)).toEqual([c, b, a, d]);
    await expect(rankCase(coordinator, { id: await aDraft(house), place: 1 }, NOW)).rejects.toEqual(
      reason("preRegistrations.why.notNow.rank"),
    );
    await withdrawCase(coordinator, { id: b, reason: "Nej." }, NOW);
    expect(await order(house)).toEqual([c, a, d]);
    // Many moves at once end in an order that holds every case once, each on a place of its own.
    const cases = [a, c, d];
    const moves = Array.from({ length: 30 }, (_, nth) => ({
      id: cases[nth % 3] ?? "",
      place: (nth % 4) + 1,
    }));
    await Promise.all(moves.map((move) => rankCase(coordinator, move, NOW)));
    expect([...(await order(house))].sort()).toEqual([...cases].sort());
    const ranks = await read(coordinator, (tx) =>
      tx.preRegistration.findMany({
        where: { id: { in: cases } },
        orderBy: { rank: "asc" },
        select: { rank: true },
      }),
    );
    expect(ranks).toEqual([{ rank: 1 }, { rank: 2 }, { rank: 3 }]);
  });

  test("nobody ranks a case of their own, nor another past it", async () => {
    const house = all.office;
    const { coordinator } = house.people;
    await write(house.people.admin, NOW, null, async ({ tx }) => {
      await tx.localAgreement.updateMany({ data: { until: null } });
    });
    const ids: string[] = [];
    for (const owner of [coordinator.personId, house.people.manager.personId]) {
      const id = await aDraft(house);
      await fill(id, house, owner);
      await submitCase(coordinator, { id }, NOW);
      ids.push(id);
    }
    const [own = "", other = ""] = ids;
    const before = await order(house);
    for (const id of [own, other])
      await expect(
        rankCase(coordinator, { id, place: id === before[0] ? before.length : 1 }, NOW),
      ).rejects.toEqual(reason("refusals.ownCase"));
    expect(await order(house)).toEqual(before);
    const colleague = { ...coordinator, personId: house.people.careCoordinator.personId };
    await rankCase(colleague, { id: other, place: 1 }, NOW);
    expect((await order(house))[0]).toBe(other);
  });
});
