import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/actor";
import { addDays } from "@/domain/day";
import { decideInGroup, type GroupDecision } from "@/features/approvals/commands";
import { getDecision } from "@/features/approvals/queries";
import { planConsultation } from "@/features/consultations/commands";
import { disconnect, read, write } from "@/server/db";
import { preparedCase, readyCases, sendTo } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { approve, pot, traces } from "../decisions";
import { kr, noon, type PersonName, TODAY, type World, world } from "../people";
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

describe("under LOM", () => {
  it("the employer's yes is reserved, granted, committed and converted in one go", async () => {
    const { office } = at;
    const [caseId = ""] = await readyCases(office, [{ amount: kr(200_000) }]);
    await approve(office, caseId, kr(200_000));
    const left = await traces(office, caseId);
    expect(left.status).toEqual({ status: "converted", approvedAmount: kr(200_000) });
    expect(left.entries.map((it) => it.movement)).toEqual(["reserve", "commit"]);
    expect(left.events.slice(-4)).toEqual([
      "preRegistration.approved",
      "initiative.planned",
      "initiative.scheduled",
      "preRegistration.converted",
    ]);
    const parts = await read(office.people.hr, (tx) =>
      tx.grantedPart.findMany({
        where: { caseId },
        select: {
          number: true,
          amount: true,
          initiative: { select: { status: true, ownerId: true, providerName: true } },
        },
      }),
    );
    expect(parts).toEqual([
      {
        number: null,
        amount: kr(200_000),
        initiative: {
          status: "scheduled",
          ownerId: office.people.northManager.personId,
          providerName: "Kompetens AB",
        },
      },
    ]);
    expect(await pot(office)).toEqual({
      available: kr(550_000),
      reserved: 0n,
      committed: kr(200_000),
      drawn: 0n,
    });
  });

  it("nothing of it stays when the money is not there", async () => {
    const { office } = at;
    const [caseId = ""] = await readyCases(office, [{ amount: kr(600_000) }]);
    const before = await traces(office, caseId);
    expect(await refused(approve(office, caseId, kr(600_000)))).toBe("refusals.notEnoughAvailable");
    expect(await traces(office, caseId)).toEqual(before);
    expect(await read(office.people.hr, (tx) => tx.initiative.count({ where: { caseId } }))).toBe(0);
  });

  it("nobody decides without a local agreement in force", async () => {
    const { office } = at;
    const [caseId = ""] = await readyCases(office, [{ amount: kr(1_000) }]);
    const change = (until: Date | null) =>
      write(office.people.admin, noon(), null, async ({ tx }) => {
        await tx.localAgreement.updateMany({ data: { until } });
      });
    await change(new Date(`${addDays(TODAY, -1)}T00:00:00Z`));
    expect(await refused(approve(office, caseId, kr(1_000)))).toBe("agreements.whyNot.expired");
    await change(null);
    expect(await refused(approve(office, caseId, kr(1_000)))).toBe("not refused");
  });
});

