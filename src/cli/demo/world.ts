import type { MandateKind, Role } from "@/domain/actor";
import type { CostType, ProviderKind } from "@/domain/agreement";

/** An invented employer of the demo. Units and people are named by key; amounts are kronor. */
export type DemoEmployer = {
  slug: string;
  name: string;
  scheme: "tlo" | "lom";
  headcount: number;
  brandHue: number;
  units: readonly { key: string; name: string; kind: string; headcount: number; under: readonly string[] }[];
  unions: readonly string[];
  unionsByUnit: Readonly<Record<string, readonly string[]>>;
  people: readonly DemoPerson[];
};

export type DemoPerson = {
  key: string;
  given: string;
  family: string;
  title: string;
  unit: string;
  /** A role holds in the person's own unit, unless it is one of those that hold for the whole employer. */
  roles: readonly { role: Role; union?: string }[];
  mandates?: readonly {
    kind: MandateKind;
    paragraph?: string;
    amountLimit?: number;
    side?: "employer" | "union";
  }[];
};

/** How far a case has come, in the order of the process; the last ones are side tracks. */
export const STAGES = [
  "draft",
  "submitted",
  "endorsed",
  "prepared",
  "inConsultation",
  "concluded",
  "approved",
  "filed",
  "granted",
  "scheduled",
  "underWay",
  "completed",
  "evidenceComplete",
  "sent",
  "paid",
  "reconciled",
] as const;
export type Stage = (typeof STAGES)[number];
export type SideTrack = "declined" | "withdrawn" | "parked" | "returned" | "filingReturned" | "notCarriedOut";

export type DemoCase = {
  title: string;
  unit: string;
  author: string;
  owner: string;
  amount: number;
  ownCost?: number;
  headcount: number;
  provider: readonly [ProviderKind, string];
  occupation: readonly [string, string];
  /** Per cent of the amount by cost type. */
  lines: Partial<Record<CostType, number>>;
  /** Out of the frame before this one: then `began` counts from that frame's last day. */
  previous?: true;
  /** Days before today when the idea was handed in. */
  began: number;
  stage: Stage | SideTrack;
};

export type DemoIdea = {
  title: string;
  why: string;
  author: string;
  headcount: number;
  withManager: boolean;
  began: number;
  stage: "draft" | "submitted" | "endorsed" | "returned" | "inDialogue" | "declined" | "parked";
  supporters?: readonly string[];
};
