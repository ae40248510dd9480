import type { Actor } from "@/domain/actor";
import { ideaAfter } from "@/domain/idea";
import { ButtonLink } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/section";
import { IdeaCard, IdeaRow } from "./idea-card";
import { ballSentence, type Saying } from "./idea-words";
import { IdeaFiltersForm, IdeaPager } from "./list-filters";
import type { IdeaFilters, IdeaPage } from "./list-queries";
import type { IdeaRowView } from "./row-queries";
import { SupportForm } from "./support-form";

/** Where one's own ideas are, and what colleagues want. The newest of one's own speaks first. */
export function EmployeeIdeas({
  mine,
  others,
  filters,
  reader,
  saying,
}: {
  mine: IdeaRowView[];
  others: IdeaPage;
  filters: IdeaFilters;
  reader: Actor;
  saying: Saying;
}) {
  const { t } = saying;
  const onTheWay = mine.filter(({ status }) => status !== "declined");
  // The one that waits for its author speaks first, then the newest that is on its way.
  const lead = mine.find(({ status }) => status === "returned") ?? onTheWay[0] ?? mine[0];
  return (
    <>
      <header className="stack">
        <h1 className="sentence">
          {lead ? ballSentence(lead, reader, saying, true) : t("ideas.list.mineNone")}
        </h1>
        {onTheWay.length > 1 ? (
          <p className="soft">{t("ideas.list.mineCount", { count: onTheWay.length })}</p>
        ) : null}
        <p>
          <ButtonLink tone="main" href="/ideas/new">
            {t("ideas.list.newIdea")}
          </ButtonLink>
        </p>
      </header>
      <Section id="mine" finding={t("ideas.list.mine")}>
        {mine.length === 0 ? (
          <Empty title={t("ideas.list.noneTitle")}>
            <p>{t("ideas.list.noneText")}</p>
          </Empty>
        ) : (
          mine.map((idea) => <IdeaCard key={idea.id} idea={idea} reader={reader} saying={saying} />)
        )}
      </Section>
      <Section id="others" finding={t("ideas.list.othersTitle")}>
        <p className="soft">{t("ideas.list.othersText")}</p>
        <IdeaFiltersForm filters={filters} saying={saying} />
        {others.rows.length === 0 ? (
          <p className="soft">{t("ideas.list.othersNone")}</p>
        ) : (
          <ul className="tasks">
            {others.rows.map((idea) => (
              <IdeaRow key={idea.id} idea={idea} saying={saying}>
                {ideaAfter("support", idea) ? <SupportForm idea={idea} t={t} /> : null}
              </IdeaRow>
            ))}
          </ul>
        )}
        <IdeaPager filters={filters} page={others} saying={saying} />
      </Section>
    </>
  );
}
