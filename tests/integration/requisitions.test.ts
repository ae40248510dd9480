import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startInitiative } from "@/features/initiatives/carry-out-commands";
import { stopInitiative } from "@/features/initiatives/plan-commands";
import {
  completeEvidence,
  removeEvidence,
  saveClaimAmount,
  sendRequisition,
  startRequisition,
} from "@/features/requisitions/commands";
import { recordClaimAnswer } from "@/features/requisitions/payment-commands";
import { disconnect, read, write } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, type World, world } from "../people";
import { add, claimed, complete, completed, JUNE, kinds, refusal, start, warm } from "./after-decision";
import { grantedCase, PERIOD } from "./approved-case";

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

const claim = (id: string) =>
  read(city.people.hr, (tx) => tx.requisition.findFirstOrThrow({ where: { id } }));

describe("the draft", () => {
  test("not before the initiative is completed (T4)", async () => {
    const it = await grantedCase(city);
    await expect(start(city, it.partIds[0] ?? "", kr(1))).rejects.toEqual(
      refusal("requisitions.whyNot.notCompleted"),
    );
  });

  test("one claim a part, also at once (T5)", async () => {
    const it = await completed(city);
    await warm(city, 2);
    const results = await Promise.allSettled([1, 2].map(() => start(city, it.partId, it.amount)));
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")?.reason).toEqual(
      refusal("refusals.claimedTwice"),
    );
    await expect(start(city, it.partId, it.amount)).rejects.toEqual(refusal("refusals.claimedTwice"));
  });

  test("the database refuses a second claim by itself", async () => {
    const it = await completed(city);
    const row = {
      employerId: city.employerId,
      partId: it.partId,
      status: "draft",
      statusSince: noon(),
      amount: 1n,
    } as const;
    const insert = (id: string) =>
      write(city.people.hr, noon(), null, async ({ tx }) => {
        await tx.requisition.createMany({ data: [{ ...row, id }] });
      });
    await insert(crypto.randomUUID());
    await expect(insert(crypto.randomUUID())).rejects.toEqual(refusal("refusals.claimedTwice"));
  });

  test("at most what is left of the part, to the öre", async () => {
    const it = await completed(city);
    await expect(start(city, it.partId, it.amount + 1n)).rejects.toEqual(
      refusal("requisitions.whyNot.moreThanCommitted", "amount"),
    );
    const id = await start(city, it.partId, it.amount - 1n);
    await saveClaimAmount(city.people.hr, { id, amount: it.amount, revision: 1 }, noon(JUNE));
    await expect(
      saveClaimAmount(city.people.hr, { id, amount: it.amount + 1n, revision: 2 }, noon(JUNE)),
    ).rejects.toEqual(refusal("requisitions.whyNot.moreThanCommitted", "amount"));
    await expect(
      saveClaimAmount(city.people.hr, { id, amount: 1n, revision: 1 }, noon(JUNE)),
    ).rejects.toEqual(refusal("refusals.changedMeanwhile"));
  });

  test("for the coordinator and HR, in sight", async () => {
    const it = await completed(city);
    const input = { partId: it.partId, amount: it.amount };
    await expect(startRequisition(city.people.northManager, input, noon(JUNE))).rejects.toEqual(
      refusal("refusals.noRight"),
    );
    await expect(startRequisition(all.region.people.hr, input, noon(JUNE))).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    const elsewhere = acting(city.people.coordinator, { units: [city.units.school] });
    await expect(startRequisition(elsewhere, input, noon(JUNE))).rejects.toEqual(
      refusal("refusals.notFound"),
    );
  });

  test("a part of a partial plan may be claimed under way, from its own day; then the initiative is not stopped", async () => {
    const it = await grantedCase(city, { parts: [kr(156_000), kr(156_000)], earliestClaimDay: "2027-03-15" });
    await startInitiative(city.people.northManager, { id: it.initiativeId }, noon(PERIOD.from));
    const [first = ""] = it.partIds;
    await expect(start(city, first, kr(1), "2027-03-14")).rejects.toEqual(
      refusal("requisitions.whyNot.tooEarly"),
    );
    await start(city, first, kr(156_000), "2027-03-15");
    await expect(
      stopInitiative(
        city.people.coordinator,
        { id: it.initiativeId, to: "cancelled", reason: "Nej." },
        noon("2027-03-16"),
      ),
    ).rejects.toEqual(refusal("initiatives.whyNot.claimed"));
  });
});

