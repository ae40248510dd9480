import { ideaAfter } from "@/domain/idea";
import { shortDay } from "@/messages/format";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { type Column, Table } from "@/ui/table";
import { forWhom, ideaStatus, type Saying } from "./idea-words";
import { listHref } from "./list-address";
import { IdeaFiltersForm, IdeaPager } from "./list-filters";
import type { IdeaFilters, IdeaPage } from "./list-queries";
import type { IdeaRowView } from "./row-queries";

/** All ideas in sight as a table to sort and choose from. `mayMakeCase`: those about one need become a case together. */
export function CoordinatorIdeas({
  waiting,
  page,
  filters,
  units,
  mayMakeCase,
  saying,
}: {
  /** Null for who does not take ideas up. */
  waiting: IdeaRowView[] | null;
  page: IdeaPage;
  filters: IdeaFilters;
  units: { id: string; name: string }[];
  mayMakeCase: boolean;
  saying: Saying;
}) {
  const { t, scheme } = saying;
  const table = (
    <Table
      label={t("ideas.list.table")}
      columns={columns(filters, mayMakeCase, saying)}
      rows={page.rows}
      rowKey={({ id }) => id}
    />
  );
  return (
    <>
      <h1 className="sentence">{waiting ? waitingSentence(waiting.length, t) : t("ideas.list.allTitle")}</h1>
      <Section id="all" finding={t("ideas.list.chooseTitle")}>
        <IdeaFiltersForm filters={filters} units={units} saying={saying} />
        {page.rows.length === 0 ? <p className="soft">{t("ideas.list.othersNone")}</p> : null}
        {page.rows.length > 0 && mayMakeCase ? (
          <form
            action="/pre-registrations/new"
            method="get"
            className="stack"
            aria-label={t("ideas.list.makeCase", { scheme })}
          >
            <p className="note">{t("ideas.list.selectHint", { scheme })}</p>
            {table}
            <SubmitButton>{t("ideas.list.makeCase", { scheme })}</SubmitButton>
          </form>
        ) : null}
        {page.rows.length > 0 && !mayMakeCase ? table : null}
        <IdeaPager filters={filters} page={page} saying={saying} />
      </Section>
    </>
  );
}

/** The list of what waits stops at fifty: more is not counted. */
function waitingSentence(count: number, t: T): string {
  return `${count >= 50 ? t("ideas.list.coordinatorMany") : t("ideas.list.coordinatorCount", { count })}.`;
}

function columns(filters: IdeaFilters, mayMakeCase: boolean, saying: Saying): Column<IdeaRowView>[] {
  const { t, locale } = saying;
  const head = (key: keyof typeof HEADS) => t(HEADS[key]);
  const sortBy = (sort: IdeaFilters["sort"]) => listHref({ ...filters, sort });
  return [
    ...(mayMakeCase
      ? [
          {
            key: "select",
            head: t("ideas.list.select"),
            cell: (idea: IdeaRowView) => <Pick idea={idea} t={t} />,
          },
        ]
      : []),
    {
      key: "title",
      head: head("title"),
      rowHeader: true,
      sortHref: sortBy(filters.sort === "title" ? "newest" : "title"),
      sorted: filters.sort === "title" ? "ascending" : undefined,
      cell: (idea) => <Link href={`/ideas/${idea.id}`}>{idea.title}</Link>,
    },
    { key: "unit", head: head("unit"), cell: (idea) => idea.unit },
    { key: "status", head: head("status"), cell: (idea) => <Status {...ideaStatus(idea, saying)} /> },
    { key: "forWhom", head: head("forWhom"), cell: (idea) => forWhom(idea, t) },
    { key: "supports", head: head("supports"), num: true, cell: (idea) => idea.supports },
    {
      key: "since",
      head: head("since"),
      sortHref: sortBy(filters.sort === "newest" ? "oldest" : "newest"),
      sorted: filters.sort === "newest" ? "descending" : filters.sort === "oldest" ? "ascending" : undefined,
      cell: (idea) => shortDay(idea.since, locale, saying.today),
    },
  ];
}

const HEADS = {
  title: "ideas.list.columns.title",
  unit: "ideas.list.columns.unit",
  status: "ideas.list.columns.status",
  forWhom: "ideas.list.columns.forWhom",
  supports: "ideas.list.columns.supports",
  since: "ideas.list.columns.since",
} as const;

/** A box only where the idea may become a case. */
function Pick({ idea, t }: { idea: IdeaRowView; t: T }) {
  if (!ideaAfter("convert", idea)) return <span className="soft">–</span>;
  return (
    <input
      className="size-6"
      type="checkbox"
      name="ideas"
      value={idea.id}
      aria-label={t("ideas.list.selectOne", { title: idea.title })}
    />
  );
}
