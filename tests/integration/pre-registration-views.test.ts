import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { ROLES } from "@/domain/actor";
import { column } from "@/domain/day";
import { callConsultation, planConsultation } from "@/features/consultations/commands";
import { book } from "@/features/ledger/commands";
import { getCase, getCaseHead, getFrozenCase } from "@/features/pre-registrations/case-queries";
import { getNewCase, getSectionForm, getTaskList } from "@/features/pre-registrations/edit-queries";
import { sendToConsultation } from "@/features/pre-registrations/freeze-commands";
import { type CaseSort, listCases, readCaseFilters } from "@/features/pre-registrations/list-queries";
import { getPriorities } from "@/features/pre-registrations/priority-queries";
import { saveSection } from "@/features/pre-registrations/section-commands";
import { disconnect, read, write } from "@/server/db";
import { saveDraft } from "@/server/drafts";
import { newId } from "@/server/id";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, type PersonName, TODAY, type World, world } from "../people";

let db: FreshDatabase;
let all: World;
let city: House;
const NOW = noon();

beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db, kr(1_000_000));
  city = all.city;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const NOT_FOUND = expect.objectContaining({ reason: { key: "refusals.notFound" } });

/** Cases laid down as rows, so that the views do not fall with the steps before them. */
async function aCase(
  house: House,
  nth: number,
  more: Partial<{
    status: "draft" | "submitted" | "prepared" | "returned" | "declined";
    unitId: string;
    amount: bigint;
    since: Date;
    title: string;
    applicant: PersonName;
    ownerId: string;
    rank: number;
  }> = {},
): Promise<string> {
  const { employerId, fund, units, people } = house;
  const id = newId(NOW.getTime());
  const unitId = more.unitId ?? units.north;
  await write(people.coordinator, NOW, null, async ({ tx }) => {
    await tx.preRegistration.createMany({
      data: [
        {
          employerId,
          id,
          number: `2026-${String(nth).padStart(4, "0")}`,
          title: more.title ?? `Ärende ${nth}`,
          unitId,
          ...fund,
          version: "komKr2022",
          status: more.status ?? "submitted",
          statusSince: more.since ?? NOW,
          submittedAt: more.status === "draft" ? null : NOW,
          amount: more.amount ?? kr(100_000),
          rank: more.rank ?? null,
          ownerId: more.ownerId ?? null,
          need: "Det som sägs i dag.",
          initiative: "Kurser.",
          headcount: 12,
        },
      ],
    });
    await tx.caseUnit.createMany({ data: [{ employerId, caseId: id, unitId }] });
    if (more.applicant)
      await tx.casePerson.createMany({
        data: [{ employerId, caseId: id, personId: people[more.applicant].personId, part: "applicant" }],
      });
  });
  return id;
}

describe("the list", () => {
  test.each([
    ["since", "asc"],
    ["since", "desc"],
    ["amount", "asc"],
    ["amount", "desc"],
    ["number", "desc"],
  ] as const)(
    "by %s %s every case stands on one page, also where many are alike",
    async (sort: CaseSort, order) => {
      const house = all.region;
      const { coordinator } = house.people;
      const known = await read(coordinator, (tx) => tx.preRegistration.count());
      // 123 cases, a third of them on the same instant and the same amount.
      for (let nth = known; nth < 123; nth++)
        await aCase(house, nth, {
          amount: kr(nth % 3 === 0 ? 5_000 : 1_000 + nth),
          since: nth % 3 === 0 ? NOW : new Date(NOW.getTime() - nth * 60_000),
        });
      const seen: string[] = [];
      const keys: (string | bigint)[] = [];
      let after: string | undefined;
      let pages = 0;
      do {
        const page = await listCases(coordinator, readCaseFilters({ sort, order, after }), TODAY);
        seen.push(...page.rows.map((row) => row.id));
        keys.push(
          ...page.rows.map((row) =>
            sort === "amount" ? row.amount : sort === "number" ? row.number : row.standing.since,
          ),
        );
        after = page.next ?? undefined;
        pages++;
      } while (after);
      expect([pages, seen.length, new Set(seen).size]).toEqual([3, 123, 123]);
      const sorted = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toEqual(order === "asc" ? sorted : sorted.reverse());
    },
  );

  test("narrows by selection, status, text, fund, and a unit with all that is under it", async () => {
    const draft = await aCase(city, 1, { status: "draft", title: "Svåra samtal" });
    const north = await aCase(city, 2, { title: "C1-körkort" });
    const school = await aCase(city, 3, { unitId: city.units.school, status: "prepared" });
    const ended = await aCase(city, 4, { status: "declined" });
    const ids = async (search: Record<string, string>, who: Actor = city.people.coordinator) =>
      (await listCases(who, readCaseFilters(search), TODAY)).rows.map((row) => row.id).sort();
    expect(await ids({})).toEqual([draft, north, school].sort());
    expect(await ids({ show: "ended" })).toEqual([ended]);
    expect(await ids({ show: "coordinator" })).toEqual([draft, school].sort());
    expect(await ids({ status: "declined" })).toEqual([ended]);
    expect(await ids({ q: "c1-KÖR" })).toEqual([north]);
    expect(await ids({ q: "2026-0003" })).toEqual([school]);
    expect(await ids({ q: "%" })).toEqual([]);
    expect(await ids({ unit: city.units.care })).toEqual([draft, north].sort());
    expect(await ids({ fund: city.fund.fundId })).toHaveLength(3);
    expect(await ids({ fund: newId() })).toEqual([]);
    expect(await ids({}, city.people.careCoordinator)).toEqual([draft, north].sort());
    expect(await ids({}, city.people.northManager)).toEqual([north]);
    expect(await ids({}, city.people.schoolManager)).toEqual([school]);
    expect(await ids({ show: "all" }, city.people.hr)).toEqual([ended, north, school].sort());
    for (const who of ["employee", "rep", "admin"] as const)
      expect(await ids({ show: "all" }, city.people[who])).toEqual([]);
  });
});