describe("a joint group", () => {
  const everybody = ["groupChair", "groupManager", "groupFirst", "groupSecond"] as const;
  let meeting: string;
  const say = (
    caseId: string,
    over: Partial<Omit<GroupDecision, "members">> & {
      members?: Partial<Record<PersonName, Partial<GroupDecision["members"][number]>>>;
    } = {},
    on = TODAY,
  ) => {
    const { people } = at.agency;
    const members = Object.entries(over.members ?? Object.fromEntries(everybody.map((name) => [name, {}])));
    return decideInGroup(
      people.coordinator,
      {
        caseId,
        consultationId: meeting,
        outcome: "approved",
        amount: null,
        reason: "",
        nextStep: "",
        ...over,
        members: members.map(([name, it]) => ({
          personId: people[name as PersonName].personId,
          position: "inFavour",
          reason: "",
          ...it,
        })),
      },
      noon(on),
    );
  };
  const onMeeting = async (over: Parameters<typeof preparedCase>[1] = {}) => {
    const caseId = await preparedCase(at.agency, { amount: kr(100_000), ...over });
    await sendTo(at.agency, meeting, [caseId]);
    return caseId;
  };
  beforeAll(async () => {
    meeting = await planConsultation(
      at.agency.people.coordinator,
      { kind: "jointGroup", day: TODAY, place: "" },
      noon(),
    );
  });

  it("grants when everybody who counts is in favour, one row each, and the money follows at once", async () => {
    const caseId = await onMeeting();
    await say(caseId);
    const left = await traces(at.agency, caseId);
    expect(left.status).toEqual({ status: "converted", approvedAmount: kr(100_000) });
    expect(left.entries.map((it) => it.movement)).toEqual(["reserve", "commit"]);
    expect(left.approvals.map((it) => [it.role, it.position]).toSorted()).toEqual([
      ["hr", "inFavour"],
      ["manager", "inFavour"],
      ["unionRep", "inFavour"],
      ["unionRep", "inFavour"],
    ]);
  });

  it("is not overruled by the employer, and does not decide for an employer who decides alone", async () => {
    const caseId = await onMeeting();
    expect(await refused(approve(at.agency, caseId))).toBe("whyNot.groupDecides");
    const [other = ""] = await readyCases(at.office, [{ amount: kr(1_000) }]);
    const input = {
      caseId: other,
      consultationId: meeting,
      outcome: "approved" as const,
      amount: null,
      reason: "",
      nextStep: "",
      members: [],
    };
    expect(await refused(decideInGroup(at.office.people.coordinator, input, noon()))).toBe(
      "whyNot.employerDecides",
    );
  });

  it("lets a member with a conflict step out, and refuses when they do not or when a side is gone", async () => {
    const { groupFirst, groupSecond } = at.agency.people;
    const caseId = await onMeeting({ participant: groupFirst, applicant: groupSecond });
    expect(await refused(say(caseId))).toBe("whyNot.mustStepOut");
    const out = { position: "steppedOut" as const, reason: "Deltar själv." };
    expect(
      await refused(say(caseId, { members: { groupChair: {}, groupFirst: out, groupSecond: out } })),
    ).toBe("whyNot.sideMissing");
    const half = await onMeeting({ participant: groupFirst });
    await say(half, { members: { groupChair: {}, groupFirst: out, groupSecond: {} } });
    expect(
      (await traces(at.agency, half)).approvals.filter((it) => it.position === "steppedOut"),
    ).toHaveLength(1);
    // Why they stepped out says who takes part: the unions read counts, never names.
    const reasons = async (who: Actor) =>
      (await getDecision(who, half, TODAY)).decisions.find((it) => it.position === "steppedOut")?.reason;
    expect(await reasons(at.agency.people.coordinator)).toBe("Deltar själv.");
    expect(await reasons(at.agency.people.chief)).toBeNull();
  });

  it("grants a part, declines and defers; a deferred case waits for another meeting", async () => {
    const [part, no, later] = [await onMeeting(), await onMeeting(), await onMeeting()];
    expect(await refused(say(part, { outcome: "partlyApproved", amount: kr(100_000) }))).toBe(
      "whyNot.notLess",
    );
    expect(
      await refused(say(part, { members: { groupChair: {}, groupFirst: { position: "against" } } })),
    ).toBe("whyNot.notUnanimous");
    await say(part, { outcome: "partlyApproved", amount: kr(60_000) });
    expect((await traces(at.agency, part)).status).toEqual({
      status: "converted",
      approvedAmount: kr(60_000),
    });
    expect((await traces(at.agency, part)).entries.map((it) => it.amount)).toEqual([kr(60_000), kr(60_000)]);

    await say(no, { outcome: "declined", reason: "Ordinarie utbildning." });
    expect((await traces(at.agency, no)).status.status).toBe("declined");
    await say(later, { outcome: "deferred", reason: "Vi är för få.", members: {} });
    expect((await traces(at.agency, later)).status.status).toBe("deferred");
    expect(await refused(say(later))).toBe("whyNot.notUpForDecision");
    expect((await traces(at.agency, later)).entries).toEqual([]);
  });

  it("decides at its own meeting, not before its day and not with somebody who has left it", async () => {
    const { people } = at.agency;
    const caseId = await preparedCase(at.agency);
    const ahead = await planConsultation(
      people.coordinator,
      { kind: "jointGroup", day: addDays(TODAY, 7), place: "" },
      noon(),
    );
    await sendTo(at.agency, ahead, [caseId]);
    expect(await refused(say(caseId, { consultationId: ahead }))).toBe("gate.meetingAhead");
    expect(await refused(say(caseId, {}, addDays(TODAY, 7)))).toBe("gate.notOnMeeting");
    expect(
      await refused(
        say(caseId, { consultationId: ahead, members: { groupChair: {}, hr: {} } }, addDays(TODAY, 7)),
      ),
    ).toBe("whyNot.notMember");
    await write(people.admin, noon(), null, async ({ tx }) => {
      await tx.mandate.updateMany({
        where: { personId: people.groupManager.personId },
        data: { until: new Date(`${TODAY}T00:00:00Z`) },
      });
    });
    expect(await refused(say(caseId, { consultationId: ahead }, addDays(TODAY, 7)))).toBe("whyNot.notMember");
    const left = await say(
      caseId,
      { consultationId: ahead, members: { groupChair: {}, groupFirst: {} } },
      addDays(TODAY, 7),
    );
    expect(left).toBeUndefined();
  });
});
