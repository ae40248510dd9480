import type { Actor } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { MOST_OF_A_KIND, type Task } from "@/domain/task";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";

/**
 * What a finder works with: one snapshot, one person in one role, one day (Europe/Stockholm). `scheme`: what only one of
 * them has is not looked for under the other.
 */
export type Looking = { tx: Tx; actor: Actor; today: Day; scheme: "tlo" | "lom" };

/**
 * A task as it is found: what is needed to count it. What lies in other tables (a unit's name, an initiative's title, a
 * fund's day) is filled in for all found at once, and only when the list is shown: the frame asks for the count on every
 * page.
 */
export type Found = Pick<Task, "kind" | "id" | "href" | "since" | "due" | "amount" | "count"> & {
  subject: string | { partId: string } | { initiativeId: string };
  place: string | { unitId: string } | null;
  /** Which of the fund's days is the task's, when none is its own. */
  fundDay: "application" | "requisition" | null;
  /** The initiative since whose grant it waits; null: `since` holds. */
  sinceGrantOf: string | null;
};

/** Finds what waits of a few kinds: one above the most of each, so that it is known whether there are more. */
export type Finder = (looking: Looking) => Promise<Found[]>;

export const ONE_ABOVE = MOST_OF_A_KIND + 1;

/** The oldest come first, so that what is left out is the newest. */
export const OLDEST = { take: ONE_ABOVE, orderBy: [{ statusSince: "asc" }, { id: "asc" }] } satisfies {
  take: number;
  orderBy: [{ statusSince: "asc" }, { id: "asc" }];
};

/** A found task without what most have not. */
export function found(of: Pick<Found, "kind" | "id" | "href" | "subject" | "since"> & Partial<Found>): Found {
  return { place: null, amount: null, count: null, due: null, fundDay: null, sinceGrantOf: null, ...of };
}

/**
 * Several kinds of one table in one reading. Only if it comes back full could one kind have taken another's room; then
 * each is read by itself.
 */
export async function inOneReading<Filter, Row>(
  filters: readonly Filter[],
  look: (filters: readonly Filter[], take: number) => Promise<Row[]>,
): Promise<Row[]> {
  const together = await look(filters, ONE_ABOVE * filters.length);
  if (together.length < ONE_ABOVE * filters.length) return together;
  const each: Row[] = [];
  for (const filter of filters) each.push(...(await look([filter], ONE_ABOVE)));
  return each;
}

export const sinceDay = (row: { statusSince: Date }): Day => dayOf(row.statusSince);

/** Oneself, and whose substitute one is: both are asked when someone's impartiality is judged. */
export const selves = ({ personId, onBehalfOf }: Actor): string[] =>
  onBehalfOf ? [personId, onBehalfOf] : [personId];

/**
 * Cases that are not one's own: the condition of `whyNotImpartial` (domain/conflict.ts) as a filter, so that nobody is
 * told to do what would be refused.
 */
export function notOwnCase(actor: Actor): Prisma.PreRegistrationWhereInput {
  const own = selves(actor);
  return {
    OR: [{ ownerId: null }, { ownerId: { notIn: own } }],
    people: { none: { personId: { in: own } } },
  };
}
