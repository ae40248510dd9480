import type { Actor } from "@/domain/actor";
import { AGREEMENTS, type ProviderKind } from "@/domain/agreement";
import { type Day, day, dayOf } from "@/domain/day";
import type { FilingStatus } from "@/domain/filing";
import type { InitiativeStatus, TookPart } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { type Landing, landingOf } from "@/domain/release";
import type { RequisitionStatus } from "@/domain/requisition";
import { FUND_SELECT, fundView, partBalance } from "@/features/ledger/queries";
import { type HistoryEvent, historyOf } from "@/features/people/history-queries";
import { type NameView, shownName } from "@/features/people/holder-queries";
import { read } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo, initiativesVisibleTo } from "@/server/scope";

/** A granted part with its money, in öre. */
export type PartView = {
  id: string;
  number: string | null;
  amount: Ore;
  committed: Ore;
  drawn: Ore;
  grantedOn: Day;
  earliestClaimDay: Day | null;
  settled: boolean;
  claim: { id: string; status: RequisitionStatus } | null;
};

export type InitiativeView = {
  id: string;
  title: string;
  status: InitiativeStatus;
  since: Day;
  /** Why it was stopped. */
  answer: string | null;
  amount: Ore;
  headcount: number | null;
  tookPart: number | null;
  /** Who took part, by occupation; `groupsPlanned` is what the case said, before anybody counted. */
  groups: TookPart[];
  groupsPlanned: { occupation: string; aid: string | null; takingPart: number }[];
  completedOn: Day | null;
  periodFrom: Day | null;
  periodUntil: Day | null;
  providerKind: ProviderKind;
  providerName: string;
  unit: { id: string; name: string };
  owner: { id: string; name: NameView } | null;
  revision: number;
  case: { id: string; number: string; title: string; seen: boolean };
  fund: string;
  /** Where money goes that is released today. */
  landing: Landing;
  files: boolean;
  /** The newest filing. */
  filing: { id: string; status: FilingStatus; sentOn: Day | null; answeredOn: Day | null } | null;
  parts: PartView[];
  ideas: { id: string; title: string }[];
  events: HistoryEvent[];
};

const FILING = { id: true, status: true, sentOn: true, answeredOn: true } as const;

const VIEW = {
  id: true,
  caseId: true,
  title: true,
  status: true,
  statusSince: true,
  answer: true,
  amount: true,
  headcount: true,
  tookPart: true,
  completedOn: true,
  periodFrom: true,
  periodUntil: true,
  providerKind: true,
  providerName: true,
  revision: true,
  unit: { select: { id: true, name: true } },
  owner: { select: { id: true, givenName: true, familyName: true, isProtected: true } },
  case: {
    select: {
      id: true,
      number: true,
      title: true,
      version: true,
      potId: true,
      fund: { select: FUND_SELECT },
      people: { select: { personId: true } },
      groups: { select: { occupation: true, aid: true, takingPart: true }, orderBy: { id: "asc" } },
    },
  },
  filings: { where: { successors: { none: {} } }, select: FILING },
  parts: {
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: {
      id: true,
      number: true,
      amount: true,
      grantedOn: true,
      earliestClaimDay: true,
      settledAt: true,
      requisition: { select: { id: true, status: true } },
      filing: { select: FILING },
    },
  },
  groups: {
    select: { occupation: true, aid: true, women: true, men: true, unstated: true },
    orderBy: { order: "asc" },
  },
  ideas: { select: { idea: { select: { id: true, title: true } } }, orderBy: { ideaId: "asc" } },
} satisfies Prisma.InitiativeSelect;

/** One initiative with its parts, money and history, in the actor's sight. Refuses with notFound. */
export async function getInitiative(actor: Actor, id: string, today: Day): Promise<InitiativeView> {
  return read(actor, async (tx) => {
    const row = await tx.initiative.findFirst({
      where: { AND: [initiativesVisibleTo(actor), { id }] },
      select: VIEW,
    });
    if (!row) throw new Refusal(NOT_FOUND);
    const { case: of } = row;
    const fund = fundView(of.fund);
    const parts: PartView[] = [];
    for (const { requisition, settledAt, filing: _, ...part } of row.parts)
      parts.push({
        ...part,
        ...(await partBalance(tx, actor.employerId, fund.id, of.potId, part.id)),
        grantedOn: day(part.grantedOn),
        earliestClaimDay: day(part.earliestClaimDay),
        settled: settledAt !== null,
        claim: requisition,
      });
    const seen = await tx.preRegistration.findFirst({
      where: { AND: [casesVisibleTo(actor), { id: of.id }] },
      select: { id: true },
    });
    // One that the national fund split off was filed under the initiative that it was split from.
    const newest = row.filings[0] ?? row.parts.find((part) => part.filing)?.filing;
    const about = [
      row,
      ...row.parts,
      ...row.parts.flatMap((part) => [part.requisition ?? [], part.filing ?? []].flat()),
    ];
    const filed = await tx.filing.findMany({ where: { initiativeId: id }, select: { id: true } });
    const own =
      row.owner?.id === actor.personId || of.people.some((person) => person.personId === actor.personId);
    const { unit, owner, ideas, filings, statusSince, ...plain } = row;
    return {
      ...plain,
      since: dayOf(statusSince),
      completedOn: day(row.completedOn),
      periodFrom: day(row.periodFrom),
      periodUntil: day(row.periodUntil),
      unit,
      owner: owner && { id: owner.id, name: shownName(owner) },
      groupsPlanned: of.groups,
      case: { id: of.id, number: of.number, title: of.title, seen: seen !== null },
      fund: fund.name,
      landing: landingOf(fund, today),
      files: of.version !== null && AGREEMENTS[of.version].files !== null,
      filing: newest
        ? {
            id: newest.id,
            status: newest.status,
            sentOn: day(newest.sentOn),
            answeredOn: day(newest.answeredOn),
          }
        : null,
      parts,
      ideas: ideas.map(({ idea }) => idea),
      events: await historyOf(
        tx,
        actor,
        { subjectId: { in: [...about, ...filed].map((one) => one.id) } },
        own,
      ),
    };
  });
}
