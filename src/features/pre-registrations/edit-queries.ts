import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import {
  AGREEMENTS,
  type Area,
  type CostType,
  PROVIDER_KINDS,
  type ProviderKind,
  type Version,
  versionOn,
} from "@/domain/agreement";
import {
  SECTIONS,
  type Section,
  type SectionState,
  sectionStates,
  whyNotProvider,
} from "@/domain/case-sections";
import { type Day, day, dayOf } from "@/domain/day";
import { whyNotApply } from "@/domain/local-agreement";
import { shownName } from "@/domain/person";
import { versionOf, whyNotEditCase } from "@/domain/pre-registration";
import { NOT_FOUND, type Reason, Refusal, refuseIf } from "@/domain/reason";
import { unitsAbove } from "@/domain/unit";
import { localAgreementOn } from "@/features/agreements/queries";
import { allSegments, type SegmentRow } from "@/features/codings/queries";
import { fundsOpenOn } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { type DraftView, findDraft } from "@/server/drafts";
import { ideasVisibleTo } from "@/server/scope";
import { type OwnerChoice, ownerChoices, type UnitChoice, unitChoices } from "./choice-queries";
import { type CaseFacts, findCase } from "./move";
import { draftForm, type SavedSection } from "./section-texts";

/** Who last saved a section, and when; the name is null when it is protected. */
export type Touched = { by: string | null; on: Day };

export type TaskListView = {
  facts: CaseFacts;
  version: Version | null;
  sections: Record<Section, SectionState>;
  touched: Partial<Record<SavedSection, Touched>>;
};

/** The coordinator's task list of a case; refuses a case that may not be edited now. */
export function getTaskList(actor: Actor, id: string, today: Day): Promise<TaskListView> {
  return read(actor, async (tx) => {
    const { facts, version } = await editable(tx, actor, id, today);
    const rows = await tx.caseEvent.findMany({
      where: { caseId: id, kind: "preRegistration.changed" },
      orderBy: { seq: "asc" },
      select: {
        detail: true,
        at: true,
        person: { select: { givenName: true, familyName: true, isProtected: true } },
      },
    });
    const touched: TaskListView["touched"] = {};
    for (const { detail, at, person } of rows) {
      const section = ([...SECTIONS, "basics"] as const).find((it) => it === detail);
      if (section) touched[section] = { by: person && shownName(person), on: dayOf(at) };
    }
    return { facts, version, sections: sectionStates(facts, version), touched };
  });
}

async function editable(tx: Tx, actor: Actor, id: string, today: Day) {
  if (actor.role !== "coordinator") throw new Refusal(NOT_FOUND);
  const facts = await findCase({ tx }, actor, id);
  refuseIf(whyNotEditCase(facts));
  const { scheme } = await tx.employer.findFirstOrThrow({
    where: { id: actor.employerId },
    select: { scheme: true },
  });
  return { facts, version: versionOf(facts, versionOn(scheme, today)) };
}

/** One section's form: what stands saved, what lies unsaved, and what can be chosen. */
export type SectionView = {
  facts: CaseFacts;
  version: Version | null;
  draft: DraftView | null;
  units: UnitChoice[];
  funds: { id: string; name: string }[];
  owners: OwnerChoice[];
  costTypes: readonly CostType[];
  areas: readonly Area[];
  providers: readonly ProviderKind[];
  /** How the employer codes its costs; none: it does not. */
  segments: SegmentRow[];
  /** What the ideas in the case say, for who writes about the need. */
  ideas: { id: string; title: string; why: string }[];
};

