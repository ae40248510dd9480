import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "@/domain/day";
import { readFiled } from "@/domain/filed-content";
import { prepareFiling, recordRefusal, sendFiling } from "@/features/filings/commands";
import { addInitiative, stopInitiative } from "@/features/initiatives/plan-commands";
import { book } from "@/features/ledger/commands";
import { disconnect, read, write } from "@/server/db";
import { receiptOf } from "@/server/receipts";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import {
  answer,
  file,
  filed,
  grant,
  kinds,
  left,
  number,
  planned,
  prepare,
  refusal,
  reserved,
} from "./after-decision";
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

const look = <T>(query: Parameters<typeof read<T>>[1]) => read(city.people.hr, query);
const filing = (id: string) => look((tx) => tx.filing.findFirstOrThrow({ where: { id } }));
const parts = (caseId: string) =>
  look((tx) =>
    tx.grantedPart.findMany({
      where: { caseId },
      orderBy: { number: "asc" },
      include: { initiative: { include: { ideas: true } } },
    }),
  );

describe("sending", () => {
  test("freezes what is sent: the case, the initiative and the consultation that came before it", async () => {
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    const row = await filing(filingId);
    expect(row).toMatchObject({ status: "sent", amount: it.amount, senderId: city.people.sender.personId });
    expect(row.sentOn && day(row.sentOn)).toBe(TODAY);
    expect(readFiled(row.content)).toMatchObject({
      employer: "Sundhamns stad",
      need: "Hemtjänst norr saknar 14 undersköterskor till 2028.",
      amount: String(it.amount),
      periodFrom: PERIOD.from,
      costs: [{ costType: "courseFee", text: "Kurs", amount: String(it.amount) }],
      consultation: [
        {
          day: "2026-11-09",
          minutes: "12/2026",
          unions: [
            { name: "Kommunal", answer: "noObjection" },
            { name: "Vision", answer: "noObjection" },
          ],
        },
      ],
      note: "Offert finns.",
    });
    expect((await kinds(city, it.caseId)).at(-1)).toBe("filing.sent");
  });

  test("only with the mandate of an authorised sender, only in sight (T2)", async () => {
    const filingId = await prepare(city, await planned(city, await approvedCase(city)));
    await expect(sendFiling(city.people.coordinator, { id: filingId }, noon())).rejects.toEqual(
      refusal("refusals.noMandate"),
    );
    await expect(sendFiling(all.region.people.sender, { id: filingId }, noon())).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    const elsewhere = acting(city.people.sender, { units: [city.units.school] });
    await expect(sendFiling(elsewhere, { id: filingId }, noon())).rejects.toEqual(
      refusal("refusals.notFound"),
    );
  });

  test("the gate is asked again: minutes that are not approved stop it", async () => {
    const filingId = await prepare(
      city,
      await planned(city, await approvedCase(city, { minutesApproved: false })),
    );
    await expect(file(city, filingId)).rejects.toEqual(refusal("approvals.gate.minutesNotApproved"));
    expect((await filing(filingId)).status).toBe("draft");
  });

  test("a period outside what the unions were heard about is refused, one within it is not", async () => {
    const it = await approvedCase(city);
    const outside = await prepare(
      city,
      await planned(city, it, kr(1), { from: PERIOD.from, until: "2027-06-01" }),
    );
    await expect(file(city, outside)).rejects.toEqual(refusal("filings.whyNot.otherPeriod"));
    await file(
      city,
      await prepare(city, await planned(city, it, kr(1), { from: "2027-03-01", until: "2027-03-31" })),
    );
  });

  test("on the fund's last day for a complete application, not the day after", async () => {
    const it = await approvedCase(city);
    const id = await prepare(city, await planned(city, it));
    await expect(file(city, id, "2026-12-16")).rejects.toEqual(refusal("filings.whyNot.tooLate"));
    await file(city, id, "2026-12-15");
  });

  test("what waits for its answer and this one together pass what is reserved: refused", async () => {
    const it = await approvedCase(city);
    await filed(city, it, kr(200_000));
    const rest = await prepare(city, await planned(city, it, kr(112_000)));
    // Something of the reservation has gone since it was planned.
    await write(city.people.hr, noon(), null, async (w) => {
      await book(w, [
        { movement: "unreserve", amount: 1n, caseId: it.caseId, fundId: it.fundId, potId: it.potId },
      ]);
    });
    await expect(file(city, rest)).rejects.toEqual(refusal("filings.whyNot.moreThanReserved"));
  });

  test("one initiative has one filing at a time; sent once, also at a double click", async () => {
    const it = await approvedCase(city);
    const initiativeId = await planned(city, it);
    const filingId = await prepare(city, initiativeId);
    await expect(prepare(city, initiativeId)).rejects.toEqual(refusal("filings.whyNot.alreadyFiled"));
    const receipt = receiptOf("filing.send", "key", { id: filingId });
    await Promise.all([1, 2].map(() => sendFiling(city.people.sender, { id: filingId }, noon(), receipt)));
    await expect(file(city, filingId)).rejects.toEqual(refusal("refusals.movedOn"));
    expect((await kinds(city, it.caseId)).filter((kind) => kind === "filing.sent")).toHaveLength(1);
  });

  test("LOM has nobody to file with", async () => {
    const it = await approvedCase(all.agency, { lom: true });
    await write(all.agency.people.coordinator, noon(), null, async ({ tx }) => {
      await tx.preRegistration.updateMany({ where: { id: it.caseId }, data: { status: "approved" } });
    });
    const initiativeId = await addInitiative(
      all.agency.people.coordinator,
      {
        caseId: it.caseId,
        title: "Mentorskap",
        unitId: all.agency.units.north,
        amount: kr(1),
        periodFrom: null,
        periodUntil: null,
        headcount: null,
        ideaIds: [],
      },
      noon(),
    );
    await expect(
      prepareFiling(all.agency.people.coordinator, { initiativeId, note: "" }, noon()),
    ).rejects.toEqual(refusal("filings.whyNot.noOutsideBody"));
  });
});

