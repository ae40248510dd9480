import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFund } from "@/features/funds/commands";
import { createCase } from "@/features/pre-registrations/commands";
import { saveSection } from "@/features/pre-registrations/section-commands";
import { moveCaseOver } from "@/features/pre-registrations/version-commands";
import { getVersionNews } from "@/features/pre-registrations/version-queries";
import { casesToMoveOver } from "@/features/tasks/version-queries";
import { disconnect, read } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { kr, noon, TODAY, type World, world } from "../people";
import { file, filed, kinds, planned, prepare, refusal } from "./after-decision";
import { approvedCase } from "./approved-case";

// Which version of the agreement a case follows, and what happens when it ends. [design 3]

let db: FreshDatabase;
let owner: pg.Client;
let all: World;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.drop();
});

/** As if it had been handed in under the agreement before. */
const under = (caseId: string, version: string) =>
  owner.query("UPDATE pre_registration SET version = $2 WHERE id = $1", [caseId, version]);
const versionOf = async (caseId: string) =>
  (await owner.query("SELECT version FROM pre_registration WHERE id = $1", [caseId])).rows[0].version;

describe("a case that was not filed when its version ended", () => {
  test("is not filed until the coordinator has moved it over, once", async () => {
    const { city } = all;
    const { coordinator, hr } = city.people;
    const it = await approvedCase(city, { amount: kr(10_000) });
    const initiativeId = await planned(city, it);
    const draft = await prepare(city, initiativeId);
    await under(it.caseId, "komKr2021");
    expect(await getVersionNews(coordinator, it.caseId, TODAY)).toEqual({
      kind: "ended",
      version: "komKr2021",
      lastDay: "2022-09-30",
      to: "komKr2022",
    });
    const waiting = async () => {
      const found = await read(coordinator, (tx) =>
        casesToMoveOver({ tx, actor: coordinator, today: TODAY, scheme: "tlo" }),
      );
      return found.map((task) => task.id);
    };
    expect(await waiting()).toEqual([it.caseId]);
    await expect(file(city, draft)).rejects.toEqual(refusal("filings.whyNot.versionEnded"));
    await expect(moveCaseOver(hr, { id: it.caseId }, noon())).rejects.toEqual(refusal("refusals.noRight"));
    await expect(moveCaseOver(all.region.people.coordinator, { id: it.caseId }, noon())).rejects.toEqual(
      refusal("refusals.notFound"),
    );

    const both = await Promise.allSettled(
      [1, 2].map(() => moveCaseOver(coordinator, { id: it.caseId }, noon())),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await versionOf(it.caseId)).toBe("komKr2022");
    expect((await kinds(city, it.caseId)).filter((kind) => kind === "preRegistration.movedOver").length).toBe(
      1,
    );
    expect(await getVersionNews(coordinator, it.caseId, TODAY)).toBeNull();
    expect(await waiting()).toEqual([]);
    await file(city, draft);
  });

  test("once something of it was filed it stays under its version, and goes on", async () => {
    const { city } = all;
    const it = await approvedCase(city, { amount: kr(10_000) });
    await filed(city, it, kr(6_000));
    await under(it.caseId, "komKr2021");
    expect(await getVersionNews(city.people.coordinator, it.caseId, TODAY)).toBeNull();
    await expect(moveCaseOver(city.people.coordinator, { id: it.caseId }, noon())).rejects.toEqual(
      refusal("refusals.movedOn"),
    );
    await file(city, await prepare(city, await planned(city, it, kr(4_000))));
    expect(await versionOf(it.caseId)).toBe("komKr2021");
  });
});

test("a draft follows today's version and is told when that is another than it was begun under", async () => {
  const { city } = all;
  const { coordinator, hr } = city.people;
  await owner.query("UPDATE unit SET valid_from = '2020-01-01' WHERE employer_id = $1", [city.employerId]);
  const days = { applicationDay: null, reserveDay: "2023-12-31", grantDay: null, requisitionDay: null };
  const fundId = await openFund(
    hr,
    { name: "Medel 2021–2023", from: "2021-01-01", until: "2023-12-31", ...days, amount: null },
    noon("2021-01-04"),
  );
  const id = await createCase(
    coordinator,
    { ideas: [], title: "Utkast", unitId: city.units.north, fundId },
    noon("2022-09-30"),
  );
  expect(await getVersionNews(coordinator, id, "2022-09-30")).toBeNull();
  expect(await getVersionNews(coordinator, id, "2022-10-01")).toEqual({
    kind: "draft",
    before: "komKr2021",
    now: "komKr2022",
  });
  expect(await versionOf(id)).toBeNull();
  // The area is one that the version has.
  const area = (of: string, revision: number) =>
    saveSection(coordinator, { id, revision, section: "area", area: of as "illHealth" }, noon("2022-10-01"));
  await area("illHealth", 1);
  await expect(area("leisure", 2)).rejects.toEqual(refusal("preRegistrations.why.area", "area"));
});
