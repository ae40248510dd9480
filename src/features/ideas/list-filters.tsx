import { IDEA_STATUSES } from "@/domain/idea";
import { FilterSelect, Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";
import type { Saying } from "./idea-words";
import { listHref } from "./list-address";
import type { IdeaFilters, IdeaPage } from "./list-queries";

/** What to choose by; units and statuses only where the reader works with more than their own. */
export function IdeaFiltersForm({
  filters,
  units,
  saying,
}: {
  filters: IdeaFilters;
  units?: { id: string; name: string }[];
  saying: Saying;
}) {
  const { t, scheme } = saying;
  const chosen = filters.q || filters.status || filters.unitId;
  const statuses = IDEA_STATUSES.filter((status) => status !== "draft");
  return (
    <Filters
      label={t("ideas.list.filters")}
      action="/ideas"
      submit={t("ideas.list.show")}
      extra={chosen ? <Link href="/ideas">{t("ideas.list.clear")}</Link> : undefined}
    >
      <FilterText name="q" label={t("ideas.list.q")} value={filters.q} />
      {units ? (
        <>
          <FilterSelect
            name="status"
            label={t("ideas.list.statusFilter")}
            value={filters.status ?? ""}
            options={[
              { value: "", label: t("ideas.list.allStatuses") },
              ...statuses.map((value) => ({ value, label: t(`ideas.status.${value}`, { scheme }) })),
            ]}
          />
          <FilterSelect
            name="unit"
            label={t("ideas.list.unitFilter")}
            value={filters.unitId ?? ""}
            options={[
              { value: "", label: t("ideas.list.allUnits") },
              ...units.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </>
      ) : null}
      {filters.sort === "newest" ? null : <input type="hidden" name="sort" value={filters.sort} />}
    </Filters>
  );
}

/** On through the list, and back to its beginning. */
export function IdeaPager({
  filters,
  page,
  saying: { t },
}: {
  filters: IdeaFilters;
  page: IdeaPage;
  saying: Saying;
}) {
  return (
    <Pager
      label={t("ideas.list.pages")}
      previous={filters.after ? { href: listHref(filters), label: t("ideas.list.first") } : undefined}
      next={page.next ? { href: listHref(filters, page.next), label: t("ideas.list.next") } : undefined}
    />
  );
}
