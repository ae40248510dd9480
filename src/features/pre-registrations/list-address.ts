import type { CaseFilters, CaseSort } from "./list-queries";

/** The list's address with these filters; `after` only when it is given, since another choice begins from the top. */
export function listHref(filters: Omit<CaseFilters, "after">, after?: string | null): string {
  const search = new URLSearchParams();
  if (filters.selection !== "open") search.set("show", filters.selection);
  if (filters.status) search.set("status", filters.status);
  if (filters.q) search.set("q", filters.q);
  if (filters.unitId) search.set("unit", filters.unitId);
  if (filters.fundId) search.set("fund", filters.fundId);
  if (filters.sort !== "since") search.set("sort", filters.sort);
  if (filters.descending !== descendsAtFirst(filters.sort))
    search.set("order", filters.descending ? "desc" : "asc");
  if (after) search.set("after", after);
  const said = search.toString();
  return said ? `/pre-registrations?${said}` : "/pre-registrations";
}

/** What has waited longest first, but the highest number and the largest amount. */
function descendsAtFirst(sort: CaseSort): boolean {
  return sort !== "since";
}

/** A column's heading sorts by it, and the other way round when it does already. */
export function sortHref(filters: CaseFilters, sort: CaseSort): string {
  const descending = filters.sort === sort ? !filters.descending : descendsAtFirst(sort);
  return listHref({ ...filters, sort, descending });
}
