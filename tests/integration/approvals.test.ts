import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/domain/reason";
import { approveCase, declineCase } from "@/features/approvals/commands";
import { potBalance } from "@/features/ledger/queries";
import { disconnect, read, write } from "@/server/db";
import { newId } from "@/server/id";
import { receiptOf } from "@/server/receipts";
import { answer, calledMeeting, MEETING, preparedCase, readyCases } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { approve, pot, traces } from "../decisions";
import { acting, type House, kr, noon, type PersonName, type World, world } from "../people";
import { refused } from "../refused";

// Every employer of this world has 750 000 kr.
let db: FreshDatabase;
let at: World;
beforeAll(async () => {
  db = await freshDatabase();
  at = await world(db, kr(750_000));
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

describe("the last krona", () => {
  it("two at once on a frame that holds one: one wins, the other gets the sentence and leaves no trace", async () => {
    const { region } = at;
    const [first = "", second = ""] = await readyCases(region, [
      { amount: kr(400_000) },
      { amount: kr(400_000) },
    ]);
    const before = { [first]: await traces(region, first), [second]: await traces(region, second) };
    const receipts = await read(region.people.chief, (tx) => tx.formReceipt.count());
    const press = (caseId: string) => {
      const input = { caseId, amount: kr(400_000) };
      return approveCase(region.people.chief, input, noon(), receiptOf("approval.decide", newId(), input));
    };
    const said = await Promise.all([refused(press(first)), refused(press(second))]);
    expect(said.toSorted()).toEqual(["not refused", "refusals.notEnoughAvailable"]);
    const [winner, loser] = said[0] === "not refused" ? [first, second] : [second, first];
    expect(await traces(region, loser)).toEqual(before[loser]);
    expect(await traces(region, winner)).toMatchObject({
      status: { status: "approved", approvedAmount: kr(400_000) },
      entries: [{ movement: "reserve", amount: kr(400_000) }],
    });
    expect(await read(region.people.chief, (tx) => tx.formReceipt.count())).toBe(receipts + 1);
    expect(await pot(region)).toEqual({
      available: kr(350_000),
      reserved: kr(400_000),
      committed: 0n,
      drawn: 0n,
    });
  });

  const approvedAmong = (house: House, ids: readonly string[]) =>
    read(house.people.hr, (tx) =>
      tx.preRegistration.count({ where: { id: { in: [...ids] }, status: "approved" } }),
    );
  const thirtyTwo = () => Array.from({ length: 32 }, () => ({ amount: kr(100_000) }));

  async function atOnce(
    house: House,
    ids: readonly string[],
    decide: (caseId: string) => Promise<void>,
  ): Promise<void> {
    const said = await Promise.all(ids.map((id) => refused(decide(id))));
    expect(new Set(said)).toEqual(new Set(["not refused", "refusals.notEnoughAvailable"]));
    // The assertion that the negative control must fail.
    expect(await approvedAmong(house, ids)).toBe(7);
  }

  it("32 at once with room for 7: exactly 7", async () => {
    const { city } = at;
    const ids = await readyCases(city, thirtyTwo());
    await atOnce(city, ids, (id) => approve(city, id));
    expect(await pot(city)).toEqual({
      available: kr(50_000),
      reserved: kr(700_000),
      committed: 0n,
      drawn: 0n,
    });
  }, 60_000);

  it("a variant that reads before it writes fails the same assertion", async () => {
    const { office } = at;
    const ids = await readyCases(office, thirtyTwo());
    // What the ledger is there to prevent: ask how much is left, then decide, with time between.
    const approveByReading = (caseId: string) =>
      write(office.people.chief, noon(), null, async ({ tx }) => {
        const { available } = await potBalance(tx, office.employerId, office.fund.fundId, office.fund.potId);
        const { _sum } = await tx.preRegistration.aggregate({
          where: { status: "approved" },
          _sum: { approvedAmount: true },
        });
        await tx.$executeRaw`SELECT pg_sleep(0.2)`;
        if (available - (_sum.approvedAmount ?? 0n) < kr(100_000))
          throw new Refusal({ key: "refusals.notEnoughAvailable" });
        await tx.preRegistration.updateMany({
          where: { id: caseId },
          data: { status: "approved", approvedAmount: kr(100_000) },
        });
      });
    await expect(atOnce(office, ids, approveByReading)).rejects.toThrow(/to be 7/);
    expect(await approvedAmong(office, ids)).toBeGreaterThan(7);
    await write(office.people.admin, noon(), null, async ({ tx }) => {
      await tx.preRegistration.updateMany({
        where: { id: { in: ids } },
        data: { status: "withdrawn", approvedAmount: null },
      });
    });
  }, 60_000);

  it("pressed twice is one reservation", async () => {
    const { region } = at;
    const [caseId = ""] = await readyCases(region, [{ amount: kr(1_000) }]);
    const input = { caseId, amount: kr(1_000) };
    const receipt = receiptOf("approval.decide", newId(), input);
    const press = () => approveCase(region.people.chief, input, noon(), receipt);
    expect(await Promise.all([refused(press()), refused(press())])).toEqual(["not refused", "not refused"]);
    expect(await refused(press())).toBe("not refused");
    const left = await traces(region, caseId);
    expect(left.entries).toEqual([{ movement: "reserve", amount: kr(1_000) }]);
    expect(left.approvals).toHaveLength(1);
    expect(left.events.filter((kind) => kind === "preRegistration.approved")).toHaveLength(1);
    // Another tab, another receipt: the case is decided.
    expect(await refused(approve(region, caseId, kr(1_000)))).toBe("whyNot.notUpForDecision");
  });
});

describe("who decides", () => {
  const one = async (over: Parameters<typeof readyCases>[1][number] = {}) => {
    const [caseId = ""] = await readyCases(at.region, [{ amount: kr(1_000), ...over }]);
    return caseId;
  };

  it("holds a mandate that reaches, in force today, whatever the session still says", async () => {
    const { people } = at.region;
    const caseId = await one({ amount: kr(300_001) });
    expect(await refused(approve(at.region, caseId, kr(300_001), "decider"))).toBe("whyNot.overLimit");
    expect(await refused(approve(at.region, caseId, kr(300_001), "formerDecider"))).toBe(
      "refusals.noMandate",
    );
    const pretender = acting(people.hr, { mandates: people.chief.mandates });
    expect(await refused(approve(at.region, caseId, kr(300_001), pretender))).toBe("refusals.noMandate");
    for (const name of ["employee", "manager", "coordinator", "rep", "hr", "admin", "sender"] as const)
      expect(await refused(approve(at.region, caseId, kr(300_001), name))).toBe("refusals.noMandate");
    expect(await refused(approve(at.region, caseId, kr(300_001), at.city.people.chief))).toBe(
      "refusals.notFound",
    );
  });

  it("is recorded with mandate, paragraph, role and amount", async () => {
    const caseId = await one();
    await approve(at.region, caseId, kr(1_000), "decider");
    expect((await traces(at.region, caseId)).approvals).toEqual([
      {
        personId: at.region.people.decider.personId,
        position: "inFavour",
        outcome: "approved",
        amount: kr(1_000),
        paragraph: "KS 4.2",
        role: "manager",
      },
    ]);
  });

  it("is no party to the case, did not endorse it and did not speak for a union on it", async () => {
    const { chief, decider } = at.region.people;
    const asParticipant = await one({ participant: chief });
    expect(await refused(approve(at.region, asParticipant, kr(1_000)))).toBe("refusals.ownCase");
    const asOwner = await one({ ownerId: chief.personId });
    expect(await refused(approve(at.region, asOwner, kr(1_000)))).toBe("refusals.ownCase");
    expect(await refused(approve(at.region, asOwner, kr(1_000), "decider"))).toBe("not refused");

    const endorsed = await one();
    await write(at.region.people.admin, noon(), null, async ({ tx }) => {
      await tx.endorsement.updateMany({ where: { caseId: endorsed }, data: { personId: decider.personId } });
    });
    expect(await refused(approve(at.region, endorsed, kr(1_000), "decider"))).toBe("refusals.endorsedIt");

    const spoken = await preparedCase(at.region, { amount: kr(1_000) });
    await calledMeeting(at.region, [spoken]);
    await answer(
      at.region,
      spoken,
      acting(chief, { role: "unionRep", unionId: at.region.unions.first }),
      "noObjection",
      MEETING.day,
    );
    expect(await refused(approve(at.region, spoken, kr(1_000)))).toBe("whyNot.spokeForUnion");
  });
});

describe("what is decided", () => {
  it("waits for the gate, the fund's days and the amount on screen", async () => {
    const { region } = at;
    const closed = await preparedCase(region, { amount: kr(1_000) });
    await calledMeeting(region, [closed]);
    expect(await refused(approve(region, closed, kr(1_000)))).toBe("gate.notAnswered");
    const prepared = await preparedCase(region, { amount: kr(1_000) });
    expect(await refused(approve(region, prepared, kr(1_000)))).toBe("whyNot.notUpForDecision");

    const [open = ""] = await readyCases(region, [{ amount: kr(1_000) }]);
    expect(await refused(approve(region, open, kr(999)))).toBe("whyNot.amountMoved");
    expect(await refused(approve(region, open, kr(1_000), "chief", "2027-01-01"))).toBe(
      "funds.rules.reservePast",
    );
    expect(await refused(approve(region, open, kr(1_000), "chief", "2026-12-31"))).toBe("not refused");
  });

  it("asks a unit again whose endorsement the amount has outgrown", async () => {
    const { region } = at;
    const [caseId = ""] = await readyCases(region, [{ amount: kr(1_000) }]);
    await write(region.people.coordinator, noon(), null, async ({ tx }) => {
      await tx.endorsement.updateMany({ where: { caseId }, data: { amount: kr(999) } });
    });
    expect(await refused(approve(region, caseId, kr(1_000)))).toBe("whyNot.unitLeft");
  });

  it("is a no with its reason, before the unions are done and whatever the amount", async () => {
    const { region } = at;
    const caseId = await preparedCase(region, { amount: kr(700_000) });
    await calledMeeting(region, [caseId]);
    const say = (who: PersonName) =>
      declineCase(
        region.people[who],
        { caseId, reason: "Ordinarie utbildning.", nextStep: "Ta den ur er egen budget." },
        noon(),
      );
    expect(await refused(say("manager"))).toBe("refusals.noMandate");
    await say("decider");
    const left = await traces(region, caseId);
    expect(left.status.status).toBe("declined");
    expect(left.entries).toEqual([]);
    expect(left.approvals).toMatchObject([{ position: "against", outcome: "declined", amount: null }]);
    expect(await refused(approve(region, caseId, kr(700_000)))).toBe("whyNot.notUpForDecision");
  });
});
