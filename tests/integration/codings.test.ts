import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MUNICIPAL_SEGMENTS, type Segment } from "@/domain/account-coding";
import { addSegment, changeSegment, endSegment, startMunicipal } from "@/features/codings/commands";
import { correctCodes } from "@/features/codings/correct-commands";
import { getCodingFaults } from "@/features/codings/fault-queries";
import { allSegments, getSegments, segmentsOn } from "@/features/codings/queries";
import { getCase } from "@/features/pre-registrations/case-queries";
import { getSectionForm } from "@/features/pre-registrations/edit-queries";
import { saveCosts } from "@/features/pre-registrations/section-commands";
import { codingToCorrect } from "@/features/tasks/coding-queries";
import { disconnect, read, write } from "@/server/db";
import { preparedCase } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import { refusal, warm } from "./after-decision";

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

const NOW = noon();
const SEGMENT: Omit<Segment, "until"> & { until: string | null } = {
  key: "fri",
  name: "Fri kod",
  min: 2,
  max: 4,
  signs: "both",
  required: { when: "never" },
  from: "2026-01-01",
  until: null,
  allowed: null,
  sie: 23,
};
const { from: _, until: __, key: ___, ...FACTS } = SEGMENT;
const rowsOf = (house: House) => read(house.people.hr, (tx) => allSegments(tx, house.employerId));
const segment = async (house: House, key: string) => {
  const found = (await rowsOf(house)).filter((row) => row.key === key).at(-1);
  if (!found) throw new Error(`no segment ${key}`);
  return found;
};
const linesOf = (house: House, caseId: string) =>
  read(house.people.hr, (tx) => tx.costLine.findMany({ where: { caseId }, orderBy: { order: "asc" } }));
const eventsOf = (house: House, noun: string) =>
  read(house.people.hr, async (tx) =>
    (await tx.caseEvent.findMany({ where: { noun }, orderBy: { seq: "asc" } })).map(({ kind, detail }) => [
      kind,
      detail,
    ]),
  );

/** A draft that waits for its coding: prepared cases may not be edited. */
async function aCase(house: House, lines: { codes: Record<string, string> }[]): Promise<string> {
  const id = await preparedCase(house);
  const { revision } = await read(house.people.hr, (tx) =>
    tx.preRegistration.findFirstOrThrow({ where: { id }, select: { revision: true } }),
  );
  await write(house.people.coordinator, NOW, null, async ({ tx }) => {
    await tx.preRegistration.updateMany({ where: { id }, data: { status: "draft" } });
  });
  await saveCosts(
    house.people.coordinator,
    {
      id,
      revision,
      lines: lines.map(({ codes }) => ({ costType: "courseFee", text: "Kurs", amount: kr(1000), codes })),
    },
    NOW,
  );
  await write(house.people.coordinator, NOW, null, async ({ tx }) => {
    await tx.preRegistration.updateMany({ where: { id }, data: { status: "prepared" } });
  });
  return id;
}

const WHOLE = { ansvar: "4210", konto: "7412", projekt: "TLO17" };

