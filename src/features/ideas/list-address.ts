import type { IdeaFilters } from "./list-queries";

/** The list's address with these filters; `after` only when it is given, since another choice begins from the top. */
export function listHref(
  filters: Pick<IdeaFilters, "q" | "status" | "unitId" | "sort">,
  after?: string | null,
): string {
  const search = new URLSearchParams();
  if (filters.q) search.set("q", filters.q);
  if (filters.status) search.set("status", filters.status);
  if (filters.unitId) search.set("unit", filters.unitId);
  if (filters.sort !== "newest") search.set("sort", filters.sort);
  if (after) search.set("after", after);
  const said = search.toString();
  return said ? `/ideas?${said}` : "/ideas";
}