describe("the answer", () => {
  test("granted: the money committed to its part, the initiative scheduled", async () => {
    const it = await approvedCase(city);
    const { initiativeId, filingId } = await filed(city, it);
    await grant(city, answer(filingId, [it.amount]));
    const [part] = await parts(it.caseId);
    expect(part).toMatchObject({ initiativeId, filingId, amount: it.amount });
    expect(part?.initiative.status).toBe("scheduled");
    expect(await reserved(city, it)).toBe(0n);
    const money = await left(city, part?.id ?? "");
    expect(money).toEqual({ committed: it.amount, drawn: 0n });
    expect((await filing(filingId)).status).toBe("granted");
  });

  test("without an owner it stays planned until somebody has it", async () => {
    const it = await approvedCase(city, { ownerId: null });
    const { filingId } = await filed(city, it);
    await grant(city, answer(filingId, [it.amount]));
    expect((await parts(it.caseId))[0]?.initiative.status).toBe("planned");
  });

  test("granted less: the difference stays reserved, and can be planned and filed anew", async () => {
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    await grant(city, answer(filingId, [kr(300_000)]));
    expect(await reserved(city, it)).toBe(kr(12_000));
    await file(city, await prepare(city, await planned(city, it, kr(12_000))));
  });

  test("split into several: further initiatives with the same owner, period and ideas, all committed", async () => {
    const it = await approvedCase(city);
    const { initiativeId, filingId } = await filed(city, it);
    await grant(city, {
      ...answer(filingId, [kr(200_000), kr(100_000)]),
      parts: [
        { number: number(), amount: kr(200_000), earliestClaimDay: null, title: "Kurs 1" },
        { number: number(), amount: kr(100_000), earliestClaimDay: null, title: "Kurs 2" },
      ],
    });
    const [first, second] = await parts(it.caseId);
    expect(first).toMatchObject({ initiativeId, initiative: { title: "Kurs 1", amount: kr(200_000) } });
    expect(second?.initiativeId).not.toBe(initiativeId);
    expect(second?.initiative).toMatchObject({
      title: "Kurs 2",
      amount: kr(100_000),
      status: "scheduled",
      ownerId: first?.initiative.ownerId,
      periodFrom: first?.initiative.periodFrom,
      ideas: [{ ideaId: it.ideaId }],
    });
    expect(await reserved(city, it)).toBe(kr(12_000));
  });

  test("partial claims approved in advance: several parts of the same initiative", async () => {
    const it = await approvedCase(city);
    const { initiativeId, filingId } = await filed(city, it);
    await grant(city, answer(filingId, [kr(156_000), kr(156_000)], { split: "claims" }));
    const made = await parts(it.caseId);
    expect(made.map((part) => part.initiativeId)).toEqual([initiativeId, initiativeId]);
    expect(made[0]?.initiative.amount).toBe(it.amount);
  });

  test("a number that is in use is refused at its row, and nothing is written", async () => {
    const first = await approvedCase(city);
    const one = await filed(city, first);
    const used = answer(one.filingId, [first.amount]);
    await grant(city, used);
    const second = await approvedCase(city);
    const two = await filed(city, second);
    const again = answer(two.filingId, [kr(1), kr(1)]);
    const taken = {
      ...again,
      parts: again.parts.map((part, at) =>
        at === 1 ? { ...part, number: used.parts[0]?.number ?? "" } : part,
      ),
    };
    await expect(grant(city, taken)).rejects.toEqual(refusal("refusals.numberTaken", "parts.1.number"));
    expect(await parts(second.caseId)).toEqual([]);
    expect(await reserved(city, second)).toBe(second.amount);
  });

  test("the same number recorded at once on two filings: one wins, by the database's own word", async () => {
    const same = number();
    const tries = await Promise.all(
      [1, 2].map(async () => {
        const it = await approvedCase(city, { amount: kr(1_000) });
        const { filingId } = await filed(city, it);
        const input = answer(filingId, [it.amount]);
        return { it, input: { ...input, parts: input.parts.map((part) => ({ ...part, number: same })) } };
      }),
    );
    const results = await Promise.allSettled(tries.map(({ input }) => grant(city, input)));
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const lost = results.find((one) => one.status === "rejected");
    expect(lost?.reason).toEqual(refusal("refusals.numberTaken"));
    const left = await Promise.all(tries.map(({ it }) => reserved(city, it)));
    expect(left.sort()).toEqual([0n, kr(1_000)]);
  });

  test("the same number may stand at two employers", async () => {
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    const input = answer(filingId, [it.amount]);
    await grant(city, input);
    const neighbour = await grantedCase(all.region, { numbers: [input.parts[0]?.number ?? null] });
    expect(neighbour.partIds).toHaveLength(1);
  });

  test("the decision's day counts, not the recording's", async () => {
    const it = await approvedCase(city);
    const { filingId } = await filed(city, it);
    const late = answer(filingId, [it.amount], { answeredOn: "2027-07-01" });
    await expect(grant(city, late, "2027-08-01")).rejects.toEqual(
      refusal("filings.whyNot.grantTooLate", "answeredOn"),
    );
    await grant(city, answer(filingId, [it.amount], { answeredOn: "2027-06-30" }), "2027-08-01");
  });

  test("one case cannot commit more than its own reservation though another has money", async () => {
    const rich = await approvedCase(city, { amount: kr(1_000_000) });
    const poor = await approvedCase(city, { amount: kr(1_000) });
    const { filingId } = await filed(city, poor);
    await write(city.people.hr, noon(), null, async (w) => {
      await book(w, [
        { movement: "unreserve", amount: 1n, caseId: poor.caseId, fundId: poor.fundId, potId: poor.potId },
      ]);
    });
    await expect(grant(city, answer(filingId, [poor.amount]))).rejects.toEqual(
      refusal("filings.whyNot.notHeld", "parts.0.amount"),
    );
    expect((await filing(filingId)).status).toBe("sent");
    expect(await reserved(city, rich)).toBe(kr(1_000_000));
  });

  test("returned and rejected are final; the next filing names the one before it", async () => {
    const it = await approvedCase(city);
    const { initiativeId, filingId } = await filed(city, it);
    await recordRefusal(
      city.people.coordinator,
      { id: filingId, outcome: "returned", answeredOn: TODAY, text: "Offert saknas." },
      noon(),
    );
    await expect(grant(city, answer(filingId, [it.amount]))).rejects.toEqual(refusal("refusals.movedOn"));
    const next = await prepare(city, initiativeId);
    expect((await filing(next)).predecessorId).toBe(filingId);
    await file(city, next);
    expect((await filing(filingId)).status).toBe("returned");
  });

  test("an initiative whose filing waits is not stopped", async () => {
    const it = await approvedCase(city);
    const { initiativeId } = await filed(city, it);
    await expect(
      stopInitiative(city.people.coordinator, { id: initiativeId, to: "cancelled", reason: "Nej." }, noon()),
    ).rejects.toEqual(refusal("initiatives.whyNot.waitsForAnswer"));
  });
});
