import type { Day } from "./day";

export type Version = "tloKl2017" | "komKr2020" | "komKr2021" | "komKr2022" | "lom";

export const COST_TYPES = [
  "courseFee",
  "validation",
  "literature",
  "travel",
  "lodging",
  "supervision",
  "coordination",
  "internalResource",
  "otherCompetence",
  "consultant",
  "substitute",
  "participantSalary",
] as const;
export type CostType = (typeof COST_TYPES)[number];

export const AREAS = ["competence", "illHealth", "supportTalks"] as const;
export type Area = (typeof AREAS)[number];

export const PROVIDER_KINDS = ["nationalFund", "ownRegime", "external"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Parts of the labour market that a version may leave out; never anyone's membership. */
export type BargainingArea = "teachers";

/** One dated version of an agreement: which steps exist, and what the money may pay. */
export type Agreement = {
  scheme: "tlo" | "lom";
  from: Day;
  until: Day | null;
  /** Whether an outside body grants the money: a filing, its answer and its numbers. */
  files: "initiative" | null;
  /** Whether the pre-registration itself is filed with the national fund, before its initiatives are. */
  filesPreRegistration: boolean;
  /** What must be granted for money to be secured past a fund's reserve day. */
  securedBy: "preRegistration" | "initiative";
  /** Whether the national fund checks the quality of every provider, or only on request; null: nobody outside does. */
  providerCheck: "always" | "onRequest" | null;
  /** Bargaining areas whose people the money is not for, and until which day. */
  excludedAreas: readonly { area: BargainingArea; until: Day }[];
  /** What an initiative may be for, as the national fund's statistics part it. */
  areas: readonly Area[];
  /** Whether a standing disagreement refuses the decision (TLO-KL, KOM-KR 2020); else the unions are heard. */
  requiresPartyAgreement: boolean;
  /** Whether a local collective agreement must be in force before anything can be applied for. */
  needsLocalAgreement: boolean;
  /** Whether money that was not secured in time goes back. */
  reverts: boolean;
  costTypes: readonly CostType[];
};

const TRAINING: readonly CostType[] = [
  "courseFee",
  "validation",
  "literature",
  "travel",
  "lodging",
  "supervision",
  "internalResource",
  "otherCompetence",
];

/**
 * The versions as data. TLO-KL, the trial: pre-registration and then each initiative are filed, the local parties agree
 * on initiatives, people and provider, the national fund checks every provider [O1, O4]; teachers' area left out until
 * 2020 [O14, O5]. KOM-KR 2020: the same steps, provider checked on request, teachers in [K4, O6a]. KOM-KR 2021: no step of its own for the pre-registration with the national fund any more [O6b];
 * coordination is not named among what may be paid [K6, I]. KOM-KR from 2022-10-01: seven criteria, recorded consultation, no step of its own for the
 * pre-registration with the national fund [K6]; pay of participants is not covered, substitutes are not shown to be
 * [K6, I]. LOM: the money stays with the agency; the local agreement decides, substitutes may be paid [UM1, FM1].
 */
export const AGREEMENTS: Record<Version, Agreement> = {
  tloKl2017: {
    scheme: "tlo",
    from: "2017-01-01",
    until: "2020-04-30",
    files: "initiative",
    filesPreRegistration: true,
    securedBy: "preRegistration",
    providerCheck: "always",
    excludedAreas: [{ area: "teachers", until: "2019-12-31" }],
    areas: AREAS,
    requiresPartyAgreement: true,
    needsLocalAgreement: false,
    reverts: true,
    costTypes: TRAINING,
  },
  komKr2020: {
    scheme: "tlo",
    from: "2020-05-01",
    until: "2020-12-31",
    files: "initiative",
    filesPreRegistration: true,
    securedBy: "preRegistration",
    providerCheck: "onRequest",
    excludedAreas: [],
    areas: AREAS,
    requiresPartyAgreement: true,
    needsLocalAgreement: false,
    reverts: true,
    costTypes: TRAINING,
  },
  komKr2021: {
    scheme: "tlo",
    from: "2021-01-01",
    until: "2022-09-30",
    files: "initiative",
    filesPreRegistration: false,
    securedBy: "initiative",
    providerCheck: "onRequest",
    excludedAreas: [],
    areas: AREAS,
    requiresPartyAgreement: false,
    needsLocalAgreement: false,
    reverts: true,
    costTypes: TRAINING,
  },
  komKr2022: {
    scheme: "tlo",
    from: "2022-10-01",
    until: null,
    files: "initiative",
    filesPreRegistration: false,
    securedBy: "initiative",
    providerCheck: "onRequest",
    excludedAreas: [],
    areas: AREAS,
    requiresPartyAgreement: false,
    needsLocalAgreement: false,
    reverts: true,
    costTypes: [...TRAINING, "coordination"],
  },
  lom: {
    scheme: "lom",
    from: "2015-01-01",
    until: null,
    files: null,
    filesPreRegistration: false,
    securedBy: "initiative",
    providerCheck: null,
    excludedAreas: [],
    areas: AREAS,
    requiresPartyAgreement: false,
    needsLocalAgreement: true,
    reverts: false,
    costTypes: [...TRAINING, "coordination", "consultant", "substitute"],
  },
};

/** The version of a scheme in force on a day; null when there is none. */
export function versionOn(scheme: "tlo" | "lom", today: Day): Version | null {
  const found = Object.entries(AGREEMENTS).find(
    ([, it]) => it.scheme === scheme && it.from <= today && (it.until === null || today <= it.until),
  );
  return found ? (found[0] as Version) : null;
}
