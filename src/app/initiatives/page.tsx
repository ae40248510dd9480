import { portalPage } from "@/app/portal-page";
import { INITIATIVE_STATUSES } from "@/domain/initiative";
import { unitsToFilter } from "@/features/ideas/list-queries";
import { InitiativeTable } from "@/features/initiatives/initiative-table";
import {
  grantedButNotStarted,
  INITIATIVE_SHOWS,
  type InitiativeFilters,
  listInitiatives,
  readInitiativeFilters,
} from "@/features/initiatives/list-queries";
import { FetchList } from "@/features/reports/fetch-list";
import { Chips } from "@/ui/chips";
import { Empty } from "@/ui/empty";
import { HiddenField } from "@/ui/fields";
import { FilterSelect, Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";

export default portalPage(
  { see: "initiatives", title: (t) => t("initiatives.title"), dense: true },
  async ({ actor, employer, t, locale, today, search }) => {
    const filters = readInitiativeFilters(search);
    const { rows, next } = await listInitiatives(actor, filters);
    const waiting = await grantedButNotStarted(actor);
    const units = await unitsToFilter(actor);
    const saying = { t, locale, today, scheme: employer.scheme };
    const isNarrowed =
      filters.q !== "" || filters.status !== null || filters.unitId !== null || filters.show !== null;
    return (
      <>
        <header className="stack">
          <h1 className="sentence">
            {t("initiatives.list.sentence", {
              waiting: waiting.rows.length,
              more: waiting.more ? "yes" : "no",
            })}
          </h1>
        </header>
        <Chips
          label={t("initiatives.list.chips")}
          chips={[
            { href: "/initiatives", label: t("initiatives.list.all"), current: !isNarrowed },
            ...INITIATIVE_SHOWS.map((show) => ({
              href: hrefOf({ ...EMPTY, show, sort: "oldest" }),
              label: t(`initiatives.list.show.${show}`),
              current: filters.show === show,
            })),
          ]}
        />
        <Filters
          label={t("initiatives.list.filters")}
          action="/initiatives"
          submit={t("initiatives.list.submit")}
          extra={
            isNarrowed ? (
              <Link className="button button-plain" href="/initiatives">
                {t("initiatives.list.clear")}
              </Link>
            ) : null
          }
        >
          {filters.show ? <HiddenField name="show" value={filters.show} /> : null}
          {filters.sort === "newest" ? null : <HiddenField name="sort" value={filters.sort} />}
          <FilterText name="q" label={t("initiatives.list.q")} value={filters.q} />
          <FilterSelect
            name="status"
            label={t("initiatives.table.status")}
            value={filters.status ?? ""}
            options={[
              { value: "", label: t("initiatives.list.anyStatus") },
              ...INITIATIVE_STATUSES.map((status) => ({
                value: status,
                label: t(`initiatives.status.${status}`),
              })),
            ]}
          />
          <FilterSelect
            name="unit"
            label={t("initiatives.table.unit")}
            value={filters.unitId ?? ""}
            options={[
              { value: "", label: t("initiatives.list.anyUnit") },
              ...units.map((unit) => ({ value: unit.id, label: unit.name })),
            ]}
          />
        </Filters>
        {rows.length === 0 ? (
          <Empty level={2} title={t(isNarrowed ? "initiatives.list.noneNarrowed" : "initiatives.list.none")}>
            <p>{t(isNarrowed ? "initiatives.list.noneNarrowedText" : "initiatives.list.noneText")}</p>
          </Empty>
        ) : (
          <InitiativeTable
            rows={rows}
            saying={saying}
            sort={filters.sort}
            sortHref={(sort) => hrefOf({ ...filters, sort, after: null })}
          />
        )}
        <Pager
          label={t("initiatives.list.pages")}
          {...(filters.after
            ? { previous: { href: hrefOf({ ...filters, after: null }), label: t("initiatives.list.first") } }
            : {})}
          {...(next ? { next: { href: hrefOf(filters, next), label: t("initiatives.list.next") } } : {})}
        />
        <FetchList list="initiatives" search={search} actor={actor} t={t} />
      </>
    );
  },
);

const EMPTY: InitiativeFilters = {
  q: "",
  status: null,
  unitId: null,
  show: null,
  sort: "newest",
  after: null,
};

function hrefOf({ q, status, unitId, show, sort, after }: InitiativeFilters, next?: string): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (status) query.set("status", status);
  if (unitId) query.set("unit", unitId);
  if (show) query.set("show", show);
  if (sort !== "newest") query.set("sort", sort);
  const from = next ?? (after ? `${after.key}~${after.id}` : "");
  if (from) query.set("after", from);
  return query.size > 0 ? `/initiatives?${query}` : "/initiatives";
}
