import type { Actor } from "@/domain/actor";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { IdeaRow } from "./idea-card";
import { ballSentence, forWhom, type Saying } from "./idea-words";
import { IdeaFiltersForm, IdeaPager } from "./list-filters";
import type { IdeaFilters, IdeaPage } from "./list-queries";
import { ManagerAnswer } from "./manager-answer";
import type { IdeaRowView } from "./row-queries";

/** What waits for the manager first, each to be answered where it stands; then the rest of the units' ideas. */
export function ManagerIdeas({
  waiting,
  all,
  filters,
  units,
  reader,
  saying,
}: {
  waiting: IdeaRowView[];
  all: IdeaPage;
  filters: IdeaFilters;
  units: { id: string; name: string }[];
  reader: Actor;
  saying: Saying;
}) {
  const { t, today } = saying;
  const answeredHere = new Set(waiting.map(({ id }) => id));
  const rest = all.rows.filter(({ id }) => !answeredHere.has(id));
  const late = waiting.filter(({ answerBy }) => answerBy !== null && answerBy < today).length;
  return (
    <>
      <header className="stack">
        <h1 className="sentence">
          {t("ideas.list.waitingCount", { count: waiting.length })}.
          {late > 0 ? ` ${t("ideas.list.waitingLate", { count: late })}` : ""}
        </h1>
        {waiting.length === 0 ? <p className="soft">{t("ideas.list.waitingNone")}</p> : null}
      </header>
      {waiting.map((idea) => (
        <Card
          key={idea.id}
          id={`idea-${idea.id}`}
          level={2}
          title={<Link href={`/ideas/${idea.id}`}>{idea.title}</Link>}
        >
          <p className="small">{ballSentence(idea, reader, saying)}</p>
          <p className="as-written">{idea.why}</p>
          <p className="note">
            {idea.unit} · {forWhom(idea, t)} · {t("ideas.support.count", { count: idea.supports })}
          </p>
          <ManagerAnswer idea={idea} back="list" t={t} />
        </Card>
      ))}
      <Section id="others" finding={t("ideas.list.unitTitle")}>
        <IdeaFiltersForm filters={filters} units={units} saying={saying} />
        {rest.length === 0 ? (
          <p className="soft">{t("ideas.list.othersNone")}</p>
        ) : (
          <ul className="tasks">
            {rest.map((idea) => (
              <IdeaRow key={idea.id} idea={idea} saying={saying} />
            ))}
          </ul>
        )}
        <IdeaPager filters={filters} page={all} saying={saying} />
      </Section>
    </>
  );
}
