import { AGREEMENTS, type Agreement, type Version, versionOn, versionsOf } from "./agreement";
import type { Day } from "./day";
import { type CaseStatus, PROPOSAL_CASE } from "./pre-registration";
import { MOVED_ON, type Reason } from "./reason";

/** What a version says beside when it is in force and for whom. */
export type Parameter = Exclude<keyof Agreement, "scheme" | "from" | "until">;
type ListParameter = "costTypes" | "areas" | "excludedAreas";

/** Every parameter, in the order in which a page tells them; the type makes sure that none is forgotten. */
const ORDER: Record<Parameter, true> = {
  allotment: true,
  sendsPlan: true,
  filesPreRegistration: true,
  files: true,
  requiresPartyAgreement: true,
  needsLocalAgreement: true,
  providerCheck: true,
  excludedAreas: true,
  areas: true,
  costTypes: true,
  securedBy: true,
  reverts: true,
};
export const PARAMETERS = Object.keys(ORDER) as Parameter[];

/** A parameter that differs; of a list what was added and what was taken away. */
export type AgreementChange =
  | { parameter: Exclude<Parameter, ListParameter> }
  | { parameter: ListParameter; added: string[]; removed: string[] };

/** What the later of two versions says otherwise than the earlier: every parameter that differs, and none else. */
export function agreementChanges(before: Agreement, after: Agreement): AgreementChange[] {
  return PARAMETERS.flatMap((parameter): AgreementChange[] => {
    if (parameter === "costTypes" || parameter === "areas" || parameter === "excludedAreas") {
      const [was, is] = [namesIn(before, parameter), namesIn(after, parameter)];
      const added = is.filter((name) => !was.includes(name));
      const removed = was.filter((name) => !is.includes(name));
      return added.length + removed.length > 0 ? [{ parameter, added, removed }] : [];
    }
    return before[parameter] === after[parameter] ? [] : [{ parameter }];
  });
}

/** An area that is left out until another day is another rule. */
function namesIn(it: Agreement, parameter: ListParameter): string[] {
  return parameter === "excludedAreas"
    ? it.excludedAreas.map(({ area, until }) => `${area} ${until}`)
    : [...it[parameter]];
}

/** The version before one of the same scheme; null for the first. */
export function versionBefore(version: Version): Version | null {
  const all = versionsOf(AGREEMENTS[version].scheme);
  return all[all.indexOf(version) - 1] ?? null;
}

/**
 * What a draft is told: it follows the version in force today, and that is another than on the day it was begun. Null
 * when nothing changed, and once its version is fixed. [design 3]
 */
export function changedUnderDraft(
  it: { version: Version | null; begun: Day },
  scheme: "tlo" | "lom",
  today: Day,
): { before: Version; now: Version } | null {
  const [before, now] = [versionOn(scheme, it.begun), versionOn(scheme, today)];
  return it.version === null && before && now && before !== now ? { before, now } : null;
}

/** Statuses in which a case can lose its version: nothing of it is over. */
export const VERSIONED_CASE: readonly CaseStatus[] = [...PROPOSAL_CASE, "approved"];

/** What bears on a case whose version has ended: `filed` is whether anything of it was ever sent to the national fund. */
type Versioned = { version: Version | null; status: CaseStatus; filed: boolean };

/**
 * The case's version ended before anything of it was filed: the coordinator moves it over to the version in force
 * (`to`, null when there is none) or withdraws it. Null while its version is in force, when something was filed, and when
 * the case is over. [design 3]
 */
export function endedVersion(
  it: Versioned,
  today: Day,
): { version: Version; lastDay: Day; to: Version | null } | null {
  if (it.version === null || it.filed || !VERSIONED_CASE.includes(it.status)) return null;
  const { scheme, until } = AGREEMENTS[it.version];
  if (until === null || today <= until) return null;
  return { version: it.version, lastDay: until, to: versionOn(scheme, today) };
}

/** Why a case is not moved over to today's version: its own is still in force, it is over or filed, or none is in force. */
export function whyNotMoveOver(it: Versioned, today: Day): Reason | null {
  const ended = endedVersion(it, today);
  if (!ended) return MOVED_ON;
  return ended.to ? null : { key: "preRegistrations.why.noVersion" };
}
