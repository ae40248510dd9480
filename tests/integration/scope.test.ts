import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, ROLES } from "@/domain/actor";
import { disconnect, read, type Tx, write } from "@/server/db";
import { newId } from "@/server/id";
import {
  casesVisibleTo,
  consultationsVisibleTo,
  fundsVisibleTo,
  ideasVisibleTo,
  initiativesVisibleTo,
  requisitionsVisibleTo,
} from "@/server/scope";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, type PersonName, TODAY, world } from "../people";

// Who sees what, written out by hand. A small world is put in the tables as it is; each noun has one table: what there
// is, and for each viewer exactly what of it they see. A neighbour with the same roles sees nothing of it at all.

let db: FreshDatabase;
let city: House;
let region: House;
/** The ids of everything by its label. */
const label = new Map<string, string>();

const at = noon();
const day = new Date(`${TODAY}T00:00:00Z`);

beforeAll(async () => {
  db = await freshDatabase();
  ({ city, region } = await world(db));
  await write(city.people.admin, at, null, async ({ tx }) => settle(tx));
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const id = (name: string): string => {
  const known = label.get(name) ?? newId();
  label.set(name, known);
  return known;
};

async function settle(tx: Tx): Promise<void> {
  const { employerId, units, unions, people, fund } = city;
  const idea = (
    name: string,
    author: PersonName,
    unit: keyof House["units"],
    status: "draft" | "submitted" | "inDialogue" | "converted" | "declined",
    withManager: boolean,
  ) => ({
    employerId,
    id: id(name),
    title: name,
    why: "",
    audience: "some" as const,
    authorId: people[author].personId,
    unitId: units[unit],
    status,
    statusSince: at,
    withManager,
  });
  await tx.idea.createMany({
    data: [
      idea("draft", "employee", "north", "draft", true),
      idea("to the manager", "employee", "north", "submitted", true),
      idea("alone", "employee", "north", "submitted", false),
      idea("school in dialogue", "colleague", "school", "inDialogue", false),
      idea("school declined", "colleague", "school", "declined", true),
      idea("north converted", "colleague", "north", "converted", false),
    ],
  });

  let nth = 0;
  const one = (
    name: string,
    unit: keyof House["units"],
    status: "draft" | "submitted" | "inConsultation",
    owner: PersonName | null = null,
  ) => {
    nth += 1;
    return {
      employerId,
      id: id(name),
      number: `2026-${nth}`,
      title: name,
      unitId: units[unit],
      ...fund,
      status,
      statusSince: at,
      ownerId: owner && people[owner].personId,
      currentVersion: 1,
      amount: kr(1_000),
    };
  };
  await tx.preRegistration.createMany({
    data: [
      one("draft case", "north", "draft", "employee"),
      one("north case", "north", "submitted"),
      one("school case touching north", "school", "submitted"),
      one("school heard", "school", "inConsultation"),
      one("north heard by the first", "north", "inConsultation"),
      one("north not called", "north", "inConsultation"),
      one("owned by the employee", "school", "submitted", "employee"),
      one("the employee takes part", "school", "submitted"),
      one("on the group's table", "school", "inConsultation"),
      one("not yet on the group's table", "school", "inConsultation"),
    ],
  });
  await tx.caseUnit.createMany({
    data: [{ employerId, caseId: id("school case touching north"), unitId: units.north }],
  });
  await tx.casePerson.createMany({
    data: [
      {
        employerId,
        caseId: id("the employee takes part"),
        personId: people.employee.personId,
        part: "participant",
      },
    ],
  });

  const meeting = (name: string, kind: "unions" | "jointGroup", called: boolean) => ({
    employerId,
    id: id(name),
    kind,
    day,
    calledAt: called ? at : null,
  });
  await tx.consultation.createMany({
    data: [
      meeting("called", "unions", true),
      meeting("called for north", "unions", true),
      meeting("planned", "unions", false),
      meeting("group", "jointGroup", true),
      meeting("group planned", "jointGroup", false),
    ],
  });
  const subjects: [string, string, ("first" | "second")[], "planned" | "called"][] = [
    ["called", "school heard", ["first", "second"], "called"],
    ["called for north", "north heard by the first", ["first"], "called"],
    ["planned", "north not called", ["first", "second"], "planned"],
    ["group", "on the group's table", [], "planned"],
    ["group planned", "not yet on the group's table", [], "planned"],
  ];
  for (const [consultation, subject, heard, state] of subjects) {
    const caseId = id(subject);
    const subjectId = newId();
    await tx.caseVersion.createMany({ data: [{ employerId, caseId, number: 1, content: {}, at }] });
    await tx.consultationSubject.createMany({
      data: [{ employerId, id: subjectId, consultationId: id(consultation), caseId, order: 1 }],
    });
    await tx.voice.createMany({
      data: heard.map((union) => ({
        employerId,
        id: newId(),
        subjectId,
        unionId: unions[union],
        caseId,
        state,
        stateSince: at,
        versionNumber: 1,
      })),
    });
  }

  const initiative = (name: string, of: string, unit: keyof House["units"], owner: PersonName) => ({
    employerId,
    id: id(name),
    caseId: id(of),
    unitId: units[unit],
    title: name,
    amount: kr(1_000),
    ownerId: people[owner].personId,
    providerKind: "external" as const,
    status: "planned" as const,
    statusSince: at,
  });
  await tx.initiative.createMany({
    data: [
      initiative("of the north case", "north case", "north", "northManager"),
      initiative("of the heard case", "school heard", "school", "schoolManager"),
      initiative("owned initiative", "school case touching north", "school", "employee"),
      initiative("with the employee", "the employee takes part", "school", "schoolManager"),
    ],
  });
  for (const [name, of, subject] of [
    ["north claim", "of the north case", "north case"],
    ["school claim", "of the heard case", "school heard"],
  ] as const) {
    const partId = newId();
    await tx.grantedPart.createMany({
      data: [
        {
          employerId,
          id: partId,
          caseId: id(subject),
          initiativeId: id(of),
          amount: kr(1_000),
          grantedOn: day,
        },
      ],
    });
    await tx.requisition.createMany({
      data: [{ employerId, id: id(name), partId, status: "draft", statusSince: at, amount: kr(1_000) }],
    });
  }
  label.set("the fund", fund.fundId);
}

/** Viewers beside one person per role: the same roles with another reach. */
const viewers = (): Record<string, Actor> => ({
  employee: city.people.employee,
  colleague: city.people.colleague,
  "manager of care": city.people.manager,
  "manager of school": city.people.schoolManager,
  "manager of all": city.people.chief,
  coordinator: city.people.coordinator,
  "coordinator of care": city.people.careCoordinator,
  "rep of the first": city.people.rep,
  "rep of the second": city.people.otherRep,
  "rep of the first for care": acting(city.people.rep, { units: city.people.manager.units }),
  "rep without a union": acting(city.people.rep, { unionId: null }),
  "rep in the group": city.people.groupSecond,
  "manager in the group": city.people.groupManager,
  hr: city.people.hr,
  "hr of care": acting(city.people.hr, { units: city.people.manager.units }),
  "manager of nothing": acting(city.people.manager, { units: [] }),
  admin: city.people.admin,
});

type Table = Record<string, readonly string[]>;

function check(
  noun: string,
  all: readonly string[],
  table: Table,
  find: (tx: Tx, actor: Actor) => Promise<{ id: string }[]>,
): void {
  describe(noun, () => {
    const seenBy = async (actor: Actor) => {
      const rows = await read(actor, (tx) => find(tx, actor));
      const names = new Map([...label].map(([name, known]) => [known, name]));
      return rows.map((row) => names.get(row.id) ?? "something else").toSorted();
    };

    it("has a row for every viewer, and every role has one", () => {
      expect(Object.keys(table)).toEqual(Object.keys(viewers()));
      expect(new Set(Object.values(viewers()).map((it) => it.role))).toEqual(new Set(ROLES));
    });

    it.each(Object.entries(table))(`${noun}: %s`, async (viewer, expected) => {
      const actor = viewers()[viewer];
      if (!actor) throw new Error(`no viewer ${viewer}`);
      expect(await seenBy(actor)).toEqual([...expected].toSorted());
      expect(expected.every((name) => all.includes(name))).toBe(true);
    });

    it("of a neighbour are seen by nobody, whatever the role", async () => {
      for (const actor of Object.values(region.people))
        expect((await seenBy(actor)).filter((name) => name !== "something else")).toEqual([]);
    });
  });
}

const IDEAS = [
  "draft",
  "to the manager",
  "alone",
  "school in dialogue",
  "school declined",
  "north converted",
];
const notDraft = IDEAS.slice(1);
check(
  "ideas",
  IDEAS,
  {
    employee: ["draft", "to the manager", "alone", "school in dialogue", "north converted"],
    colleague: ["to the manager", "alone", "school in dialogue", "school declined", "north converted"],
    "manager of care": ["to the manager", "north converted"],
    "manager of school": ["school in dialogue", "school declined"],
    "manager of all": ["to the manager", "school in dialogue", "school declined", "north converted"],
    coordinator: notDraft,
    "coordinator of care": ["to the manager", "alone", "north converted"],
    "rep of the first": [],
    "rep of the second": [],
    "rep of the first for care": [],
    "rep without a union": [],
    "rep in the group": [],
    "manager in the group": ["to the manager", "north converted"],
    hr: notDraft,
    "hr of care": ["to the manager", "alone", "north converted"],
    "manager of nothing": [],
    admin: [],
  },
  (tx, actor) => tx.idea.findMany({ where: ideasVisibleTo(actor), select: { id: true } }),
);

const CASES = [
  "draft case",
  "north case",
  "school case touching north",
  "school heard",
  "north heard by the first",
  "north not called",
  "owned by the employee",
  "the employee takes part",
  "on the group's table",
  "not yet on the group's table",
];
const NORTH = ["north case", "north heard by the first", "north not called"];
check(
  "cases",
  CASES,
  {
    employee: ["owned by the employee", "the employee takes part"],
    colleague: [],
    "manager of care": [...NORTH, "school case touching north"],
    "manager of school": [
      "school case touching north",
      "school heard",
      "owned by the employee",
      "the employee takes part",
      "on the group's table",
      "not yet on the group's table",
    ],
    "manager of all": CASES.slice(1),
    coordinator: CASES,
    "coordinator of care": ["draft case", ...NORTH],
    "rep of the first": ["school heard", "north heard by the first"],
    "rep of the second": ["school heard"],
    "rep of the first for care": ["north heard by the first"],
    "rep without a union": [],
    "rep in the group": ["school heard", "on the group's table"],
    "manager in the group": [...NORTH, "school case touching north", "on the group's table"],
    hr: CASES.slice(1),
    "hr of care": NORTH,
    "manager of nothing": [],
    admin: [],
  },
  (tx, actor) => tx.preRegistration.findMany({ where: casesVisibleTo(actor), select: { id: true } }),
);

const MEETINGS = ["called", "called for north", "planned", "group", "group planned"];
check(
  "consultations",
  MEETINGS,
  {
    employee: [],
    colleague: [],
    "manager of care": [],
    "manager of school": [],
    "manager of all": [],
    coordinator: MEETINGS,
    "coordinator of care": MEETINGS,
    "rep of the first": ["called", "called for north"],
    "rep of the second": ["called"],
    "rep of the first for care": ["called for north"],
    "rep without a union": [],
    "rep in the group": ["called", "group"],
    "manager in the group": [],
    hr: MEETINGS,
    "hr of care": MEETINGS,
    "manager of nothing": [],
    admin: [],
  },
  (tx, actor) => tx.consultation.findMany({ where: consultationsVisibleTo(actor), select: { id: true } }),
);

const INITIATIVES = ["of the north case", "of the heard case", "owned initiative", "with the employee"];
check(
  "initiatives",
  INITIATIVES,
  {
    employee: ["owned initiative", "with the employee"],
    colleague: [],
    "manager of care": ["of the north case", "owned initiative"],
    "manager of school": ["of the heard case", "owned initiative", "with the employee"],
    "manager of all": INITIATIVES,
    coordinator: INITIATIVES,
    "coordinator of care": ["of the north case"],
    "rep of the first": ["of the heard case"],
    "rep of the second": ["of the heard case"],
    "rep of the first for care": [],
    "rep without a union": [],
    "rep in the group": ["of the heard case"],
    "manager in the group": ["of the north case", "owned initiative"],
    hr: INITIATIVES,
    "hr of care": ["of the north case"],
    "manager of nothing": [],
    admin: [],
  },
  (tx, actor) => tx.initiative.findMany({ where: initiativesVisibleTo(actor), select: { id: true } }),
);

const CLAIMS = ["north claim", "school claim"];
check(
  "requisitions",
  CLAIMS,
  {
    employee: [],
    colleague: [],
    "manager of care": [],
    "manager of school": [],
    "manager of all": [],
    coordinator: CLAIMS,
    "coordinator of care": ["north claim"],
    "rep of the first": [],
    "rep of the second": [],
    "rep of the first for care": [],
    "rep without a union": [],
    "rep in the group": [],
    "manager in the group": [],
    hr: CLAIMS,
    "hr of care": ["north claim"],
    "manager of nothing": [],
    admin: [],
  },
  (tx, actor) => tx.requisition.findMany({ where: requisitionsVisibleTo(actor), select: { id: true } }),
);

check(
  "funds",
  ["the fund"],
  {
    employee: [],
    colleague: [],
    "manager of care": [],
    "manager of school": [],
    "manager of all": [],
    coordinator: ["the fund"],
    "coordinator of care": ["the fund"],
    "rep of the first": ["the fund"],
    "rep of the second": ["the fund"],
    "rep of the first for care": ["the fund"],
    "rep without a union": ["the fund"],
    "rep in the group": ["the fund"],
    "manager in the group": [],
    hr: ["the fund"],
    "hr of care": ["the fund"],
    "manager of nothing": [],
    admin: ["the fund"],
  },
  (tx, actor) => tx.fund.findMany({ where: fundsVisibleTo(actor), select: { id: true } }),
);

describe("an initiative whose owner is away", () => {
  it("is seen by who stands in for them", async () => {
    const standIn = acting(city.people.colleague, {
      role: "manager",
      units: [city.units.south],
      onBehalfOf: city.people.employee.personId,
    });
    const rows = await read(standIn, (tx) =>
      tx.initiative.findMany({ where: initiativesVisibleTo(standIn), select: { id: true } }),
    );
    expect(rows.map((row) => row.id)).toEqual([label.get("owned initiative")]);
  });
});
