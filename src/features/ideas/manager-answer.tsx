import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField, MoneyField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { endorseIdeaAction, returnIdeaAction } from "./actions";

/** The manager's two answers: yes with what the unit pays itself, or back with what is missing. Without script as well. */
export function ManagerAnswer({
  idea,
  back,
  t,
}: {
  idea: { id: string; title: string };
  back: "list" | "idea";
  t: T;
}) {
  return (
    <div className="stack">
      <Form
        action={endorseIdeaAction}
        idPrefix={`yes-${idea.id}-`}
        label={t("ideas.answer.endorseAbout", { title: idea.title })}
      >
        <HiddenField name="id" value={idea.id} />
        <HiddenField name="back" value={back} />
        <MoneyField
          name="ownCost"
          label={t("ideas.answer.ownCost")}
          hint={t("ideas.answer.ownCostHint")}
          unit={t("ideas.answer.kronor")}
          optional={t("ideas.answer.optional")}
        />
        <FormDetails summary={t("ideas.answer.noteOpen")}>
          <TextArea
            name="note"
            label={t("ideas.answer.note")}
            optional={t("ideas.answer.optional")}
            rows={2}
          />
        </FormDetails>
        <p className="send">
          <SubmitButton tone="main">
            {t("ideas.answer.endorse")}
            <span className="unseen">: {idea.title}</span>
          </SubmitButton>
        </p>
        <p className="hint">{t("ideas.answer.endorseHint")}</p>
      </Form>
      <Form
        action={returnIdeaAction}
        idPrefix={`back-${idea.id}-`}
        label={`${t("ideas.answer.return")}: ${idea.title}`}
      >
        <FormDetails summary={t("ideas.answer.returnOpen")}>
          <HiddenField name="id" value={idea.id} />
          <HiddenField name="back" value={back} />
          <TextArea
            name="missing"
            label={t("ideas.answer.missing")}
            hint={t("ideas.answer.missingHint")}
            rows={3}
          />
          <p className="send">
            <SubmitButton>
              {t("ideas.answer.return")}
              <span className="unseen">: {idea.title}</span>
            </SubmitButton>
          </p>
        </FormDetails>
      </Form>
    </div>
  );
}
