import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { book } from "@/features/ledger/commands";
import { potBalance } from "@/features/ledger/queries";
import { bookCallOff, reconcileRequisition, recordPayment } from "@/features/requisitions/payment-commands";
import { disconnect, read, write } from "@/server/db";
import { receiptOf } from "@/server/receipts";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, type World, world } from "../people";
import {
  available,
  claimed,
  completed,
  initiative,
  JUNE,
  kinds,
  left,
  pay,
  refusal,
  start,
  warm,
} from "./after-decision";

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

/** Carried out while the fund can still be reserved from, so that what is released comes back. */
const EARLY = { period: { from: "2026-10-01", until: "2026-11-20" } };
const NOVEMBER = "2026-11-24";

describe("paid and reconciled", () => {
  test("drawn when paid; the rest stays until it is reconciled, then comes back to the öre and all is settled", async () => {
    const it = await completed(city, { ...EARLY, amount: 31_200_001n }, NOVEMBER);
    const before = await available(city);
    const id = await claimed(city, it.partId, 31_200_001n, NOVEMBER);
    await pay(city, id, 31_000_000n, "En deltagare mindre.", "2026-12-20");
    expect(await left(city, it.partId)).toEqual({ committed: 200_001n, drawn: 31_000_000n });
    expect(await available(city)).toBe(before);
    await reconcileRequisition(city.people.hr, { id }, noon("2026-12-31"));
    expect(await left(city, it.partId)).toEqual({ committed: 0n, drawn: 31_000_000n });
    expect(await available(city)).toBe(before + 200_001n);
    expect((await initiative(city, it.initiativeId)).status).toBe("settled");
    expect((await kinds(city, it.caseId)).slice(-3)).toEqual([
      "requisition.paid",
      "requisition.reconciled",
      "initiative.settled",
    ]);
  });

  test("after the last day to reserve the rest reverts in the same statement", async () => {
    const it = await completed(city);
    const id = await claimed(city, it.partId, it.amount);
    const before = await available(city);
    await pay(city, id, it.amount - 1n, "Avrundning.");
    await reconcileRequisition(city.people.hr, { id }, noon("2027-07-05"));
    expect(await available(city)).toBe(before);
    expect(await left(city, it.partId)).toEqual({ committed: 0n, drawn: it.amount - 1n });
    expect(await kinds(city, it.caseId)).toContain("fund.reverted");
  });

  test("six payers at once: one draw", async () => {
    const it = await completed(city);
    const id = await claimed(city, it.partId, it.amount);
    await warm(city, 6);
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => pay(city, id, kr(1_000), "Delvis.")),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")?.reason).toEqual(refusal("refusals.movedOn"));
    expect(await left(city, it.partId)).toEqual({ committed: it.amount - kr(1_000), drawn: kr(1_000) });
  });

  test("a double click pays once and says the same", async () => {
    const it = await completed(city);
    const id = await claimed(city, it.partId, it.amount);
    const input = { id, paidAmount: it.amount, paidOn: "2027-07-01", cause: "" };
    const receipt = receiptOf("requisition.recordPayment", "key", input);
    await Promise.all([1, 2].map(() => recordPayment(city.people.hr, input, noon("2027-07-02"), receipt)));
    expect(await left(city, it.partId)).toEqual({ committed: 0n, drawn: it.amount });
  });

  test("paid less without a cause, more than claimed, or on a day to come: refused", async () => {
    const it = await completed(city);
    const id = await claimed(city, it.partId, kr(1_000));
    await expect(pay(city, id, kr(999))).rejects.toEqual(refusal("requisitions.whyNot.noCause", "cause"));
    await expect(pay(city, id, kr(1_001))).rejects.toEqual(
      refusal("requisitions.whyNot.moreThanClaimed", "paidAmount"),
    );
    await expect(
      recordPayment(
        city.people.hr,
        { id, paidAmount: kr(1_000), paidOn: "2027-07-03", cause: "" },
        noon("2027-07-02"),
      ),
    ).rejects.toEqual(refusal("requisitions.whyNot.dayAhead", "paidOn"));
  });

  test("nothing paid at all draws nothing; reconciled, everything comes back", async () => {
    const it = await completed(city, EARLY, NOVEMBER);
    const before = await available(city);
    const id = await claimed(city, it.partId, it.amount, NOVEMBER);
    await pay(city, id, 0n, "Avslag.", "2026-12-20");
    await reconcileRequisition(city.people.hr, { id }, noon("2026-12-30"));
    expect(await left(city, it.partId)).toEqual({ committed: 0n, drawn: 0n });
    expect(await available(city)).toBe(before + it.amount);
  });

  test.each<[string, (house: House) => string, boolean]>([
    ["the owner", (house) => house.people.northManager.personId, false],
    ["the applicant", (house) => house.people.employee.personId, false],
    ["a colleague without part in it", (house) => house.people.colleague.personId, true],
  ])("%s, acting as HR", async (_, personId, may) => {
    const it = await completed(city);
    const id = await claimed(city, it.partId, it.amount);
    const hr = { ...city.people.hr, personId: personId(city) };
    const input = { id, paidAmount: it.amount, paidOn: "2027-07-01", cause: "" };
    const payment = recordPayment(hr, input, noon("2027-07-02"));
    if (may) await payment;
    else await expect(payment).rejects.toEqual(refusal("refusals.ownCase"));
    expect((await left(city, it.partId)).drawn).toBe(may ? it.amount : 0n);
    if (!may) await pay(city, id, it.amount);
    const reconciled = reconcileRequisition(hr, { id }, noon("2027-07-03"));
    if (may) await reconciled;
    else await expect(reconciled).rejects.toEqual(refusal("refusals.ownCase"));
  });

  test("reconciling is HR's; the initiative is settled with its last part", async () => {
    const it = await completed(city, { parts: [kr(156_000), kr(156_000)] });
    const [first = "", second = ""] = it.partIds;
    const one = await claimed(city, first, kr(156_000));
    const two = await claimed(city, second, kr(156_000));
    await pay(city, one, kr(156_000));
    await pay(city, two, kr(156_000));
    await expect(
      reconcileRequisition(city.people.coordinator, { id: one }, noon("2027-07-03")),
    ).rejects.toEqual(refusal("refusals.noRight"));
    await reconcileRequisition(city.people.hr, { id: one }, noon("2027-07-03"));
    expect((await initiative(city, it.initiativeId)).status).toBe("completed");
    await reconcileRequisition(city.people.hr, { id: two }, noon("2027-07-03"));
    expect((await initiative(city, it.initiativeId)).status).toBe("settled");
  });

  test("one part cannot draw another's money though the case has it: the database refuses", async () => {
    const it = await completed(city, { parts: [kr(100_000), kr(200_000)] });
    const [first = ""] = it.partIds;
    const draw = write(city.people.hr, noon(JUNE), null, async (w) => {
      await book(w, [
        {
          movement: "draw",
          amount: kr(100_000) + 1n,
          caseId: it.caseId,
          partId: first,
          fundId: it.fundId,
          potId: it.potId,
        },
      ]);
    });
    await expect(draw).rejects.toEqual(refusal("refusals.notEnoughCommitted"));
  });
});

