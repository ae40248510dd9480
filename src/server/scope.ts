import type { Actor } from "@/domain/actor";
import { ALARMS_OF } from "@/domain/alarm";
import type { Prisma } from "./generated/client";

// One function a noun: what the acting role sees. Every query and command starts from it; row-level security stands
// under it. A role that is not named sees nothing: never build a condition that could come out empty.

const NOTHING = { id: { in: [] as string[] } };

const inUnits = (actor: Actor) => (actor.units === "all" ? {} : { unitId: { in: [...actor.units] } });

/** Statuses in which colleagues see an idea, without its author: open ones and those that became something. */
const OPEN_IDEAS = ["submitted", "endorsed", "inDialogue", "converted"] as const;

export function ideasVisibleTo(actor: Actor): Prisma.IdeaWhereInput {
  const own: Prisma.IdeaWhereInput = { authorId: actor.personId };
  switch (actor.role) {
    case "employee":
      return { OR: [own, { status: { in: [...OPEN_IDEAS] } }] };
    case "manager":
      return {
        OR: [
          own,
          { status: { not: "draft" }, withManager: true, ...inUnits(actor) },
          { status: { in: ["inDialogue", "converted"] }, ...inUnits(actor) },
        ],
      };
    case "coordinator":
    case "hr":
      return { status: { not: "draft" }, ...inUnits(actor) };
    case "unionRep":
    case "admin":
      return { OR: [own] };
  }
}

export function casesVisibleTo(actor: Actor): Prisma.PreRegistrationWhereInput {
  const byRole = casesOfRole(actor);
  // A member of a joint group reads what lies on the group's table, in whatever role they sit there.
  return sitsInGroup(actor)
    ? { OR: [byRole, { subjects: { some: { consultation: GROUP_TABLE } } }] }
    : byRole;
}

function casesOfRole(actor: Actor): Prisma.PreRegistrationWhereInput {
  const ownCase: Prisma.PreRegistrationWhereInput = {
    OR: [{ ownerId: actor.personId }, { people: { some: { personId: actor.personId } } }],
  };
  switch (actor.role) {
    case "employee":
      return { status: { not: "draft" }, ...ownCase };
    case "manager":
      return actor.units === "all"
        ? { status: { not: "draft" } }
        : { status: { not: "draft" }, OR: [...touching(actor.units), ownCase] };
    case "coordinator":
      return inUnits(actor);
    case "hr":
      return { status: { not: "draft" }, ...inUnits(actor) };
    case "unionRep":
      return actor.unionId
        ? {
            subjects: { some: { voices: { some: calledTo(actor.unionId) } } },
            ...(actor.units === "all" ? {} : { OR: touching(actor.units) }),
          }
        : NOTHING;
    case "admin":
      return NOTHING;
  }
}

/** The cases of some units and those that touch them; never an empty list, which Prisma would take for no condition. */
const touching = (units: readonly string[]): Prisma.PreRegistrationWhereInput[] => [
  { unitId: { in: [...units] } },
  { units: { some: { unitId: { in: [...units] } } } },
];

/** What a union has been called to; what is only planned is not laid out yet. */
const calledTo = (unionId: string) => ({ unionId, state: { not: "planned" as const } });

const GROUP_TABLE = { kind: "jointGroup" as const, calledAt: { not: null } };
const sitsInGroup = (actor: Actor) => actor.mandates.some((it) => it.kind === "jointGroupMember");

export function initiativesVisibleTo(actor: Actor): Prisma.InitiativeWhereInput {
  // Also whose substitute one is: an initiative must not stand still because its owner is away.
  const owned: Prisma.InitiativeWhereInput = {
    ownerId: { in: [actor.personId, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])] },
  };
  switch (actor.role) {
    case "employee":
      return {
        OR: [owned, { case: { people: { some: { personId: actor.personId } } } }],
      };
    case "manager":
      return actor.units === "all"
        ? {}
        : {
            OR: [owned, { case: casesVisibleTo(actor) }, { unitId: { in: [...actor.units] } }],
          };
    case "coordinator":
    case "hr":
      return { ...inUnits(actor) };
    case "unionRep":
      return { case: casesVisibleTo(actor) };
    case "admin":
      return NOTHING;
  }
}

export function requisitionsVisibleTo(actor: Actor): Prisma.RequisitionWhereInput {
  switch (actor.role) {
    case "coordinator":
    case "hr":
      return actor.units === "all" ? {} : { part: { initiative: { unitId: { in: [...actor.units] } } } };
    default:
      return NOTHING;
  }
}

export function consultationsVisibleTo(actor: Actor): Prisma.ConsultationWhereInput {
  switch (actor.role) {
    case "coordinator":
    case "hr":
      return {};
    case "unionRep":
      return {
        OR: [
          ...(actor.unionId
            ? [
                {
                  calledAt: { not: null },
                  subjects: { some: { case: casesOfRole(actor), voices: { some: calledTo(actor.unionId) } } },
                },
              ]
            : []),
          sitsInGroup(actor) ? GROUP_TABLE : NOTHING,
        ],
      };
    default:
      return NOTHING;
  }
}

export function fundsVisibleTo(actor: Actor): Prisma.FundWhereInput {
  switch (actor.role) {
    case "coordinator":
    case "hr":
    case "admin":
    case "unionRep":
      return {};
    default:
      return NOTHING;
  }
}

/** Saved selections of reports: one's own, and those that are shared with everyone who sees reports. */
export function savedReportsVisibleTo(actor: Actor): Prisma.SavedReportWhereInput {
  switch (actor.role) {
    case "coordinator":
    case "hr":
      return { OR: [{ personId: actor.personId }, { shared: true }] };
    default:
      return NOTHING;
  }
}

/** Which units an administrator sets up: those that the role reaches. What units are called is no secret elsewhere. */
export function unitsVisibleTo(actor: Actor): Prisma.UnitWhereInput {
  if (actor.role !== "admin") return NOTHING;
  return actor.units === "all" ? {} : { id: { in: [...actor.units] } };
}

/** Whose particulars an administrator keeps: those of the people who work in the role's units. */
export function peopleVisibleTo(actor: Actor): Prisma.PersonWhereInput {
  return actor.role === "admin" ? inUnits(actor) : NOTHING;
}

/** Alarms of the acting role; who reaches only some units sees theirs and those of the whole employer. */
export function alarmsVisibleTo(actor: Actor): Prisma.AlarmWhereInput {
  const ofRole: Prisma.AlarmWhereInput = { kind: { in: [...ALARMS_OF[actor.role]] } };
  return actor.units === "all"
    ? ofRole
    : { ...ofRole, OR: [{ unitId: null }, { unitId: { in: [...actor.units] } }] };
}