describe("what each role sees of one case", () => {
  let id: string;
  beforeAll(async () => {
    id = await aCase(city, 10, { status: "prepared", applicant: "employee", title: "Som det lades ut" });
    await write(city.people.coordinator, NOW, null, async ({ tx }) => {
      await tx.endorsement.createMany({
        data: [
          {
            employerId: city.employerId,
            id: newId(),
            caseId: id,
            unitId: city.units.north,
            personId: city.people.northManager.personId,
            role: "manager",
            amount: kr(100_000),
            at: NOW,
          },
        ],
      });
    });
    const { coordinator } = city.people;
    const consultationId = await planConsultation(
      coordinator,
      { kind: "unions", day: "2026-12-04", place: "" },
      NOW,
    );
    await sendToConsultation(coordinator, { caseIds: [id], consultationId }, NOW);
    await callConsultation(coordinator, { id: consultationId }, NOW);
    const revision = (await getCase(coordinator, id, TODAY)).facts.revision;
    await saveSection(coordinator, { id, revision, section: "need", text: "Det som skrevs sedan." }, NOW);
  });

  test("the unions read what was frozen for them, and nothing of what was written since", async () => {
    const it = await getFrozenCase(city.people.rep, id, TODAY);
    expect(it.content.need).toBe("Det som sägs i dag.");
    expect(it.version).toBe(1);
    expect(JSON.stringify(it, (_, part) => (typeof part === "bigint" ? String(part) : part))).not.toContain(
      "skrevs sedan",
    );
    await expect(getCase(city.people.rep, id, TODAY)).rejects.toEqual(NOT_FOUND);
    const [row] = (await listCases(city.people.rep, readCaseFilters({ show: "all", sort: "amount" }), TODAY))
      .rows;
    expect(row?.title).toBe("Som det lades ut");
  });

  test("an applicant sees where it is and no name of anybody", async () => {
    const it = await getCaseHead(city.people.employee, id, TODAY);
    expect(it.standing).toMatchObject({
      ball: "unions",
      holders: ["Kommunal", "Vision"],
      status: "inConsultation",
    });
    expect(it.steps.every((step) => step.by === null)).toBe(true);
    const names = ["Cilla", "Fors", "Nils", "Dunder"];
    const told = JSON.stringify(it, (_, part) => (typeof part === "bigint" ? String(part) : part));
    for (const name of names) expect(told).not.toContain(name);
    await expect(getCase(city.people.employee, id, TODAY)).rejects.toEqual(NOT_FOUND);
    await expect(getCaseHead(city.people.colleague, id, TODAY)).rejects.toEqual(NOT_FOUND);
  });

  test("whose turn it is is told by name to who works with it, and by role to who does not", async () => {
    const waits = await aCase(city, 12, { applicant: "employee" });
    const holders = async (who: Actor) => (await getCaseHead(who, waits, TODAY)).standing;
    expect(await holders(city.people.coordinator)).toMatchObject({
      ball: "managers",
      holders: ["Nils Dunder"],
    });
    expect(await holders(city.people.employee)).toMatchObject({ ball: "managers", holders: [] });
  });

  test("who works with it reads it as it stands, with the reasons of the rules", async () => {
    for (const who of ["coordinator", "northManager", "hr"] as const) {
      const it = await getCase(city.people[who], id, TODAY);
      expect(it.facts.need).toBe("Det som skrevs sedan.");
      expect(it.units).toMatchObject([
        { unitId: city.units.north, asked: false, yes: { by: "Nils Dunder" } },
      ]);
      expect(it.against.consult[0]?.key).toBe("preRegistrations.why.notNow.consult");
    }
    await expect(getCase(city.people.schoolManager, id, TODAY)).rejects.toEqual(NOT_FOUND);
  });

  test("after a change that asks again the unions read the new version whole", async () => {
    const { coordinator, rep } = city.people;
    const { revision } = (await getCase(coordinator, id, TODAY)).facts;
    const period = { section: "period" as const, periodFrom: "2027-02-01", periodUntil: "2027-05-31" };
    await saveSection(coordinator, { id, revision, ...period }, NOW);
    expect(await getFrozenCase(rep, id, TODAY)).toMatchObject({
      version: 2,
      content: { need: "Det som skrevs sedan.", periodFrom: "2027-02-01" },
    });
  });

  test("only the coordinator opens its forms", async () => {
    for (const role of ROLES) {
      const who = acting(city.people.coordinator, {
        role,
        unionId: role === "unionRep" ? city.unions.first : null,
      });
      if (role === "coordinator") {
        expect((await getTaskList(who, id, TODAY)).touched.need?.by).toBe("Cilla Fors");
        continue;
      }
      await expect(getTaskList(who, id, TODAY)).rejects.toEqual(NOT_FOUND);
      await expect(getSectionForm(who, id, "need", TODAY)).rejects.toEqual(NOT_FOUND);
      await expect(getNewCase(who, [], TODAY)).rejects.toMatchObject({ reason: { key: "refusals.noRight" } });
    }
  });

  test("a form opens with one's own unsaved typing, never with another's", async () => {
    const { coordinator, careCoordinator } = city.people;
    await saveDraft(careCoordinator, "pre-registration-risk", id, 1, { text: "Halvskrivet" }, NOW);
    expect((await getSectionForm(careCoordinator, id, "risk", TODAY)).draft?.typed).toEqual({
      text: "Halvskrivet",
    });
    expect((await getSectionForm(coordinator, id, "risk", TODAY)).draft).toBeNull();
  });

  test("a closed case is not edited", async () => {
    const ended = await aCase(city, 11, { status: "declined" });
    await expect(getTaskList(city.people.coordinator, ended, TODAY)).rejects.toMatchObject({
      reason: { key: "preRegistrations.why.notNow.edit" },
    });
  });
});

