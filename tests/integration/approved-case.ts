import { randomUUID } from "node:crypto";
import type { ProviderKind } from "@/domain/agreement";
import { column, type Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { grantPart, planInitiative } from "@/features/initiatives/commands";
import { book } from "@/features/ledger/commands";
import { write } from "@/server/db";
import { type House, kr, noon, TODAY } from "../people";

// Where the tests of filing, initiative and claim begin: behind the decision. Laid down as rows, so that they do not
// fall with the steps before it; the journeys walk the whole way by the commands.

export type Approved = {
  caseId: string;
  ideaId: string;
  /** Its fund and pot, as bookings and balances ask. */
  fundId: string;
  potId: string;
  amount: Ore;
};

type Wish = {
  amount?: Ore;
  providerKind?: ProviderKind;
  ownerId?: string | null;
  period?: { from: Day; until: Day } | null;
  /** What the unions answered; the case is decided all the same. */
  minutesApproved?: boolean;
  on?: Day;
  /** Decided under LOM: converted at the decision. */
  lom?: boolean;
};

export const PERIOD = { from: "2027-02-01", until: "2027-05-31" } as const;

/** An approved case of the unit north with its amount reserved, both unions heard, and one idea in it. */
export async function approvedCase(house: House, wish: Wish = {}): Promise<Approved> {
  const { employerId, people, units, fund, unions } = house;
  const amount = wish.amount ?? kr(312_000);
  const now = noon(wish.on ?? TODAY);
  const period = wish.period === undefined ? PERIOD : wish.period;
  const caseId = randomUUID();
  const ideaId = randomUUID();
  const consultationId = randomUUID();
  const subjectId = randomUUID();
  const heardAt = noon("2026-11-02");
  await write(people.coordinator, now, null, async (w) => {
    const { tx } = w;
    await tx.idea.createMany({
      data: [
        {
          employerId,
          id: ideaId,
          unitId: units.north,
          authorId: people.employee.personId,
          title: "Vi vill bli undersköterskor",
          why: "Vi saknar kunskap.",
          audience: "some",
          withManager: false,
          status: "converted",
          statusSince: now,
        },
      ],
    });
    await tx.preRegistration.createMany({
      data: [
        {
          employerId,
          id: caseId,
          number: `T-${caseId.slice(0, 8)}`,
          title: "Vårdbiträden blir undersköterskor",
          unitId: units.north,
          ...fund,
          version: wish.lom ? "lom" : "komKr2022",
          status: wish.lom ? "converted" : "approved",
          statusSince: now,
          need: "Hemtjänst norr saknar 14 undersköterskor till 2028.",
          initiative: "Kurserna Vård och omsorg 1 och 2 på halvfart.",
          beyondOrdinary: "Leder till ett nytt yrke.",
          area: "competence",
          headcount: 12,
          providerKind: wish.providerKind ?? "external",
          providerName: "Sundhamns vuxenskola",
          periodFrom: column(period?.from ?? null),
          periodUntil: column(period?.until ?? null),
          ownerId: wish.ownerId === undefined ? people.northManager.personId : wish.ownerId,
          amount,
          approvedAmount: amount,
          currentVersion: 1,
        },
      ],
    });
    await tx.caseIdea.createMany({ data: [{ employerId, caseId, ideaId }] });
    await tx.caseUnit.createMany({ data: [{ employerId, caseId, unitId: units.north }] });
    await tx.casePerson.createMany({
      data: [{ employerId, caseId, personId: people.employee.personId, part: "applicant" }],
    });
    await tx.costLine.createMany({
      data: [{ employerId, id: randomUUID(), caseId, order: 1, costType: "courseFee", text: "Kurs", amount }],
    });
    await tx.caseVersion.createMany({
      data: [
        {
          employerId,
          caseId,
          number: 1,
          content: {
            amount: String(amount),
            periodFrom: period?.from ?? null,
            periodUntil: period?.until ?? null,
          },
          at: heardAt,
        },
      ],
    });
    await tx.consultation.createMany({
      data: [
        {
          employerId,
          id: consultationId,
          kind: "unions",
          day: column("2026-11-09"),
          calledAt: heardAt,
          minutesNumber: "12/2026",
          minutesRecordedAt: heardAt,
          minutesApprovedAt: wish.minutesApproved === false ? null : heardAt,
        },
      ],
    });
    await tx.consultationSubject.createMany({
      data: [{ employerId, id: subjectId, consultationId, caseId, order: 1 }],
    });
    for (const unionId of [unions.first, unions.second]) {
      const voiceId = randomUUID();
      await tx.voice.createMany({
        data: [
          {
            employerId,
            id: voiceId,
            subjectId,
            unionId,
            caseId,
            state: "concluded",
            stateSince: heardAt,
            versionNumber: 1,
            calledAt: heardAt,
          },
        ],
      });
      await tx.statement.createMany({
        data: [
          {
            employerId,
            id: randomUUID(),
            voiceId,
            caseId,
            versionNumber: 1,
            kind: "noObjection",
            personId: people.rep.personId,
            role: "unionRep",
            at: heardAt,
          },
        ],
      });
    }
    await book(w, [{ movement: "reserve", amount, caseId, ...fund }]);
  });
  return { caseId, ideaId, amount, ...fund };
}

export type Granted = Approved & { initiativeId: string; partIds: string[] };

/**
 * A case behind the national fund's answer (under LOM: behind the decision): one initiative with its parts, all of the
 * amount committed. Scheduled unless something is missing for it.
 */
export async function grantedCase(
  house: House,
  wish: Wish & { parts?: readonly Ore[]; numbers?: readonly (string | null)[]; earliestClaimDay?: Day } = {},
): Promise<Granted> {
  const made = await approvedCase(house, wish);
  const { people, units, fund } = house;
  const parts = wish.parts ?? [made.amount];
  const ownerId = wish.ownerId === undefined ? people.northManager.personId : wish.ownerId;
  const period = wish.period === undefined ? PERIOD : wish.period;
  let initiativeId = "";
  const partIds: string[] = [];
  await write(people.coordinator, noon(wish.on ?? TODAY), null, async (w) => {
    initiativeId = await planInitiative(w, {
      caseId: made.caseId,
      title: "Vård och omsorg 1 och 2",
      unitId: units.north,
      amount: parts.reduce((sum, part) => sum + part, 0n),
      ownerId,
      providerKind: wish.providerKind ?? "external",
      providerName: "Sundhamns vuxenskola",
      periodFrom: period?.from ?? null,
      periodUntil: period?.until ?? null,
      headcount: 12,
      ideaIds: [made.ideaId],
      status: ownerId && period ? "scheduled" : "planned",
    });
    for (const [at, amount] of parts.entries())
      partIds.push(
        await grantPart(w, {
          caseId: made.caseId,
          initiativeId,
          number: wish.numbers ? (wish.numbers[at] ?? null) : `N-${made.caseId.slice(0, 8)}-${at + 1}`,
          amount,
          grantedOn: TODAY,
          earliestClaimDay: wish.earliestClaimDay ?? null,
        }),
      );
    await book(
      w,
      partIds.map((partId, at) => ({
        movement: "commit",
        amount: parts[at] ?? 0n,
        caseId: made.caseId,
        partId,
        ...fund,
      })),
    );
  });
  return { ...made, initiativeId, partIds };
}
