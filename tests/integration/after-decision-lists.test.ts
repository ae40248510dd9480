import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getCaseFilings, getFiling, getInitiativeFilings } from "@/features/filings/queries";
import { startInitiative } from "@/features/initiatives/carry-out-commands";
import { getCaseInitiatives } from "@/features/initiatives/case-queries";
import {
  grantedButNotStarted,
  listInitiatives,
  readInitiativeFilters,
} from "@/features/initiatives/list-queries";
import { ownerCandidates } from "@/features/initiatives/owner-queries";
import { getInitiative } from "@/features/initiatives/queries";
import {
  claimsWaiting,
  listClaims,
  readClaimFilters,
  readyToRequisition,
} from "@/features/requisitions/list-queries";
import { getPartToClaim, getRequisition } from "@/features/requisitions/queries";
import { disconnect, write } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import { answer, claimed, completed, filed, grant, JUNE, pay, refusal } from "./after-decision";
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

const list = (actor: House["people"]["hr"], search: Record<string, string> = {}) =>
  listInitiatives(actor, readInitiativeFilters(search));

describe("lists from a key", () => {
  test.each([{}, { sort: "oldest" }, { sort: "title" }, { sort: "amount" }])(
    "every initiative once, in order, with many rows of the same key: %o",
    async (search) => {
      const { region } = all;
      const before = await list(region.people.coordinator);
      if (before.rows.length === 0) {
        const it = await approvedCase(region);
        await write(region.people.coordinator, noon(), null, async ({ tx }) => {
          await tx.initiative.createMany({
            data: Array.from({ length: 120 }, (_, nth) => ({
              employerId: region.employerId,
              id: crypto.randomUUID(),
              caseId: it.caseId,
              unitId: region.units.north,
              title: `Insats ${nth % 3}`,
              amount: BigInt(1 + (nth % 4)),
              providerKind: "external" as const,
              status: "planned" as const,
              // Four instants only: most rows share their sort key with others.
              statusSince: noon(`2026-11-${10 + (nth % 4)}`),
            })),
          });
        });
      }
      const seen: { id: string; key: string | bigint }[] = [];
      let after = "";
      for (let page = 0; page < 3; page++) {
        const { rows, next } = await list(region.people.coordinator, {
          ...(search as Record<string, string>),
          ...(after ? { after } : {}),
        });
        const sort = "sort" in search ? search.sort : "newest";
        for (const row of rows)
          seen.push({
            id: row.id,
            key: sort === "title" ? row.title : sort === "amount" ? row.amount : row.since,
          });
        expect(next === null).toBe(page === 2);
        after = next ?? "";
      }
      expect(seen).toHaveLength(120);
      expect(new Set(seen.map((row) => row.id)).size).toBe(120);
      const keys = seen.map((row) => row.key);
      const up = "sort" in search && (search.sort === "oldest" || search.sort === "title");
      expect(keys).toEqual([...keys].sort((a, b) => (a === b ? 0 : a < b === up ? -1 : 1)));
    },
  );

  test("an address that cannot be read is passed over", async () => {
    const { rows } = await list(city.people.coordinator, {
      after: "x~y",
      sort: "by",
      status: "no",
      unit: "1",
    });
    expect(rows.length).toBe((await list(city.people.coordinator)).rows.length);
    expect(readClaimFilters({ after: "2026~x", status: "gone", show: "?" })).toEqual({
      show: null,
      status: null,
      sort: "oldest",
      after: null,
    });
  });
});

