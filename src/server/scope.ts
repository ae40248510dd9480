import type { Actor } from "@/domain/actor";
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
      return { OR: [own, { status: { not: "draft" }, withManager: true, ...inUnits(actor) }, { status: { in: ["inDialogue", "converted"] }, ...inUnits(actor) }] };
    case "coordinator":
    case "hr":
      return { status: { not: "draft" }, ...inUnits(actor) };
    case "unionRep":
    case "admin":
      return { OR: [own] };
  }
}

export function casesVisibleTo(actor: Actor): Prisma.PreRegistrationWhereInput {
  const ownCase: Prisma.PreRegistrationWhereInput = { OR: [{ ownerId: actor.personId }, { people: { some: { personId: actor.personId } } }] };
  switch (actor.role) {
    case "employee":
      return { status: { not: "draft" }, ...ownCase };
    case "manager":
      return actor.units === "all"
        ? { status: { not: "draft" } }
        : { status: { not: "draft" }, OR: [{ unitId: { in: [...actor.units] } }, { units: { some: { unitId: { in: [...actor.units] } } } }, ownCase] };
    case "coordinator":
      return inUnits(actor);
    case "hr":
      return { status: { not: "draft" }, ...inUnits(actor) };
    case "unionRep":
      return actor.unionId ? { subjects: { some: { voices: { some: { unionId: actor.unionId, state: { not: "planned" } } } } } } : NOTHING;
    case "admin":
      return NOTHING;
  }
}

export function initiativesVisibleTo(actor: Actor): Prisma.InitiativeWhereInput {
  switch (actor.role) {
    case "employee":
      return { OR: [{ ownerId: actor.personId }, { case: { people: { some: { personId: actor.personId } } } }] };
    case "manager":
      return actor.units === "all" ? {} : { OR: [{ ownerId: actor.personId }, { case: casesVisibleTo(actor) }, { unitId: { in: [...actor.units] } }] };
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
      return actor.unionId
        ? { OR: [{ calledAt: { not: null }, subjects: { some: { voices: { some: { unionId: actor.unionId, state: { not: "planned" } } } } } }, { kind: "jointGroup" }] }
        : NOTHING;
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
