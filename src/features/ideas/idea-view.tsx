import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { ideaAfter, whyNotEndorse, whyNotSupport } from "@/domain/idea";
import type { Reason } from "@/domain/reason";
import { History } from "@/features/people/history";
import { money, shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { ButtonLink } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { SummaryList } from "@/ui/summary-list";
import { CoordinatorAnswer } from "./coordinator-answer";
import { CaseStanding } from "./idea-case";
import { IdeaWay } from "./idea-way";
import { ballSentence, forWhom, holderNames, ideaStatus, isHolder, type Saying } from "./idea-words";
import { ManagerAnswer } from "./manager-answer";
import type { IdeaView } from "./queries";
import { SupportForm } from "./support-form";

/** One idea: who has the ball, what the reader may do, where it is on its way, what it says, what has happened. */
export function IdeaPage({ idea, reader, saying }: { idea: IdeaView; reader: Actor; saying: Saying }) {
  const { t, locale, today, scheme } = saying;
  const answerKind =
    idea.status === "returned" || idea.status === "declined" || idea.status === "parked" ? idea.status : null;
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Status {...ideaStatus(idea, saying)} />
        </p>
        <h1>{idea.title}</h1>
        <p className="sentence sentence-s">{ballSentence(idea, reader, saying)}</p>
      </header>
      {idea.case ? <CaseStanding of={idea.case} saying={saying} /> : null}
      {answerKind && idea.answer ? (
        <Callout
          tone={answerKind === "declined" ? "stop" : "warn"}
          title={t(`ideas.view.answerTitle.${answerKind}`)}
        >
          <p className="as-written">{idea.answer}</p>
          {idea.nextStep ? (
            <>
              <p>
                <strong>{t("ideas.view.nextStep")}</strong>
              </p>
              <p className="as-written">{idea.nextStep}</p>
            </>
          ) : null}
        </Callout>
      ) : null}
      <div className="columns columns-main-side">
        <div className="stack-l">
          <Acts idea={idea} reader={reader} saying={saying} />
          <Section id="what" finding={t("ideas.view.whatTitle")} unruled>
            <SummaryList rows={rows(idea, saying)} />
          </Section>
          {idea.endorsements.length > 0 ? (
            <Section id="endorsements" finding={t("ideas.view.endorsements")}>
              <SummaryList
                rows={idea.endorsements.map(({ unit, by, ownCost, note, on }) => ({
                  label: `${by ?? t("ideas.who.hidden")}, ${unit}, ${shortDay(on, locale, today)}`,
                  value: `${ownCost > 0n ? t("ideas.view.ownCost", { amount: money(ownCost, locale) }) : t("ideas.view.noOwnCost")} ${note ?? ""}`,
                }))}
              />
            </Section>
          ) : null}
        </div>
        <aside className="stack-l">
          {idea.status === "declined" ? null : (
            <section className="stack" aria-labelledby="way">
              <h2 id="way">{t("ideas.way.title")}</h2>
              <IdeaWay
                idea={idea}
                managers={idea.managers}
                coordinators={idea.coordinators}
                answerBy={idea.answerBy}
                mine={idea.mine}
                saying={saying}
              />
            </section>
          )}
          {idea.history.length > 0 ? (
            <section className="stack" aria-labelledby="history">
              <h2 id="history">{t("ideas.view.history")}</h2>
              <History events={idea.history} t={t} locale={locale} scheme={scheme} narrow />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

function rows(idea: IdeaView, { t, locale, today }: Saying) {
  return [
    { label: t("ideas.view.why"), value: <p className="as-written">{idea.why}</p> },
    { label: t("ideas.view.forWhom"), value: forWhom(idea, t) },
    { label: t("ideas.view.unit"), value: idea.unit },
    ...(idea.author === undefined
      ? []
      : [
          { label: t("ideas.view.author"), value: idea.author ?? t("ideas.who.hidden") },
          {
            label: t("ideas.view.road"),
            value: t(idea.withManager ? "ideas.view.roadManager" : "ideas.view.roadAlone"),
          },
        ]),
    ...(idea.submitted
      ? [{ label: t("ideas.view.submitted"), value: shortDay(idea.submitted, locale, today) }]
      : []),
    { label: t("ideas.view.supports"), value: t("ideas.support.count", { count: idea.supports }) },
  ];
}

/** What the reader may do in the acting role, or why not. */
function Acts({ idea, reader, saying }: { idea: IdeaView; reader: Actor; saying: Saying }) {
  const { t } = saying;
  if (idea.mine && ideaAfter("submit", idea))
    return (
      <p>
        <ButtonLink tone="main" href={`/ideas/${idea.id}/edit`}>
          {t(idea.status === "returned" ? "ideas.view.editReturned" : "ideas.view.edit")}
        </ButtonLink>
      </p>
    );
  if (reader.role === "manager" && ideaAfter("endorse", idea))
    return <ManagerActs idea={idea} reader={reader} saying={saying} />;
  if (reader.role === "coordinator") {
    const own = idea.mine || idea.authorId === reader.onBehalfOf;
    return <CoordinatorAnswer idea={idea} own={own} saying={saying} />;
  }
  const maySupport = !whyNotAct(reader, "idea.support") && (idea.supported || !whyNotSupport(reader, idea));
  return maySupport ? <SupportForm idea={idea} t={t} /> : null;
}

function ManagerActs({ idea, reader, saying }: { idea: IdeaView; reader: Actor; saying: Saying }) {
  const { t } = saying;
  const why: Reason | null = whyNotEndorse(reader, idea);
  const who = holderNames(idea.holders, "manager", saying);
  if (why)
    return (
      <section className="well" aria-labelledby="answer">
        <h2 id="answer">{t("ideas.view.askTitle")}</h2>
        <Obstacles
          items={[
            {
              tone: "stop",
              text: sentence(t, why),
              ask: idea.mine ? t("ideas.whyNot.ownToManager", { who }) : undefined,
            },
          ]}
        />
      </section>
    );
  return (
    <section className="well" aria-labelledby="answer">
      <h2 id="answer">{t("ideas.answer.title")}</h2>
      {isHolder(idea.holders, reader) ? null : <p className="soft">{t("ideas.whyNot.withOther", { who })}</p>}
      <ManagerAnswer idea={idea} back="idea" t={t} />
    </section>
  );
}
