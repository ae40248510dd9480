import type { Coding } from "./account-coding";
import { AGREEMENTS, type Area, type CostType, type ProviderKind, type Version } from "./agreement";
import type { Day } from "./day";
import { type Ore, sum } from "./money";
import type { Reason } from "./reason";

/** The parts of the task list, in the order in which they are asked. */
export const SECTIONS = [
  "need",
  "initiative",
  "beyondOrdinary",
  "groups",
  "provider",
  "period",
  "owner",
  "area",
  "costs",
  "units",
  "risk",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What a manager needs in order to endorse or return. */
export const REQUIRED_TO_SUBMIT: readonly Section[] = ["need", "initiative", "costs", "units"];

export type SectionState = "notStarted" | "incomplete" | "complete";

export type CaseGroup = { occupation: string; aid: string | null; takingPart: number; covering: number };
export type CaseCostLine = { costType: CostType; text: string; amount: Ore; codes: Coding };
export type CaseUnit = { unitId: string; ownCost: Ore };

/** What is written in a case; öre and Stockholm days. */
export type CaseContent = {
  need: string;
  initiative: string;
  beyondOrdinary: string;
  risk: string;
  area: Area | null;
  headcount: number | null;
  groups: readonly CaseGroup[];
  providerKind: ProviderKind | null;
  providerName: string;
  periodFrom: Day | null;
  periodUntil: Day | null;
  ownerId: string | null;
  costLines: readonly CaseCostLine[];
  units: readonly CaseUnit[];
};

const written = (text: string): SectionState => (text.trim() === "" ? "notStarted" : "complete");

/**
 * How far each section has come under a version of the agreement (null: none in force). `incomplete` is what someone
 * opened and did not finish: groups that do not add up to the headcount, an external provider without a name, half a
 * period, an area or a cost that the version does not have.
 */
export function sectionStates(it: CaseContent, version: Version | null): Record<Section, SectionState> {
  return {
    need: written(it.need),
    initiative: written(it.initiative),
    beyondOrdinary: written(it.beyondOrdinary),
    groups: groupsState(it),
    provider: providerState(it, version),
    period:
      it.periodFrom && it.periodUntil
        ? "complete"
        : it.periodFrom || it.periodUntil
          ? "incomplete"
          : "notStarted",
    owner: it.ownerId ? "complete" : "notStarted",
    area: areaState(it, version),
    costs: costsState(it, version),
    units: it.units.length > 0 ? "complete" : "notStarted",
    risk: written(it.risk),
  };
}

function groupsState({ headcount, groups }: CaseContent): SectionState {
  if (!headcount && groups.length === 0) return "notStarted";
  return groups.length > 0 && headcount === takingPart(groups) ? "complete" : "incomplete";
}

function providerState({ providerKind, providerName }: CaseContent, version: Version | null): SectionState {
  if (!providerKind) return providerName === "" ? "notStarted" : "incomplete";
  if (whyNotProvider(version, providerKind)) return "incomplete";
  return providerKind === "external" && providerName === "" ? "incomplete" : "complete";
}

function areaState({ area }: CaseContent, version: Version | null): SectionState {
  if (!area) return "notStarted";
  return whyNotArea(version, area) ? "incomplete" : "complete";
}

function costsState({ costLines }: CaseContent, version: Version | null): SectionState {
  if (costLines.length === 0) return "notStarted";
  return costLines.every((line) => whyNotCostLine(version, line.costType) === null)
    ? "complete"
    : "incomplete";
}

/** How many take part, over all groups. */
export function takingPart(groups: readonly { takingPart: number }[]): number {
  return groups.reduce((total, group) => total + group.takingPart, 0);
}

/** What is asked of the fund, öre. */
export function costSum(lines: readonly { amount: Ore }[]): Ore {
  return sum(lines.map((line) => line.amount));
}

/** What the units pay themselves, öre. */
export function ownCostSum(units: readonly { ownCost: Ore }[]): Ore {
  return sum(units.map((unit) => unit.ownCost));
}

/**
 * Why the money does not pay this kind of cost under a version, in the agreement's own sense (T10). Participants' pay
 * never [K6, seed 002]; substitutes are not shown to be covered under KOM-KR [I] but are under LOM [UM1, FM1].
 */
export function whyNotCostLine(version: Version | null, costType: CostType): Reason | null {
  if (version !== null && AGREEMENTS[version].costTypes.includes(costType)) return null;
  if (version === null) return { key: "preRegistrations.why.noVersion" };
  if (costType === "participantSalary") return { key: "preRegistrations.why.participantSalary" };
  if (costType === "substitute") return { key: "preRegistrations.why.substitute" };
  if (costType === "consultant") return { key: "preRegistrations.why.consultant" };
  return { key: "preRegistrations.why.costType" };
}

/** Why an initiative is not for this area under a version, as the national fund's statistics part it. [domain 2.5, O16] */
export function whyNotArea(version: Version | null, area: Area): Reason | null {
  if (version === null) return { key: "preRegistrations.why.noVersion" };
  return AGREEMENTS[version].areas.includes(area) ? null : { key: "preRegistrations.why.area" };
}

/** Why this kind of provider is not there: what the foundation delivers is not paid from local transition funds [U1]. */
export function whyNotProvider(version: Version | null, kind: ProviderKind): Reason | null {
  return version !== null && AGREEMENTS[version].files === null && kind === "nationalFund"
    ? { key: "preRegistrations.why.provider" }
    : null;
}

/** What a union's answer rests on: these ask it again, everything else only shows. [design 3] */
const ASKS_AGAIN = ["amount", "people", "provider", "period"] as const;
type AskingChange = (typeof ASKS_AGAIN)[number];

export type Asked = Pick<
  CaseContent,
  "headcount" | "groups" | "providerKind" | "providerName" | "periodFrom" | "periodUntil"
> & { amount: Ore };

/** Which of a change's parts ask every union again; empty when none does. */
export function changesThatAskAgain(before: Asked, after: Asked): AskingChange[] {
  const parts: Record<AskingChange, (it: Asked) => unknown> = {
    amount: (it) => String(it.amount),
    // In which order the groups stand says nothing about who takes part.
    people: (it) => [
      it.headcount,
      it.groups
        .map(({ occupation, aid, takingPart, covering }) =>
          JSON.stringify([occupation, aid, takingPart, covering]),
        )
        .sort(),
    ],
    provider: (it) => [it.providerKind, it.providerName],
    period: (it) => [it.periodFrom, it.periodUntil],
  };
  return ASKS_AGAIN.filter(
    (part) => JSON.stringify(parts[part](before)) !== JSON.stringify(parts[part](after)),
  );
}
