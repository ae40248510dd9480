import type { Reason } from "./reason";

/** Whose own case it is. */
export type Parties = {
  applicants: readonly string[];
  participants: readonly string[];
  ownerId: string | null;
  endorsers: readonly string[];
};

/**
 * Why this person is not impartial (jäv), whatever role they act in: nobody endorses, ranks, states, concludes, approves
 * minutes, decides or confirms payment on a case where they are applicant, participant or owner. For someone who acts
 * as a substitute, both people are asked. [design: access; förvaltningslagen, K]
 */
export function whyNotImpartial(
  person: { personId: string | null; onBehalfOf: string | null },
  parties: Parties,
): Reason | null {
  const own = [...parties.applicants, ...parties.participants, ...(parties.ownerId ? [parties.ownerId] : [])];
  return [person.personId, person.onBehalfOf].some((id) => id !== null && own.includes(id))
    ? { key: "refusals.ownCase" }
    : null;
}

/** Why this person may not decide: not on their own case, nor on one they endorsed. */
export function whyNotImpartialDecider(
  person: { personId: string | null; onBehalfOf: string | null },
  parties: Parties,
): Reason | null {
  const own = whyNotImpartial(person, parties);
  if (own) return own;
  return [person.personId, person.onBehalfOf].some((id) => id !== null && parties.endorsers.includes(id))
    ? { key: "refusals.endorsedIt" }
    : null;
}