/** A section of a case that may be edited, with the actor's own unsaved typing in it. */
export function getSectionForm(
  actor: Actor,
  id: string,
  section: SavedSection,
  today: Day,
): Promise<SectionView> {
  return read(actor, async (tx) => {
    const { facts, version } = await editable(tx, actor, id, today);
    const open = section === "basics" ? await fundsOpenOn(tx, actor.employerId, today) : [];
    // The case's own fund stays to choose, also after its last day.
    const own = open.some((fund) => fund.id === facts.fundId)
      ? []
      : [{ id: facts.fundId, name: facts.fundName }];
    return {
      facts,
      version,
      draft: await findDraft(tx, actor, draftForm(section), id),
      units: section === "units" || section === "basics" ? await unitsWithOwn(tx, actor, facts, today) : [],
      funds: [...own, ...open].map((fund) => ({ id: fund.id, name: fund.name })),
      owners: section === "owner" ? await owners(tx, actor, facts, today) : [],
      costTypes: version === null ? [] : AGREEMENTS[version].costTypes,
      areas: version === null ? [] : AGREEMENTS[version].areas,
      providers: PROVIDER_KINDS.filter((kind) => whyNotProvider(version, kind) === null),
      segments: section === "costs" ? await allSegments(tx, actor.employerId) : [],
      ideas: await tx.idea.findMany({
        where: { cases: { some: { caseId: id } } },
        orderBy: { id: "asc" },
        select: { id: true, title: true, why: true },
      }),
    };
  });
}

/** The units to choose from, with those that stand in the case already but lie beyond the actor's reach or are closed. */
async function unitsWithOwn(tx: Tx, actor: Actor, facts: CaseFacts, today: Day): Promise<UnitChoice[]> {
  const choices = await unitChoices(tx, actor, today);
  const own = [{ unitId: facts.unitId, name: facts.unitName }, ...facts.units].filter(
    (unit, nth, all) =>
      !choices.some((choice) => choice.id === unit.unitId) &&
      all.findIndex((other) => other.unitId === unit.unitId) === nth,
  );
  return [...choices, ...own.map(({ unitId, name }) => ({ id: unitId, name, depth: 0 }))];
}

async function owners(tx: Tx, actor: Actor, facts: CaseFacts, today: Day): Promise<OwnerChoice[]> {
  const rows = await tx.unit.findMany({
    where: { employerId: actor.employerId },
    select: { id: true, parentId: true, validFrom: true, validTo: true, successorId: true },
  });
  const tree = rows.map((row) => ({ ...row, from: day(row.validFrom), until: day(row.validTo) }));
  const touched = [facts.unitId, ...facts.units.map((unit) => unit.unitId)];
  const near = touched.flatMap((unitId) => [unitId, ...unitsAbove(tree, unitId)]);
  return ownerChoices(tx, actor.employerId, near, facts.ownerId, today);
}

export type NewCaseView = {
  ideas: { id: string; title: string; why: string; unit: string; unitId: string; supports: number }[];
  units: UnitChoice[];
  funds: { id: string; name: string; reserveDay: Day | null }[];
  /** Why nothing can be handed in today under LOM, although a draft can be made. */
  cannotApply: Reason | null;
};

/** What a new case is made of: the chosen ideas within sight, the units in reach and the funds that are open. */
export function getNewCase(actor: Actor, ideaIds: readonly string[], today: Day): Promise<NewCaseView> {
  return read(actor, async (tx) => {
    refuseIf(whyNotAct(actor, "preRegistration.prepare"));
    const ideas = await tx.idea.findMany({
      where: { AND: [ideasVisibleTo(actor), { id: { in: [...ideaIds] } }] },
      orderBy: { id: "asc" },
      select: {
        id: true,
        title: true,
        why: true,
        unitId: true,
        unit: { select: { name: true } },
        _count: { select: { supports: true } },
      },
    });
    if (ideas.length !== new Set(ideaIds).size) throw new Refusal(NOT_FOUND);
    const { scheme } = await tx.employer.findFirstOrThrow({
      where: { id: actor.employerId },
      select: { scheme: true },
    });
    return {
      cannotApply: whyNotApply(scheme, await localAgreementOn(tx, actor.employerId, today), today),
      ideas: ideas.map(({ unit, _count, ...idea }) => ({
        ...idea,
        unit: unit.name,
        supports: _count.supports,
      })),
      units: await unitChoices(tx, actor, today),
      funds: (await fundsOpenOn(tx, actor.employerId, today)).map(({ id, name, reserveDay }) => ({
        id,
        name,
        reserveDay,
      })),
    };
  });
}
