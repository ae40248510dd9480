import type { Role } from "@/domain/actor";
import { ideaStatus } from "@/features/ideas/idea-words";
import { initiativeStatus } from "@/features/initiatives/initiative-words";
import { caseStatus } from "@/features/pre-registrations/case-words";
import { Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status, type StatusTone } from "@/ui/status";
import { addressOf } from "./addresses";
import { MOST_HITS, type SearchHits, SHORTEST } from "./search-queries";
import type { Saying } from "./task-words";

/** What was found, noun by noun, or in words why nothing was. */
export function SearchResults({
  q,
  found,
  role,
  scheme,
  saying,
}: {
  q: string;
  found: SearchHits;
  role: Role;
  scheme: "tlo" | "lom";
  saying: Saying;
}) {
  const { t } = saying;
  const { cases, initiatives, ideas } = found;
  const nothing = cases.rows.length + initiatives.rows.length + ideas.rows.length === 0;
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{searchSentence(q, found, saying)}</h1>
        <p className="soft">
          {t("tasks.search.lead", { role: t(`words.roles.${role}`).toLowerCase() })} {t("tasks.search.hint")}
        </p>
        <Filters label={t("tasks.search.title")} action="/search" submit={t("tasks.search.submit")}>
          <FilterText name="q" label={t("tasks.search.label")} value={q} />
        </Filters>
        {nothing && q.length >= SHORTEST ? <p>{t("tasks.search.help")}</p> : null}
      </header>
      <Hits
        id="cases"
        title={t("tasks.search.cases", { scheme })}
        more={cases.more}
        hits={cases.rows.map((row) => ({
          id: row.id,
          href: addressOf.case(row.id),
          title: row.title,
          note: `${row.number} · ${row.unit}`,
          status: caseStatus(row.status, t),
        }))}
        saying={saying}
      />
      <Hits
        id="initiatives"
        title={t("tasks.search.initiatives")}
        more={initiatives.more}
        hits={initiatives.rows.map((row) => ({
          id: row.id,
          href: addressOf.initiative(row.id),
          title: row.title,
          note: [...row.numbers, row.unit].join(" · "),
          status: initiativeStatus(row.status, t),
        }))}
        saying={saying}
      />
      <Hits
        id="ideas"
        title={t("tasks.search.ideas")}
        more={ideas.more}
        hits={ideas.rows.map((row) => ({
          id: row.id,
          href: addressOf.idea(row.id),
          title: row.title,
          note: row.unit,
          status: ideaStatus(row, { t, scheme }),
        }))}
        saying={saying}
      />
    </>
  );
}

function searchSentence(q: string, { cases, initiatives, ideas }: SearchHits, { t }: Saying): string {
  if (q === "") return t("tasks.search.sentence.empty");
  if (q.length < SHORTEST) return t("tasks.search.sentence.short");
  const count = cases.rows.length + initiatives.rows.length + ideas.rows.length;
  const more = cases.more || initiatives.more || ideas.more ? "yes" : "no";
  return count === 0
    ? t("tasks.search.sentence.none", { q })
    : t("tasks.search.sentence.some", { q, count, more });
}

type Hit = {
  id: string;
  href: string;
  title: string;
  note: string;
  status: { tone: StatusTone; text: string };
};

function Hits({
  id,
  title,
  hits,
  more,
  saying: { t },
}: {
  id: string;
  title: string;
  hits: Hit[];
  more: boolean;
  saying: Saying;
}) {
  if (hits.length === 0) return null;
  return (
    <Section id={id} finding={title}>
      <ul className="tasks">
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link href={hit.href}>{hit.title}</Link> <Status {...hit.status} />
            <span className="note">{hit.note}</span>
          </li>
        ))}
      </ul>
      {more ? <p className="note">{t("tasks.search.more", { most: MOST_HITS })}</p> : null}
    </Section>
  );
}
