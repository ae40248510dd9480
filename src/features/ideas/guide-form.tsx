import { GUIDE_COSTS, GUIDE_LEADS, GUIDE_ORDINARY, GUIDE_QUESTIONS, type GuideAnswers } from "@/domain/guide";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { TextField } from "@/ui/fields";
import { TITLE_MAX } from "./schema";

/** Four questions in a GET form: the answers stand in the address, so that they can be sent on and changed. */
export function GuideForm({ title, answers, t }: { title: string; answers: Partial<GuideAnswers>; t: T }) {
  const choices = {
    employed: (["yes", "no"] as const).map((value) => ({
      value,
      label: t(`ideas.guide.choices.employed.${value}`),
    })),
    leadsTo: GUIDE_LEADS.map((value) => ({ value, label: t(`ideas.guide.choices.leadsTo.${value}`) })),
    ordinary: GUIDE_ORDINARY.map((value) => ({ value, label: t(`ideas.guide.choices.ordinary.${value}`) })),
    pays: GUIDE_COSTS.map((value) => ({ value, label: t(`ideas.guide.choices.pays.${value}`) })),
  };
  return (
    <form action="/guide" method="get" aria-label={t("ideas.guide.title")}>
      <TextField
        name="title"
        label={t("ideas.guide.what")}
        hint={t("ideas.guide.whatHint")}
        optional={t("ideas.answer.optional")}
        defaultValue={title.slice(0, TITLE_MAX)}
        autoComplete="off"
      />
      {GUIDE_QUESTIONS.map((question) => (
        <Choices
          key={question}
          name={question}
          label={t(`ideas.guide.questions.${question}`)}
          hint={t(`ideas.guide.hints.${question}`)}
          defaultValue={answers[question]}
          choices={choices[question]}
        />
      ))}
      <p className="send">
        <SubmitButton tone="main">{t("ideas.guide.submit")}</SubmitButton>
      </p>
    </form>
  );
}
