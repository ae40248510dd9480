import { portalPage } from "@/app/portal-page";
import { ROLES } from "@/domain/actor";
import { AdminTabs } from "@/features/people/admin-tabs";
import { PeopleTable } from "@/features/people/people-table";
import { getPeople } from "@/features/people/queries";
import { type PeopleSearch, peopleSearch } from "@/features/people/schema";
import { unitOptions } from "@/features/people/unit-options";
import { getUnitChoices } from "@/features/people/unit-queries";
import { FetchList } from "@/features/reports/fetch-list";
import { ButtonLink } from "@/ui/button";
import { Chips } from "@/ui/chips";
import { Empty } from "@/ui/empty";
import { HiddenField } from "@/ui/fields";
import { FilterSelect, Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";

export default portalPage(
  { see: "administration", title: (t) => t("people.title"), dense: true },
  async ({ actor, t, today, search }) => {
    const wish = peopleSearch.parse(search);
    const { people, next } = await getPeople(actor, wish, today);
    const units = await getUnitChoices(actor, today);
    const hidden = wish.kind === "protected";
    const narrowed = Boolean(wish.q || wish.unit || wish.role);
    return (
      <>
        <AdminTabs current="people" t={t} />
        <header className="stack">
          <h1 className="sentence">{t("people.list.sentence", { kind: wish.kind ?? "all" })}</h1>
          <p>
            <ButtonLink href="/admin/people/new">{t("people.list.add")}</ButtonLink>
          </p>
        </header>
        <Chips
          label={t("people.list.chips")}
          chips={([null, "protected", "left"] as const).map((kind) => ({
            href: hrefOf({ kind }),
            label: t(`people.list.${kind ?? "all"}`),
            current: (wish.kind ?? null) === kind,
          }))}
        />
        <Filters
          label={t("people.list.filters")}
          action="/admin/people"
          submit={t("people.list.submit")}
          extra={narrowed ? <Link href={hrefOf({ kind: wish.kind })}>{t("people.list.clear")}</Link> : null}
        >
          {wish.kind ? <HiddenField name="kind" value={wish.kind} /> : null}
          <FilterText
            name="q"
            label={t(hidden ? "people.list.qProtected" : "people.list.q")}
            value={wish.q ?? ""}
          />
          {hidden ? null : (
            <FilterSelect
              name="unit"
              label={t("people.list.unit")}
              value={wish.unit ?? ""}
              options={[{ value: "", label: t("people.list.anyUnit") }, ...unitOptions(units)]}
            />
          )}
          <FilterSelect
            name="role"
            label={t("people.list.role")}
            value={wish.role ?? ""}
            options={[
              { value: "", label: t("people.list.anyRole") },
              ...ROLES.map((role) => ({ value: role, label: t(`words.roles.${role}`) })),
            ]}
          />
        </Filters>
        {people.length === 0 ? (
          <Empty level={2} title={t("people.list.none")}>
            <p>{t("people.list.noneText")}</p>
          </Empty>
        ) : (
          <PeopleTable people={people} t={t} />
        )}
        <Pager
          label={t("people.list.pages")}
          {...(wish.after
            ? { previous: { href: hrefOf({ ...wish, after: null }), label: t("people.list.first") } }
            : {})}
          {...(next
            ? { next: { href: hrefOf({ ...wish, after: next }), label: t("people.list.next") } }
            : {})}
        />
        <FetchList list="people" search={search} actor={actor} t={t} />
      </>
    );
  },
);

function hrefOf(wish: PeopleSearch): string {
  const query = new URLSearchParams(
    Object.entries(wish).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `/admin/people?${query}` : "/admin/people";
}