describe("who can answer for a case", () => {
  test("managers of its units and above, coordinators, and nobody who is protected or has left", async () => {
    const house = all.region;
    const { coordinator } = house.people;
    const id = await aCase(house, 500);
    const names = async () =>
      (await getSectionForm(coordinator, id, "owner", TODAY)).owners.map((it) => it.name);
    expect(await names()).toEqual([
      "Maja Cederlund",
      "Nils Dunder",
      "Cilla Fors",
      "Dag Gran",
      "Disa Malm",
      "Carl Nord",
      "Pia Oxel",
      "Sten Palm",
      "Hugo Sälg",
    ]);
    await write(coordinator, NOW, null, async ({ tx }) => {
      await tx.person.updateMany({
        where: { id: house.people.northManager.personId },
        data: { isProtected: true },
      });
      await tx.person.updateMany({
        where: { id: house.people.manager.personId },
        data: { leftOn: column(TODAY) },
      });
    });
    expect(await names()).not.toContain("Nils Dunder");
    expect(await names()).not.toContain("Maja Cederlund");
    const ball = await getCaseHead(coordinator, id, TODAY);
    expect(ball.standing.holders).not.toContain("Nils Dunder");
  });
});

describe("the order and its line", () => {
  test("the running sum ends where the money does, and the pace is what was decided", async () => {
    const { agency } = all;
    const { coordinator } = agency.people;
    const first = await aCase(agency, 1, { amount: kr(600_000), rank: 1 });
    const second = await aCase(agency, 2, { amount: kr(300_000), rank: 2, ownerId: coordinator.personId });
    const third = await aCase(agency, 3, { amount: kr(90_000), rank: 3 });
    await aCase(agency, 4, { status: "draft" });
    const decided = await aCase(agency, 5, { status: "declined" });
    await write(coordinator, NOW, null, async (w) => {
      await book(w, [{ movement: "reserve", amount: kr(60_000), caseId: decided, ...agency.fund }]);
    });
    const it = await getPriorities(coordinator, null, TODAY);
    expect(it.available).toBe(kr(940_000));
    expect(it.cases.map(({ id, running, fits, own }) => ({ id, running, fits, own }))).toEqual([
      { id: first, running: kr(600_000), fits: true, own: false },
      { id: second, running: kr(900_000), fits: true, own: true },
      { id: third, running: kr(990_000), fits: false, own: false },
    ]);
    expect(it.pace).toEqual({ now: kr(10_000), needed: null });
    expect((await getPriorities(coordinator, newId(), TODAY)).fund?.id).toBe(agency.fund.fundId);
  });
});
