import type { Actor } from "@/domain/actor";
import type { Reason } from "@/domain/reason";
import type { Tasks } from "@/domain/task";
import { IdeaCard, IdeaRow } from "@/features/ideas/idea-card";
import { IdeaWay } from "@/features/ideas/idea-way";
import { ballSentence } from "@/features/ideas/idea-words";
import type { Outcome } from "@/features/ideas/outcome-queries";
import type { IdeaRowView } from "@/features/ideas/row-queries";
import { SupportForm } from "@/features/ideas/support-form";
import type { PersonalTask } from "@/features/tasks/queries";
import { longDay } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { Link } from "@/ui/link";
import { NextStep } from "@/ui/next-step";
import { Section } from "@/ui/section";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";

/** So many of each fit a page that is opened once a year. */
const SHOWN = 3;

/** Where one's own idea is, how to hand one in, what colleagues want, and how it turned out for others. */
export function EmployeeHome({
  reader,
  all,
  mine,
  others,
  outcomes,
  noAgreement,
  saying,
}: {
  reader: Actor;
  all: Tasks<PersonalTask>;
  /** The newest first. */
  mine: IdeaRowView[];
  others: IdeaRowView[];
  outcomes: Outcome[];
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const open = mine.filter(({ status }) => status !== "declined" && status !== "draft");
  const [newest] = open;
  const handIn = { href: "/ideas/new", label: t("tasks.home.employee.newTitle") };
  return (
    <>
      <HomeHead
        eyebrow={whenWords(saying)}
        sentence={newest ? ballSentence(newest, reader, saying, true) : t("tasks.home.employee.invitation")}
        noAgreement={noAgreement}
        saying={saying}
      />
      <div className="columns columns-main-side columns-side-first">
        <div className="stack-l">
          {all.tasks.length > 0 ? (
            <FirstThing
              all={all}
              otherwise={{ title: handIn.label, text: t("tasks.home.employee.newText"), link: handIn }}
              saying={saying}
            />
          ) : (
            <NextStep title={handIn.label} link={handIn}>
              <p>{t("tasks.home.employee.newText")}</p>
            </NextStep>
          )}
          {all.tasks.length > 0 ? (
            <>
              <HomeTasks all={all} saying={saying} />
              <p>
                <ButtonLink href={handIn.href}>{handIn.label}</ButtonLink>
              </p>
            </>
          ) : null}
          <section className="stack-s" aria-labelledby="guide">
            <h2 id="guide" className="h-s">
              {t("tasks.home.employee.guide")}
            </h2>
            <p className="small">{t("tasks.home.employee.guideText")}</p>
            <p>
              <Link href="/guide">{t("tasks.home.employee.guideLink")}</Link>
            </p>
          </section>
        </div>
        <div className="stack-l">
          {mine.length > 0 ? (
            <Section
              id="mine"
              unruled
              finding={t("tasks.home.employee.mine", { count: mine.length })}
              aside={<Link href="/ideas">{t("tasks.home.employee.mineAll")}</Link>}
            >
              {mine.slice(0, SHOWN).map((idea) => (
                <IdeaCard key={idea.id} idea={idea} reader={reader} saying={saying}>
                  {idea.id === newest?.id ? (
                    <IdeaWay idea={idea} answerBy={idea.answerBy} mine saying={saying} />
                  ) : null}
                </IdeaCard>
              ))}
            </Section>
          ) : null}
          {others.length > 0 ? (
            <Section
              id="others"
              unruled={mine.length === 0}
              finding={t("tasks.home.employee.others")}
              aside={<Link href="/ideas#others">{t("tasks.home.employee.othersAll")}</Link>}
            >
              <p className="soft">{t("tasks.home.employee.othersText")}</p>
              <ul className="tasks">
                {others.map((idea) => (
                  <IdeaRow key={idea.id} idea={idea} saying={saying}>
                    <SupportForm idea={idea} t={t} />
                  </IdeaRow>
                ))}
              </ul>
            </Section>
          ) : null}
          {outcomes.length > 0 ? (
            <Section
              id="outcomes"
              finding={t("tasks.home.employee.outcomes")}
              aside={<Link href="/ideas/outcomes">{t("tasks.home.employee.outcomesAll")}</Link>}
            >
              <ul className="tasks">
                {outcomes.slice(0, SHOWN).map(({ id, title, unit, completedOn, tookPart }) => (
                  <li key={`${id} ${completedOn}`}>
                    <Link href={`/ideas/${id}`}>{title}</Link>
                    <span className="note">
                      {t("tasks.home.employee.outcome", { unit, day: longDay(completedOn, locale) })}
                      {tookPart === null
                        ? ""
                        : ` · ${t("tasks.home.employee.tookPart", { count: tookPart })}`}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}
