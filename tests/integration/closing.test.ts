import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeReservation } from "@/features/filings/close-commands";
import { recordRefusal } from "@/features/filings/commands";
import { disconnect, read } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, TODAY, world } from "../people";
import { answer, available, filed, grant, kinds, planned, refusal, reserved, warm } from "./after-decision";
import { approvedCase } from "./approved-case";

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

const look = <T>(query: Parameters<typeof read<T>>[1]) => read(city.people.hr, query);

describe("closing the reservation", () => {
  const close = (caseId: string, on = TODAY) =>
    closeReservation(city.people.coordinator, { caseId }, noon(on));
  const caseStatus = (id: string) =>
    look(async (tx) => (await tx.preRegistration.findFirstOrThrow({ where: { id } })).status);
  const ideaStatus = (id: string) =>
    look(async (tx) => (await tx.idea.findFirstOrThrow({ where: { id } })).status);
  const reject = (id: string) =>
    recordRefusal(
      city.people.coordinator,
      { id, outcome: "rejected", answeredOn: TODAY, text: "Ordinarie utbildning." },
      noon(),
    );

  test("not while a filing waits or an initiative was never filed", async () => {
    const it = await approvedCase(city);
    await filed(city, it, kr(100_000));
    await planned(city, it, kr(100_000));
    await expect(close(it.caseId)).rejects.toEqual(refusal("filings.whyNot.waits"));
    expect(await reserved(city, it)).toBe(it.amount);
  });

  test("something granted: the remainder is unreserved to the öre and the case converted", async () => {
    const before = await available(city);
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it, kr(200_000));
    const rejected = await filed(city, it, kr(112_000));
    await grant(city, answer(filingId, [kr(199_999) + 99n]));
    await reject(rejected.filingId);
    await close(it.caseId);
    expect(await caseStatus(it.caseId)).toBe("converted");
    expect(await reserved(city, it)).toBe(0n);
    expect(await available(city)).toBe(before - (kr(199_999) + 99n));
    const stopped = await look((tx) =>
      tx.initiative.findFirstOrThrow({ where: { id: rejected.initiativeId } }),
    );
    expect(stopped.status).toBe("cancelled");
    expect(await ideaStatus(it.ideaId)).toBe("converted");
    expect((await kinds(city, it.caseId)).at(-1)).toBe("preRegistration.converted");
  });

  test("nothing granted: withdrawn, all the money back, the ideas back in dialogue", async () => {
    const before = await available(city);
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    await reject(filingId);
    await close(it.caseId);
    expect(await caseStatus(it.caseId)).toBe("withdrawn");
    expect(await available(city)).toBe(before);
    expect(await ideaStatus(it.ideaId)).toBe("inDialogue");
    expect(await kinds(city, it.caseId)).toEqual(
      expect.arrayContaining(["idea.reopened", "preRegistration.withdrawn"]),
    );
  });

  test("after the last day to reserve the remainder reverts in the same statement", async () => {
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    await grant(city, answer(filingId, [kr(300_000)]));
    const before = await available(city);
    await close(it.caseId, "2027-01-01");
    expect(await available(city)).toBe(before);
    expect(await kinds(city, it.caseId)).toContain("fund.reverted");
  });

  test("twice at once: closed once, unreserved once", async () => {
    const before = await available(city);
    const it = await approvedCase(city);
    await warm(city, 2);
    const results = await Promise.allSettled([close(it.caseId), close(it.caseId)]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await available(city)).toBe(before);
  });

  test("only by the coordinator", async () =>
    expect(
      closeReservation(city.people.hr, { caseId: (await approvedCase(city)).caseId }, noon()),
    ).rejects.toEqual(refusal("refusals.noRight")));
});