describe("a call-off", () => {
  const callOff = (partId: string, amount: bigint) =>
    bookCallOff(city.people.hr, { partId, amount }, noon("2026-12-30"));

  test("draws what the national fund delivered at once, releases the rest and settles", async () => {
    const it = await completed(city, { ...EARLY, providerKind: "nationalFund" }, NOVEMBER);
    await expect(start(city, it.partId, it.amount, "2026-12-30")).rejects.toEqual(
      refusal("requisitions.whyNot.callOff"),
    );
    const before = await available(city);
    await expect(callOff(it.partId, it.amount + 1n)).rejects.toEqual(
      refusal("requisitions.whyNot.moreThanCommitted", "amount"),
    );
    await callOff(it.partId, kr(300_000));
    expect(await left(city, it.partId)).toEqual({ committed: 0n, drawn: kr(300_000) });
    expect(await available(city)).toBe(before + kr(12_000));
    expect((await initiative(city, it.initiativeId)).status).toBe("settled");
    await expect(callOff(it.partId, kr(1))).rejects.toEqual(refusal("requisitions.whyNot.settled"));
  });

  test("not of what another delivered", async () => {
    const it = await completed(city);
    await expect(callOff(it.partId, kr(1))).rejects.toEqual(refusal("requisitions.whyNot.noCallOff"));
  });
});

describe("under LOM", () => {
  test("the same claim goes to the employer's own office; the rest stays with the agency", async () => {
    const { agency } = all;
    const before = await available(agency);
    const it = await completed(agency, { lom: true, numbers: [null] });
    const id = await claimed(agency, it.partId, it.amount);
    await pay(agency, id, kr(250_000), "Färre timmar.");
    await reconcileRequisition(agency.people.hr, { id }, noon("2027-07-05"));
    expect(await available(agency)).toBe(before - kr(250_000));
    expect((await initiative(agency, it.initiativeId)).status).toBe("settled");
  });

  test("in a year that was rolled over, the rest is rolled on with it", async () => {
    const { office } = all;
    const it = await completed(office, { lom: true, numbers: [null] });
    const next = { fundId: crypto.randomUUID(), potId: crypto.randomUUID() };
    const { employerId } = office;
    const rest = await available(office);
    await write(office.people.hr, noon(JUNE), null, async (w) => {
      const [fund] = await w.tx.fund.findMany({ where: { id: office.fund.fundId } });
      if (!fund) throw new Error("no fund");
      await w.tx.fund.createMany({
        data: [
          {
            ...fund,
            id: next.fundId,
            name: "LOM 2027",
            from: new Date("2027-01-01"),
            until: new Date("2027-12-31"),
          },
        ],
      });
      await w.tx.pot.createMany({ data: [{ employerId, fundId: next.fundId, id: next.potId }] });
      await w.tx.fund.updateMany({ where: { id: office.fund.fundId }, data: { state: "drawOnly" } });
      await book(w, [{ movement: "rollOver", amount: rest, from: office.fund, to: next }]);
    });
    const id = await claimed(office, it.partId, it.amount);
    await pay(office, id, it.amount - 7n, "Avrundning.");
    await reconcileRequisition(office.people.hr, { id }, noon("2027-07-05"));
    expect(await available(office)).toBe(0n);
    const on = await read(office.people.hr, (tx) => potBalance(tx, employerId, next.fundId, next.potId));
    expect(on.available).toBe(rest + 7n);
  });
});