describe("the segments", () => {
  test("without any, nothing is a fault and no field is asked", async () => {
    await aCase(all.region, [{ codes: { kontering: "4210" } }]);
    expect((await getCodingFaults(all.region.people.hr, null, TODAY)).rows).toEqual([]);
    expect(await rowsOf(all.region)).toEqual([]);
  });

  test("the municipal set in one step, once, also by two at the same time", async () => {
    const begin = () => startMunicipal(city.people.hr, { from: "2026-01-01" }, NOW);
    await warm(city, 6);
    const results = await Promise.allSettled(Array.from({ length: 6 }, begin));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const rows = await rowsOf(city);
    expect(rows.map(({ id, order, ...row }) => row)).toEqual(
      MUNICIPAL_SEGMENTS.map((row) => ({ ...row, from: "2026-01-01" })),
    );
    await expect(begin()).rejects.toEqual(refusal("codings.whyNot.alreadyBegun"));
    expect(await eventsOf(city, "coding")).toEqual([["coding.saved", "municipal"]]);
  });

  test("one more stands last; what cannot be is refused and nothing is stored", async () => {
    await addSegment(city.people.admin, SEGMENT, NOW);
    expect((await rowsOf(city)).at(-1)).toMatchObject({ ...SEGMENT, order: 7 });
    for (const [over, key, field] of [
      [{ key: "fri" }, "money.coding.twiceAtOnce", "key"],
      [{ key: "Fri Kod" }, "money.coding.badKey", "key"],
      [{ key: "annan", sie: 1 }, "money.coding.samePlace", "sie"],
      [{ key: "annan", sie: 7 }, "money.coding.takenDimension", "sie"],
      [{ key: "annan", sie: null, min: 5 }, "money.coding.badLength", "max"],
      [{ key: "annan", sie: null, until: "2025-01-01" }, "refusals.endBeforeStart", "until"],
    ] as const)
      await expect(addSegment(city.people.hr, { ...SEGMENT, ...over }, NOW)).rejects.toEqual(
        refusal(key, field),
      );
    expect(await rowsOf(city)).toHaveLength(7);
  });

  test("a change from a day on: the old one ends the day before and both are true on their days", async () => {
    const old = await segment(city, "fri");
    const id = await changeSegment(city.people.hr, { ...FACTS, id: old.id, max: 8, from: "2026-12-01" }, NOW);
    expect(id).not.toBe(old.id);
    const on = async (day: string) =>
      (await read(city.people.hr, (tx) => segmentsOn(tx, city.employerId, day)))
        .filter(({ key }) => key === "fri")
        .map(({ max, order }) => [max, order]);
    expect([await on("2026-11-30"), await on("2026-12-01")]).toEqual([[[4, 7]], [[8, 7]]]);
    // From its own first day it is put right in its place.
    expect(await changeSegment(city.people.hr, { ...FACTS, id, max: 9, from: "2026-12-01" }, NOW)).toBe(id);
    expect([await on("2026-11-30"), await on("2026-12-01")]).toEqual([[[4, 7]], [[9, 7]]]);
    await expect(
      changeSegment(city.people.hr, { ...FACTS, id: old.id, from: "2026-12-24" }, NOW),
    ).rejects.toEqual(refusal("codings.whyNot.outsideOwnDays", "from"));
    // The old one cannot be prolonged over the new.
    await expect(endSegment(city.people.hr, { id: old.id, until: "2026-12-24" }, NOW)).rejects.toEqual(
      refusal("money.coding.twiceAtOnce", "key"),
    );
    await endSegment(city.people.hr, { id, until: "2026-12-31" }, NOW);
    expect([await on("2026-12-31"), await on("2027-01-01")]).toEqual([[[9, 7]], []]);
  });

  test("only HR and the administrator, and only one's own employer's", async () => {
    const id = (await segment(city, "konto")).id;
    for (const actor of [city.people.coordinator, city.people.manager, city.people.rep]) {
      await expect(addSegment(actor, { ...SEGMENT, key: "x" }, NOW)).rejects.toEqual(
        refusal("refusals.noRight"),
      );
      await expect(getSegments(actor)).rejects.toEqual(refusal("refusals.noSight"));
    }
    await expect(endSegment(all.region.people.hr, { id, until: TODAY }, NOW)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    expect(await getSegments(all.region.people.hr)).toEqual([]);
  });
});

describe("the coding of a case", () => {
  test("a draft is saved with faults, and they are named on the form and on the case", async () => {
    const id = await aCase(city, [{ codes: WHOLE }, { codes: { konto: "74", kontering: "4210" } }]);
    expect((await linesOf(city, id)).map(({ codes }) => codes)).toEqual([
      WHOLE,
      { konto: "74", kontering: "4210" },
    ]);
    const view = await getCase(city.people.coordinator, id, TODAY);
    expect(view.segments.length).toBeGreaterThan(5);
    expect(view.facts.costLines[0]?.codes).toEqual(WHOLE);
    await write(city.people.coordinator, NOW, null, async ({ tx }) => {
      await tx.preRegistration.updateMany({ where: { id }, data: { status: "draft" } });
    });
    const form = await getSectionForm(city.people.coordinator, id, "costs", TODAY);
    expect(form.segments.map(({ key }) => key)).toContain("projekt");
  });
});

describe("the faults", () => {
  let faulty: string;
  beforeAll(async () => {
    faulty = await aCase(city, [{ codes: { konto: "74" } }, { codes: WHOLE }]);
  });

  test("every line with a fault, with its reasons; a case that came to nothing is left out", async () => {
    const gone = await aCase(city, [{ codes: {} }]);
    await write(city.people.coordinator, NOW, null, async ({ tx }) => {
      await tx.preRegistration.updateMany({ where: { id: gone }, data: { status: "withdrawn" } });
    });
    const { rows } = await getCodingFaults(city.people.hr, null, TODAY);
    expect(rows.map((row) => row.case.id)).not.toContain(gone);
    const mine = rows.filter((row) => row.case.id === faulty);
    expect(mine.map(({ codes, faults }) => [codes, faults.map(({ key, field }) => [key, field])])).toEqual([
      [
        { konto: "74" },
        [
          ["money.coding.missing", "coding.ansvar"],
          ["money.coding.form.digits", "coding.konto"],
          ["money.coding.missing", "coding.projekt"],
        ],
      ],
    ]);
  });

  test("page by page from a key, each once", async () => {
    const lines = Array.from({ length: 60 }, () => ({ codes: {} }));
    const many = await aCase(city, lines);
    const first = await getCodingFaults(city.people.hr, null, TODAY);
    const second = await getCodingFaults(city.people.hr, first.next, TODAY);
    expect([first.rows.length, second.next]).toEqual([50, null]);
    const ids = [...first.rows, ...second.rows].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of await linesOf(city, many)) expect(ids).toContain(id);
    await write(city.people.coordinator, NOW, null, async ({ tx }) => {
      await tx.preRegistration.updateMany({ where: { id: many }, data: { status: "withdrawn" } });
    });
  });

  test("HR has it as one task", async () => {
    const found = await read(city.people.hr, (tx) =>
      codingToCorrect({ tx, actor: city.people.hr, today: TODAY, scheme: "tlo" }),
    );
    const { rows } = await getCodingFaults(city.people.hr, null, TODAY);
    expect(found).toMatchObject([
      { kind: "correctCoding", href: "/coding/faults", count: Math.min(rows.length, 21), since: TODAY },
    ]);
    const { hr } = all.region.people;
    expect(await read(hr, (tx) => codingToCorrect({ tx, actor: hr, today: TODAY, scheme: "tlo" }))).toEqual(
      [],
    );
  });

  test("corrected without opening the case again; codes that still have a fault are refused at their field", async () => {
    const [line] = await linesOf(city, faulty);
    const id = line?.id ?? "";
    const before = await getCase(city.people.coordinator, faulty, TODAY);
    await expect(correctCodes(city.people.hr, { id, codes: { konto: "7412" } }, NOW)).rejects.toEqual(
      refusal("money.coding.missing", "codes.ansvar"),
    );
    await expect(
      correctCodes(city.people.hr, { id, codes: { ...WHOLE, kontering: "x" } }, NOW),
    ).rejects.toEqual(refusal("money.coding.noSuchSegment", "codes.kontering"));
    expect((await linesOf(city, faulty))[0]?.codes).toEqual({ konto: "74" });

    await correctCodes(city.people.hr, { id, codes: WHOLE }, NOW);
    const after = await getCase(city.people.coordinator, faulty, TODAY);
    expect((await linesOf(city, faulty))[0]?.codes).toEqual(WHOLE);
    expect([after.standing.status, after.facts.amount]).toEqual([
      before.standing.status,
      before.facts.amount,
    ]);
    expect(after.facts.revision).toBe(before.facts.revision + 1);
    expect(after.history[0]).toMatchObject({ kind: "coding.corrected", who: "named" });
    const { rows } = await getCodingFaults(city.people.hr, null, TODAY);
    expect(rows.map((row) => row.id)).not.toContain(id);
  });

  test("who may not: a manager, another unit's coordinator, another employer, a case that came to nothing", async () => {
    const school = await preparedCase(city, { unit: "school" });
    const [line] = await linesOf(city, school);
    const input = { id: line?.id ?? "", codes: WHOLE };
    await expect(correctCodes(city.people.manager, input, NOW)).rejects.toEqual(refusal("refusals.noRight"));
    await expect(correctCodes(city.people.careCoordinator, input, NOW)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await expect(correctCodes(all.region.people.hr, input, NOW)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await write(city.people.coordinator, NOW, null, async ({ tx }) => {
      await tx.preRegistration.updateMany({ where: { id: school }, data: { status: "declined" } });
    });
    await expect(correctCodes(city.people.hr, input, NOW)).rejects.toEqual(refusal("refusals.notFound"));
    await expect(getCodingFaults(city.people.manager, null, TODAY)).rejects.toEqual(
      refusal("refusals.noSight"),
    );
    expect((await getCodingFaults(acting(city.people.hr, { units: [] }), null, TODAY)).rows).toEqual([]);
  });
});
