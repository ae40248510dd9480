/**
 * A condition on the status of a case or an initiative that an index answers. Comparing enums is not leakproof, so under
 * row-level security it is asked of every row; `status_key` is the same status as text, kept by the database.
 */
export function hasStatus<Status extends string>(
  ...statuses: readonly Status[]
): { status: { in: Status[] }; statusKey: { in: string[] } } {
  return { status: { in: [...statuses] }, statusKey: { in: [...statuses] } };
}
