import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addInitiative, stopInitiative } from "@/features/initiatives/plan-commands";
import { disconnect } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, noon, TODAY, world } from "../people";
import { available, carryOut, initiative, kinds, left, refusal, reserved } from "./after-decision";
import { approvedCase, grantedCase } from "./approved-case";

let db: FreshDatabase;
let city: House;
beforeAll(async () => {
  db = await freshDatabase();
  ({ city } = await world(db));
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

describe("stopping", () => {
  test.each(["cancelled", "notCarriedOut"] as const)(
    "%s releases every part to the öre and settles them",
    async (to) => {
      const before = await available(city);
      const it = await grantedCase(city, { amount: 31_200_001n, parts: [15_600_000n, 15_600_001n] });
      expect(await available(city)).toBe(before - 31_200_001n);
      await stopInitiative(
        city.people.coordinator,
        { id: it.initiativeId, to, reason: "För få anmälda." },
        noon(),
      );
      expect(await available(city)).toBe(before);
      for (const partId of it.partIds) expect(await left(city, partId)).toEqual({ committed: 0n, drawn: 0n });
      expect(await initiative(city, it.initiativeId)).toMatchObject({
        status: to,
        answer: "För få anmälda.",
      });
      expect((await kinds(city, it.caseId)).at(-1)).toBe(`initiative.${to}`);
    },
  );

  test("after the last day to reserve the money reverts in the same statement, and history says so", async () => {
    const it = await grantedCase(city);
    const before = await available(city);
    await stopInitiative(
      city.people.coordinator,
      { id: it.initiativeId, to: "notCarriedOut", reason: "Läraren slutade." },
      noon("2027-01-01"),
    );
    expect(await available(city)).toBe(before);
    expect((await kinds(city, it.caseId)).slice(-2)).toEqual(["fund.reverted", "initiative.notCarriedOut"]);
  });

  test("not one that is completed, and never without a reason", async () => {
    const it = await grantedCase(city);
    const stop = (reason: string) =>
      stopInitiative(
        city.people.coordinator,
        { id: it.initiativeId, to: "cancelled", reason },
        noon("2027-06-01"),
      );
    await expect(stop("")).rejects.toEqual(refusal("initiatives.whyNot.noReason", "reason"));
    await carryOut(city, it);
    await expect(stop("Ångrat.")).rejects.toEqual(refusal("refusals.movedOn"));
    expect(await left(city, it.partIds[0] ?? "")).toEqual({ committed: it.amount, drawn: 0n });
  });

  test("only by the coordinator", async () => {
    const it = await grantedCase(city);
    await expect(
      stopInitiative(
        city.people.northManager,
        { id: it.initiativeId, to: "cancelled", reason: "Nej." },
        noon(),
      ),
    ).rejects.toEqual(refusal("refusals.noRight"));
  });

  test("a planned one leaves the case's reservation as it is", async () => {
    const it = await approvedCase(city);
    const { caseId, amount } = it;
    const id = await addInitiative(
      city.people.coordinator,
      {
        caseId,
        title: "Blir inte av",
        unitId: city.units.north,
        amount,
        periodFrom: null,
        periodUntil: null,
        headcount: null,
        ideaIds: [],
      },
      noon(TODAY),
    );
    await stopInitiative(city.people.coordinator, { id, to: "cancelled", reason: "Nej." }, noon());
    expect(await reserved(city, it)).toBe(amount);
  });
});
