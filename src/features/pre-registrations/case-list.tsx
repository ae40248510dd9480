import type { Actor } from "@/domain/actor";
import { CASE_STATUSES } from "@/domain/pre-registration";
import type { T } from "@/messages/translator";
import { ButtonLink } from "@/ui/button";
import { Chips } from "@/ui/chips";
import { Empty } from "@/ui/empty";
import { FilterSelect, Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";
import { CaseTable } from "./case-table";
import { caseStatus, type Saying } from "./case-words";
import type { UnitChoice } from "./choice-queries";
import { listHref } from "./list-address";
import { type CaseFilters, type CasePage, SELECTIONS, type Selection } from "./list-queries";

type Choices = { units: UnitChoice[]; funds: { id: string; name: string }[] };

/** The list with its usual selections, filters and pages; the acting role decides what there is to choose. */
export function CaseList({
  page,
  filters,
  choices,
  actor,
  mayMake,
  saying,
}: {
  page: CasePage;
  filters: CaseFilters;
  choices: Choices;
  actor: Actor;
  mayMake: boolean;
  saying: Saying;
}) {
  const { t } = saying;
  const plain = actor.role === "employee" || actor.role === "unionRep";
  const chosen = Boolean(
    filters.status || filters.q || filters.unitId || filters.fundId || filters.selection !== "open",
  );
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{listSentence(page, filters, actor, t)}</h1>
        {mayMake ? (
          <p className="row no-print">
            <ButtonLink href="/pre-registrations/new">{t("preRegistrations.list.make")}</ButtonLink>
          </p>
        ) : null}
      </header>
      <div className="stack">
        {plain ? null : (
          <>
            <Chips
              label={t("preRegistrations.list.selections")}
              chips={(Object.keys(SELECTIONS) as Selection[]).map((selection) => ({
                href: listHref({ ...filters, selection, status: null }),
                label: t(`preRegistrations.list.selection.${selection}`),
                current: filters.selection === selection && !filters.status,
              }))}
            />
            <CaseFiltersForm filters={filters} choices={choices} chosen={chosen} t={t} />
          </>
        )}
        {page.rows.length === 0 ? (
          <Empty title={t("preRegistrations.list.empty")} level={2}>
            <p>{t(chosen ? "preRegistrations.list.emptyChosen" : "preRegistrations.list.emptyText")}</p>
          </Empty>
        ) : (
          <CaseTable rows={page.rows} filters={filters} saying={saying} />
        )}
        <Pager
          label={t("preRegistrations.list.pages")}
          previous={
            filters.after ? { href: listHref(filters), label: t("preRegistrations.list.first") } : undefined
          }
          next={
            page.next
              ? { href: listHref(filters, page.next), label: t("preRegistrations.list.next") }
              : undefined
          }
        />
      </div>
    </>
  );
}

function CaseFiltersForm({
  filters,
  choices,
  chosen,
  t,
}: {
  filters: CaseFilters;
  choices: Choices;
  chosen: boolean;
  t: T;
}) {
  return (
    <Filters
      label={t("preRegistrations.list.filters")}
      action="/pre-registrations"
      submit={t("preRegistrations.list.show")}
      extra={chosen ? <Link href="/pre-registrations">{t("preRegistrations.list.clear")}</Link> : undefined}
    >
      <FilterText name="q" label={t("preRegistrations.list.q")} value={filters.q} />
      <FilterSelect
        name="status"
        label={t("preRegistrations.list.statusFilter")}
        value={filters.status ?? ""}
        options={[
          { value: "", label: t("preRegistrations.list.allStatuses") },
          ...CASE_STATUSES.map((value) => ({ value, label: caseStatus(value, t).text })),
        ]}
      />
      <FilterSelect
        name="unit"
        label={t("preRegistrations.list.unitFilter")}
        value={filters.unitId ?? ""}
        options={[
          { value: "", label: t("preRegistrations.list.allUnits") },
          ...choices.units.map(unitOption),
        ]}
      />
      {choices.funds.length > 1 ? (
        <FilterSelect
          name="fund"
          label={t("preRegistrations.list.fundFilter")}
          value={filters.fundId ?? ""}
          options={[
            { value: "", label: t("preRegistrations.list.allFunds") },
            ...choices.funds.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {filters.selection === "open" ? null : <input type="hidden" name="show" value={filters.selection} />}
      {filters.sort === "since" ? null : <input type="hidden" name="sort" value={filters.sort} />}
    </Filters>
  );
}

/** A unit in a list of choices, set in by its depth in the tree. */
export function unitOption({ id, name, depth }: UnitChoice): { value: string; label: string } {
  return { value: id, label: `${"\u2003".repeat(depth)}${name}` };
}

/** How many there are and how many wait for whom; a page that is full is not counted further. */
function listSentence(page: CasePage, filters: CaseFilters, { role }: Actor, t: T): string {
  const count = page.rows.length;
  const many = page.next !== null || filters.after !== null;
  const withBall = (ball: string) => page.rows.filter((row) => row.standing.ball === ball).length;
  const narrowed =
    filters.selection !== "open" || filters.status || filters.q || filters.unitId || filters.fundId;
  if (role === "employee") return t("preRegistrations.list.sentenceOwn", { count });
  if (role === "unionRep") return t("preRegistrations.list.sentenceUnion", { count: withBall("unions") });
  if (narrowed)
    return many ? t("preRegistrations.list.chosenMany") : t("preRegistrations.list.chosen", { count });
  if (many) return t("preRegistrations.list.sentenceMany");
  const open = t("preRegistrations.list.sentenceOpen", { count });
  if (count === 0 || role === "hr") return open;
  return `${open} ${
    role === "manager"
      ? t("preRegistrations.list.sentenceManager", { count: withBall("managers") })
      : t("preRegistrations.list.sentenceYours", { count: withBall("coordinator") })
  }`;
}