describe("evidence", () => {
  test("is complete when nothing is missing, and stays so", async () => {
    const it = await completed(city);
    const id = await start(city, it.partId, kr(1_000));
    const finish = () => completeEvidence(city.people.coordinator, { id }, noon(JUNE));
    await expect(finish()).rejects.toEqual(refusal("requisitions.missing.invoice"));
    await add(city, id, "invoice", kr(999));
    await expect(finish()).rejects.toEqual(refusal("requisitions.missing.participantList"));
    await add(city, id, "participantList", null);
    await expect(finish()).rejects.toEqual(refusal("requisitions.missing.amount"));
    await add(city, id, "receipt", kr(1));
    await finish();
    expect((await claim(id)).status).toBe("evidenceComplete");

    const rows = await read(city.people.hr, (tx) => tx.evidence.findMany({ where: { requisitionId: id } }));
    const list = rows.find((row) => row.kind === "participantList")?.id ?? "";
    const remove = (evidenceId: string) =>
      removeEvidence(city.people.coordinator, { id, evidenceId }, noon(JUNE));
    await expect(remove(list)).rejects.toEqual(refusal("requisitions.missing.participantList"));
    await add(city, id, "participantList", null);
    await remove(list);
  });

  test("own people need an internal invoice or a salary sheet", async () => {
    const it = await completed(city, { providerKind: "ownRegime" });
    const id = await start(city, it.partId, kr(1));
    await add(city, id, "participantList", null);
    await add(city, id, "invoice", kr(1));
    await expect(completeEvidence(city.people.coordinator, { id }, noon(JUNE))).rejects.toEqual(
      refusal("requisitions.missing.ownCost"),
    );
    await add(city, id, "salarySheet", kr(1));
    await completeEvidence(city.people.coordinator, { id }, noon(JUNE));
  });

  test("another claim's row is not found, and a sent claim takes none", async () => {
    const one = await completed(city);
    const two = await completed(city);
    const mine = await start(city, one.partId, kr(1));
    const other = await claimed(city, two.partId, kr(1));
    const row = await read(city.people.hr, (tx) =>
      tx.evidence.findFirstOrThrow({ where: { requisitionId: other } }),
    );
    await expect(
      removeEvidence(city.people.coordinator, { id: mine, evidenceId: row.id }, noon(JUNE)),
    ).rejects.toEqual(refusal("refusals.notFound"));
    await expect(add(city, other, "receipt", kr(1))).rejects.toEqual(
      refusal("requisitions.whyNot.notEditable"),
    );
    await expect(add(city, mine, "invoice", null)).rejects.toEqual(
      refusal("requisitions.whyNot.noAmount", "amount"),
    );
  });
});

describe("sending", () => {
  test("by an authorised sender; after the fund's last day it is refused with the day", async () => {
    const it = await completed(city);
    const id = await complete(city, it.partId, it.amount);
    await expect(sendRequisition(city.people.coordinator, { id }, noon(JUNE))).rejects.toEqual(
      refusal("refusals.noMandate"),
    );
    await expect(sendRequisition(city.people.sender, { id }, noon("2030-01-01"))).rejects.toEqual(
      refusal("requisitions.whyNot.tooLate"),
    );
    await sendRequisition(city.people.sender, { id }, noon("2029-12-31"));
    expect((await kinds(city, it.caseId)).at(-1)).toBe("requisition.sent");
  });

  test("returned is completed and sent again; partly rejected is supplemented, also after the last day", async () => {
    const it = await completed(city);
    const id = await claimed(city, it.partId, it.amount);
    const answer = (outcome: "returned" | "partlyRejected") =>
      recordClaimAnswer(city.people.hr, { id, outcome, answer: "Listan saknar AID." }, noon(JUNE));
    await answer("returned");
    await expect(sendRequisition(city.people.sender, { id }, noon(JUNE))).rejects.toEqual(
      refusal("refusals.movedOn"),
    );
    await add(city, id, "participantList", null);
    await completeEvidence(city.people.coordinator, { id }, noon(JUNE));
    await sendRequisition(city.people.sender, { id }, noon(JUNE));
    await answer("partlyRejected");
    await sendRequisition(city.people.sender, { id }, noon("2030-01-15"));
    expect(await claim(id)).toMatchObject({ status: "sent", sentOn: new Date(JUNE) });
  });
});
