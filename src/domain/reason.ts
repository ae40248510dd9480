import type { MessageKey } from "@/messages/messages";

/** Why something may not be done, as a sentence's key with its values: what happened, what to do, whom to ask. */
export type Reason = { key: MessageKey; values?: Record<string, string | number>; field?: string };

/** The one way to refuse inside a transaction: throwing is what rolls it back. */
export class Refusal extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.key);
    this.name = "Refusal";
    this.reason = reason;
  }
}

/** Throws a Refusal when a rule has a reason against. */
export function refuseIf(reason: Reason | null): void {
  if (reason) throw new Refusal(reason);
}

/** The same answer for what does not exist and for what lies outside the asker's sight. */
export const NOT_FOUND: Reason = { key: "refusals.notFound" };

/** Another person or another tab was faster. */
export const MOVED_ON: Reason = { key: "refusals.movedOn" };

/**
 * Somebody saved after this form was opened. It carries what stands saved now, by field name, and its revision, so
 * that the form can show both texts and the next save is made knowingly.
 */
export class ChangedMeanwhile extends Refusal {
  readonly saved: Readonly<Record<string, string>>;
  readonly revision: number;
  constructor(saved: Readonly<Record<string, string>>, revision: number) {
    super({ key: "refusals.changedMeanwhile" });
    this.saved = saved;
    this.revision = revision;
  }
}
