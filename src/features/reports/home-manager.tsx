import { daysBetween } from "@/domain/day";
import type { Reason } from "@/domain/reason";
import { MOST_OF_A_KIND, type Tasks } from "@/domain/task";
import { ManagerAnswer } from "@/features/ideas/manager-answer";
import type { IdeaRowView } from "@/features/ideas/row-queries";
import type { PersonalTask } from "@/features/tasks/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";
import type { ManagerHomeView } from "./home-manager-queries";
import { AskedCases, Plans } from "./home-manager-tables";

/** Ideas that are answered here; a longer list is answered on its own page. */
const ANSWERED_HERE = 3;

/** What waits for the manager's yes, what it costs the units, and what their people do this quarter. */
export function ManagerHome({
  all,
  ideas,
  view,
  noAgreement,
  saying,
}: {
  all: Tasks<PersonalTask>;
  /** The oldest first. */
  ideas: IdeaRowView[];
  view: ManagerHomeView;
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t } = saying;
  return (
    <>
      <HomeHead
        eyebrow={whenWords(saying)}
        sentence={managerSentence(all, saying)}
        noAgreement={noAgreement}
        saying={saying}
      />
      <div className="columns columns-main-side columns-side-first">
        <div className="stack-l">
          <FirstThing
            all={all}
            otherwise={{
              title: t("tasks.home.manager.substitute"),
              text: t("tasks.home.manager.nothing"),
              link: { href: "/me", label: t("tasks.home.manager.substituteLink") },
            }}
            saying={saying}
          />
          <HomeTasks all={all} saying={saying} />
          {all.tasks.length > 0 ? (
            <section className="stack-s" aria-labelledby="substitute">
              <h2 id="substitute" className="h-s">
                {t("tasks.home.manager.substitute")}
              </h2>
              <p className="small">{t("tasks.home.manager.substituteText")}</p>
              <p>
                <Link href="/me">{t("tasks.home.manager.substituteLink")}</Link>
              </p>
            </section>
          ) : null}
        </div>
        <div className="stack-l">
          {ideas.length > 0 ? (
            <Section
              id="ideas"
              unruled
              finding={t("tasks.home.manager.ideas", { count: ideas.length })}
              aside={<Link href="/ideas">{t("ideas.title")}</Link>}
            >
              {ideas.slice(0, ANSWERED_HERE).map((idea) => (
                <Card
                  key={idea.id}
                  id={`idea-${idea.id}`}
                  title={<Link href={`/ideas/${idea.id}`}>{idea.title}</Link>}
                >
                  <p className="note">{idea.unit}</p>
                  <p className="as-written">{idea.why}</p>
                  <ManagerAnswer idea={idea} back="list" t={t} />
                </Card>
              ))}
            </Section>
          ) : null}
          {view.asked.length > 0 ? (
            <AskedCases asked={view.asked} first={ideas.length === 0} saying={saying} />
          ) : null}
          <Plans view={view} first={ideas.length === 0 && view.asked.length === 0} saying={saying} />
        </div>
      </div>
    </>
  );
}

/** "2 förslag väntar på dig, ett sedan 9 dagar." Of the acting role alone: what it lists below. */
function managerSentence({ tasks, capped }: Tasks<PersonalTask>, { t, today }: Saying): string {
  const asked = tasks.filter(
    ({ kind, as }) => as.chosen && (kind === "endorseIdea" || kind === "endorseCase"),
  );
  const oldest = asked.map(({ since }) => since).sort()[0] ?? today;
  const more = capped.includes("endorseIdea") || capped.includes("endorseCase");
  return t("tasks.home.manager.sentence", {
    count: more ? Math.max(asked.length, MOST_OF_A_KIND) : asked.length,
    more: more ? "yes" : "no",
    days: Math.max(0, daysBetween(oldest, today)),
  });
}
