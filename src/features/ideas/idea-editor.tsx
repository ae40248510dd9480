import type { ReactNode } from "react";
import { answerDay } from "@/domain/idea";
import { weekday } from "@/messages/format";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import type { IdeaFormView } from "./form-queries";
import { IdeaForm } from "./idea-form";
import { IdeaWay } from "./idea-way";
import type { Saying } from "./idea-words";
import { SimilarIdeas } from "./similar-ideas";

/** The page of one's own idea while it is written: the promise first, the form, and beside it what happens then. */
export function IdeaEditor({ idea, saying, hint }: { idea: IdeaFormView; saying: Saying; hint?: ReactNode }) {
  const { t, locale, today } = saying;
  const answerBy = answerDay(today);
  const sentence = idea.missing
    ? "ideas.form.returnedSentence"
    : idea.id
      ? "ideas.form.draftSentence"
      : "ideas.form.sentence";
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{t(sentence, { day: weekday(answerBy, locale) })}</h1>
        <p className="soft">{t("ideas.form.lead")}</p>
      </header>
      <div className="columns columns-main-side">
        <div className="stack-l">
          {idea.missing ? (
            <Callout tone="warn" title={t("ideas.form.missing")}>
              <p className="as-written">{idea.missing}</p>
            </Callout>
          ) : null}
          {hint}
          <IdeaForm idea={idea} saying={saying} />
        </div>
        <aside className="stack-l">
          <section aria-labelledby="way" className="stack">
            <h2 id="way">{t("ideas.way.title")}</h2>
            <IdeaWay
              idea={{ status: "draft", withManager: idea.managers.length > 0, caseStatus: null }}
              managers={idea.managers}
              coordinators={idea.coordinators}
              answerBy={answerBy}
              mine
              saying={saying}
            />
            <p className="note">{t("ideas.way.ifNo")}</p>
          </section>
          <SimilarIdeas ideas={idea.similar} t={t} />
          {hint ? null : (
            <section className="stack-s" aria-labelledby="guide">
              <h2 id="guide" className="h-s">
                {t("ideas.form.guideTitle")}
              </h2>
              <p className="small">
                {t("ideas.form.guideText")} <Link href="/guide">{t("ideas.form.guideLink")}</Link>
              </p>
            </section>
          )}
        </aside>
      </div>
    </>
  );
}
