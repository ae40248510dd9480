import type { Reason } from "./reason";

/** More selections than anybody finds their way among. */
export const MOST_SAVED = 50;

/** Why a selection is not saved under a name: the person has one of that name for the report, or has too many. */
export function whyNotSaveReport(own: { sameName: boolean; saved: number }): Reason | null {
  if (own.sameName) return { key: "reports.saved.whyNot.sameName", field: "name" };
  if (own.saved >= MOST_SAVED) return { key: "reports.saved.whyNot.tooMany", values: { max: MOST_SAVED } };
  return null;
}

/** Why a selection is not renamed, shared or deleted: only who saved it may, also when it is shared. */
export function whyNotChangeReport(saved: { personId: string }, personId: string): Reason | null {
  return saved.personId === personId ? null : { key: "reports.saved.whyNot.notYours" };
}
