import { versionOn } from "@/domain/agreement";
import { GUIDE_QUESTIONS, isComplete, mayBeUsed, readGuide } from "@/domain/guide";
import { guideFacts } from "@/features/ideas/form-queries";
import { GuideAnswer } from "@/features/ideas/guide-answer";
import { GuideForm } from "@/features/ideas/guide-form";
import { Callout } from "@/ui/callout";
import { portalPage } from "../portal-page";

export default portalPage(
  { title: (t) => t("ideas.guide.title"), narrow: true, dense: false },
  async ({ actor, employer, t, today, search }) => {
    const answers = readGuide(search);
    const title = (search.title ?? "").trim();
    const { noAgreement } = await guideFacts(actor, employer.scheme, today);
    const version = versionOn(employer.scheme, today) ?? (employer.scheme === "lom" ? "lom" : "komKr2022");
    const missing = GUIDE_QUESTIONS.filter((question) => answers[question] === undefined);
    const asked = GUIDE_QUESTIONS.some((question) => search[question] !== undefined);
    const carried = new URLSearchParams({ ...(title ? { title } : {}), ...answers });
    return (
      <>
        <header className="stack">
          <h1 className="sentence">{t("ideas.guide.sentence")}</h1>
          <p className="soft">{t("ideas.guide.lead")}</p>
        </header>
        {isComplete(answers) ? (
          <GuideAnswer
            guidance={mayBeUsed(version, answers, noAgreement === null)}
            version={version}
            noAgreement={noAgreement}
            newIdeaHref={`/ideas/new?${carried}`}
            t={t}
          />
        ) : asked || search.title !== undefined ? (
          <Callout tone="warn" title={t("ideas.guide.unanswered", { count: missing.length })}>
            <ul>
              {missing.map((question) => (
                <li key={question}>
                  <a href={`#${question}`}>{t(`ideas.guide.questions.${question}`)}</a>
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
        <GuideForm title={title} answers={answers} t={t} />
      </>
    );
  },
);
