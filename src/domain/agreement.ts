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
  /** How an employer gets its money: a share of a national sum by payroll, or its own yearly provision. */
  allotment: "payrollShare" | "ownProvision";
  /** Whether the action plan is sent to the national fund; else it stays with the employer. */
  sendsPlan: boolean;
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
 * The versions as data; from when to when [K1, K3, K4, O10, K6], and where each parameter comes from:
 *
 * - TLO-KL, the trial: action plan, pre-registration and then each initiative go to the national fund, the local parties
 *   agree on initiatives, people and provider, the national fund checks every provider [O1, O4, O6a]; a reservation made
 *   by a granted pre-registration held past the reserve day [O9, O10]; the teachers' area is left out until 2020
 *   [O14, O5]; a share by payroll [O10].
 * - KOM-KR 2020: the same steps, but the plan stays with the employer and a provider is checked on request [O6a];
 *   teachers in [K4, O5].
 * - KOM-KR 2021: the pre-registration is no step with the national fund any more, only a granted initiative secures money
 *   past the reserve day, and the parties are heard [O6b, I]; coordination is not named among what may be paid [K6, I].
 * - KOM-KR from 2022-10-01: seven criteria, recorded consultation before the filing, coordination is paid [K6].
 * - Pay of participants is covered by none of them [K6, seed 002], substitutes are not shown to be [I].
 * - LOM: the money is the agency's own yearly provision, stays there and rolls over [T4, P1]; nothing without a local
 *   agreement in force [T4, AG4]; substitutes and consultants may be paid [UM1, FM1].
 */
export const AGREEMENTS: Record<Version, Agreement> = {
  tloKl2017: {
    scheme: "tlo",
    from: "2017-01-01",
    until: "2020-04-30",
    files: "initiative",
    allotment: "payrollShare",
    sendsPlan: true,
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
    allotment: "payrollShare",
    sendsPlan: false,
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
    allotment: "payrollShare",
    sendsPlan: false,
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
    allotment: "payrollShare",
    sendsPlan: false,
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
    allotment: "ownProvision",
    sendsPlan: false,
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

/** Steps of a case from idea to settled money, by the words in messages `agreements.steps`. */
export type AgreementStep =
  | "sendPlan"
  | "idea"
  | "endorse"
  | "consult"
  | "agree"
  | "decide"
  | "decideHere"
  | "filePreRegistration"
  | "fileInitiative"
  | "carryOut"
  | "requisition"
  | "reimburse"
  | "settle";

/** Which steps a version has, in their order. [domain 2.5, 3.2] */
export function stepsOf(it: Agreement): AgreementStep[] {
  const steps: (AgreementStep | false)[] = [
    it.sendsPlan && "sendPlan",
    "idea",
    "endorse",
    it.requiresPartyAgreement ? "agree" : "consult",
    it.files ? "decide" : "decideHere",
    it.filesPreRegistration && "filePreRegistration",
    it.files !== null && "fileInitiative",
    "carryOut",
    it.files ? "requisition" : "reimburse",
    "settle",
  ];
  return steps.filter((step) => step !== false);
}

/** All versions of a scheme, the oldest first. */
export function versionsOf(scheme: "tlo" | "lom"): Version[] {
  return (Object.keys(AGREEMENTS) as Version[])
    .filter((version) => AGREEMENTS[version].scheme === scheme)
    .sort((a, b) => (AGREEMENTS[a].from < AGREEMENTS[b].from ? -1 : 1));
}

/** The version of a scheme in force on a day; null when there is none. */
export function versionOn(scheme: "tlo" | "lom", today: Day): Version | null {
  const found = Object.entries(AGREEMENTS).find(
    ([, it]) => it.scheme === scheme && it.from <= today && (it.until === null || today <= it.until),
  );
  return found ? (found[0] as Version) : null;
}
