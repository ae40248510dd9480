import fc from "fast-check";
import pg from "pg";
import { AREAS } from "@/domain/agreement";
import { stopInitiative } from "@/features/initiatives/plan-commands";
import { book, reverse } from "@/features/ledger/commands";
import { reconcileRequisition } from "@/features/requisitions/payment-commands";
import { translator } from "@/messages/translator";
import { disconnect, write } from "@/server/db";
import { newId } from "@/server/id";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, TODAY, type World, world } from "../people";
import { carryOut, claimed, pay, start } from "./after-decision";
import { approvedCase, grantedCase } from "./approved-case";

// A city with two funds, and histories of cases in it that end at any stage: what the reports are tried on.

const LATER = "2027-10-01";
export const saying = { t: translator("sv"), locale: "sv", today: LATER } as const;

export let db: FreshDatabase;
export let all: World;
export let city: House;
export let owner: pg.Client;
/** Another fund of the city, with its pot. */
export const second = { fundId: newId(), potId: newId() };

export async function openWorld(): Promise<void> {
  db = await freshDatabase();
  all = await world(db, kr(900_000_000));
  city = all.city;
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(
    "INSERT INTO fund (employer_id, id, name, version, state, reverts, period_from, period_until, requisition_day) VALUES ($1, $2, 'Medel 2', 'komKr2022', 'open', true, '2025-01-01', '2027-12-31', '2029-12-31')",
    [city.employerId, second.fundId],
  );
  await owner.query("INSERT INTO pot (employer_id, fund_id, id) VALUES ($1, $2, $3)", [
    city.employerId,
    second.fundId,
    second.potId,
  ]);
  await write(city.people.hr, noon("2026-10-02"), null, async (w) => {
    await book(w, [{ movement: "provide", amount: kr(500_000_000), ...second }]);
    const [tooMuch = ""] = await book(w, [{ movement: "adjust", direction: "in", amount: kr(7), ...second }]);
    await reverse(w, tooMuch);
    await book(w, [
      { movement: "adjust", direction: "out", amount: kr(3), ...second },
      { movement: "rollOver", amount: kr(11), from: second, to: city.fund },
      { movement: "revert", amount: kr(5), ...second },
    ]);
  });
  // A neighbour with the same names and its own money.
  await grantedCase(all.region, {});
}
export async function closeWorld(): Promise<void> {
  await owner.end();
  await disconnect();
  await db.drop();
}

// ---------- histories ----------

export const STAGES = [
  "reserved",
  "granted",
  "stopped",
  "completed",
  "drafted",
  "sent",
  "paid",
  "short",
  "reconciled",
] as const;
type Past = {
  stage: (typeof STAGES)[number];
  unit: keyof House["units"];
  area: (typeof AREAS)[number] | null;
  inSecond: boolean;
  parts: number[];
  on: string;
  ownCost: number;
};
export const past: fc.Arbitrary<Past> = fc.record({
  stage: fc.constantFrom(...STAGES),
  unit: fc.constantFrom("top", "care", "north", "south", "school"),
  area: fc.constantFrom(...AREAS, null),
  inSecond: fc.boolean(),
  parts: fc.array(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 2 }),
  on: fc.constantFrom("2026-10-05", "2026-11-02", TODAY, "2027-01-15"),
  ownCost: fc.integer({ min: 0, max: 5_000_000 }),
});

/** Brings a case to a stage by the commands; where it lies and when it was granted is written afterwards. */
export async function happen(it: Past): Promise<void> {
  const house = it.inSecond ? { ...city, fund: second } : city;
  const parts = it.parts.map(BigInt);
  const amount = parts.reduce((sum, part) => sum + part, 0n);
  if (it.stage === "reserved") return place((await approvedCase(house, { amount, on: it.on })).caseId, it);
  const made = await grantedCase(house, { amount, parts, on: it.on });
  const [partId = "", part = 0n] = [made.partIds[0], parts[0]];
  const coordinator = city.people.coordinator;
  if (made.partIds[1] && it.stage === "granted")
    await write(coordinator, noon("2027-01-25"), null, async (w) => {
      const [fromPart = "", toPart = ""] = made.partIds;
      const address = { caseId: made.caseId, ...house.fund };
      // Some of one part goes over to the other, and for a while some more.
      const moved = {
        movement: "recommit",
        amount: 1n,
        ...address,
        partId: fromPart,
        toPartId: toPart,
      } as const;
      await book(w, [moved]);
      const [undone = ""] = await book(w, [{ ...moved, partId: toPart, toPartId: fromPart }]);
      await reverse(w, undone);
    });
  if (it.stage === "stopped")
    await stopInitiative(
      coordinator,
      { id: made.initiativeId, to: "cancelled", reason: "Ingen sökte." },
      noon("2027-01-20"),
    );
  else if (it.stage !== "granted") {
    await carryOut(house, made);
    const claim = part - part / 10n;
    if (it.stage === "drafted") await start(house, partId, claim);
    else if (it.stage !== "completed") {
      const id = await claimed(house, partId, claim);
      if (it.stage === "short") await pay(house, id, claim - claim / 7n, "Fonden godkände inte resorna.");
      if (it.stage === "paid" || it.stage === "reconciled") await pay(house, id, claim);
      if (it.stage === "reconciled") await reconcileRequisition(city.people.hr, { id }, noon("2027-08-01"));
    }
  }
  return place(made.caseId, it);
}

async function place(caseId: string, it: Past): Promise<void> {
  await owner.query("UPDATE pre_registration SET unit_id = $2, area = $3 WHERE id = $1", [
    caseId,
    city.units[it.unit],
    it.area,
  ]);
  await owner.query("UPDATE granted_part SET granted_on = $2 WHERE case_id = $1", [caseId, it.on]);
  await owner.query("UPDATE case_unit SET unit_id = $2, own_cost = $3 WHERE case_id = $1", [
    caseId,
    city.units[it.unit],
    it.ownCost,
  ]);
}