describe("who sees what", () => {
  test("an initiative: its owner, the manager, the coordinator and HR, not others nor the neighbour", async () => {
    const it = await grantedCase(city);
    const sees = async (actor: House["people"]["hr"]) =>
      (await list(actor)).rows.some((row) => row.id === it.initiativeId);
    const { people } = city;
    expect(await sees(people.coordinator)).toBe(true);
    expect(await sees(people.hr)).toBe(true);
    expect(await sees(people.northManager)).toBe(true);
    expect(await sees(people.employee)).toBe(true); // its applicant
    expect(await sees(people.colleague)).toBe(false);
    expect(await sees(people.schoolManager)).toBe(false);
    expect(await sees(people.admin)).toBe(false);
    expect(await sees(acting(people.coordinator, { units: [city.units.school] }))).toBe(false);
    expect(await sees(all.region.people.coordinator)).toBe(false);
    await expect(getInitiative(all.region.people.hr, it.initiativeId, TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await expect(getInitiative(people.colleague, it.initiativeId, TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
  });

  test("a filing follows its case, a claim its unit", async () => {
    const it = await approvedCase(city);
    const { filingId, initiativeId } = await filed(city, it);
    const { region, city: house } = all;
    expect((await getFiling(house.people.sender, filingId, TODAY)).content.amount).toBe(String(it.amount));
    await expect(getFiling(region.people.sender, filingId, TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await expect(getFiling(house.people.colleague, filingId, TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await expect(getInitiativeFilings(house.people.schoolManager, initiativeId, TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await expect(getCaseFilings(region.people.coordinator, it.caseId, TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );

    const done = await completed(city);
    const id = await claimed(city, done.partId, done.amount);
    expect((await getRequisition(house.people.hr, id, JUNE)).amount).toBe(done.amount);
    for (const actor of [
      region.people.hr,
      house.people.northManager,
      acting(house.people.hr, { units: [house.units.school] }),
    ])
      await expect(getRequisition(actor, id, JUNE)).rejects.toEqual(refusal("refusals.notFound"));
    await expect(getPartToClaim(region.people.hr, done.partId, JUNE)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
  });
});

describe("what waits", () => {
  test("granted but not started: until it starts, also without an owner, the longest waiting first", async () => {
    const { agency } = all;
    const { northManager, coordinator } = agency.people;
    const late = await grantedCase(agency, { lom: true, numbers: [null], on: "2026-11-01" });
    const ownerless = await grantedCase(agency, { lom: true, numbers: [null], ownerId: null });
    await approvedCase(agency);
    const ids = async () => (await grantedButNotStarted(coordinator)).rows.map((row) => row.id);
    expect(await ids()).toEqual([late.initiativeId, ownerless.initiativeId]);
    expect((await list(coordinator, { show: "noOwner" })).rows.map((row) => row.id)).toEqual([
      ownerless.initiativeId,
    ]);
    await startInitiative(northManager, { id: late.initiativeId }, noon(PERIOD.from));
    expect(await ids()).toEqual([ownerless.initiativeId]);
    expect(await grantedButNotStarted(coordinator, 0)).toEqual({ rows: [], more: true });
  });

  test("ready to claim: completed, or a partial claim whose day has come, until it is claimed", async () => {
    const { office } = all;
    const { hr, coordinator, northManager } = office.people;
    const done = await completed(office, { lom: true, numbers: [null] });
    const partial = await grantedCase(office, {
      lom: true,
      numbers: [null, null],
      parts: [kr(100), kr(200)],
      earliestClaimDay: "2027-03-15",
    });
    await startInitiative(northManager, { id: partial.initiativeId }, noon(PERIOD.from));
    const ready = async (on: string) => (await readyToRequisition(hr, on)).rows.map((row) => row.id).sort();
    expect(await ready("2027-03-14")).toEqual([done.partId]);
    expect(await ready("2027-03-15")).toEqual([done.partId, ...partial.partIds].sort());
    const id = await claimed(office, done.partId, done.amount);
    expect(await ready("2027-03-14")).toEqual([]);
    expect((await claimsWaiting(hr)).map((row) => [row.id, row.status])).toEqual([[id, "sent"]]);
    expect((await listClaims(coordinator, readClaimFilters({ show: "waiting" }))).rows).toHaveLength(1);
    expect((await listClaims(coordinator, readClaimFilters({ show: "reconcile" }))).rows).toHaveLength(0);
    await pay(office, id, done.amount);
    expect((await listClaims(coordinator, readClaimFilters({ show: "reconcile" }))).rows).toHaveLength(1);
    expect(await readyToRequisition(office.people.northManager, JUNE)).toMatchObject({
      rows: expect.any(Array),
    });
    expect(await claimsWaiting(office.people.northManager)).toEqual([]);
  });
});

describe("one thing's page", () => {
  test("an initiative that the national fund split off shows the filing that it came from", async () => {
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    await grant(city, answer(filingId, [kr(200_000), kr(112_000)]));
    const { rows } = await getCaseInitiatives(city.people.coordinator, it.caseId, TODAY);
    const split = await getInitiative(city.people.coordinator, rows[1]?.id ?? "", TODAY);
    expect(split.filing).toMatchObject({ id: filingId, status: "granted" });
    expect(split.parts).toMatchObject([{ amount: kr(112_000), committed: kr(112_000), drawn: 0n }]);
    expect(split.events.map((event) => event.kind)).toContain("filing.granted");
    const { filings } = await getInitiativeFilings(city.people.coordinator, split.id, TODAY);
    expect(filings.map((row) => row.id)).toEqual([filingId]);
  });

  test("a case says what is not planned, and what keeps its reservation open", async () => {
    const it = await approvedCase(city);
    const { initiativeId } = await filed(city, it, kr(200_000));
    const { free, whyNot } = await getCaseInitiatives(city.people.coordinator, it.caseId, TODAY);
    expect([free, whyNot]).toEqual([kr(112_000), null]);
    const { closing } = await getCaseFilings(city.people.coordinator, it.caseId, TODAY);
    expect(closing).toMatchObject({ reserved: it.amount, landing: "comesBack", becomes: "withdrawn" });
    expect(closing?.reasons.map((reason) => reason.key)).toEqual(["filings.whyNot.waits"]);
    expect((await getInitiativeFilings(city.people.coordinator, initiativeId, TODAY)).prepare?.key).toBe(
      "filings.whyNot.alreadyFiled",
    );
  });

  test("who may answer for it: those near, or by name; nobody who has left or is protected", async () => {
    const it = await grantedCase(city, { ownerId: null });
    const { coordinator, northManager, colleague } = city.people;
    const of = { id: it.initiativeId, unitId: city.units.north };
    const ids = async (find: string) =>
      (await ownerCandidates(coordinator, of, find, TODAY)).map((one) => one.id);
    expect((await ids("")).sort()).toEqual([coordinator.personId, northManager.personId].sort());
    expect(await ids("kaj bj")).toEqual([colleague.personId]);
    expect(await ids("%")).toEqual([]);
    await write(coordinator, noon(), null, async ({ tx }) => {
      await tx.person.updateMany({ where: { id: colleague.personId }, data: { isProtected: true } });
    });
    expect(await ids("kaj")).toEqual([]);
    await write(coordinator, noon(), null, async ({ tx }) => {
      await tx.person.updateMany({ where: { id: colleague.personId }, data: { isProtected: false } });
    });
  });
});
