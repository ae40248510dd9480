import { ideaAfter } from "@/domain/idea";
import { ButtonLink, SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { declineIdeaAction, parkIdeaAction, resumeIdeaAction, takeUpIdeaAction } from "./actions";
import type { Saying } from "./idea-words";
import type { IdeaRowView } from "./row-queries";

/** What the coordinator may do with an idea where it stands: take it up, make a case of it, say no, put it aside. */
export function CoordinatorAnswer({
  idea,
  own,
  saying,
}: {
  idea: IdeaRowView;
  own: boolean;
  saying: Saying;
}) {
  const { t, scheme } = saying;
  const may = (act: Parameters<typeof ideaAfter>[0]) => ideaAfter(act, idea) !== null;
  return (
    <div className="stack">
      {may("takeUp") ? (
        <Form action={takeUpIdeaAction} label={t("ideas.answer.takeUp")}>
          <HiddenField name="id" value={idea.id} />
          <SubmitButton tone="main">{t("ideas.answer.takeUp")}</SubmitButton>
          <p className="hint">{t("ideas.answer.takeUpHint")}</p>
        </Form>
      ) : null}
      {may("resume") ? (
        <Form action={resumeIdeaAction} label={t("ideas.answer.resume")}>
          <HiddenField name="id" value={idea.id} />
          <SubmitButton tone="main">{t("ideas.answer.resume")}</SubmitButton>
        </Form>
      ) : null}
      {may("convert") ? (
        <div className="stack-s">
          <p>
            <ButtonLink
              href={`/pre-registrations/new?ideas=${idea.id}`}
              tone={may("takeUp") ? undefined : "main"}
            >
              {t("ideas.answer.makeCase", { scheme })}
            </ButtonLink>
          </p>
          <p className="hint">{t("ideas.answer.makeCaseHint", { scheme })}</p>
        </div>
      ) : null}
      {may("decline") && !own ? <NoForms id={idea.id} saying={saying} /> : null}
    </div>
  );
}

function NoForms({ id, saying: { t } }: { id: string; saying: Saying }) {
  return (
    <>
      <Form action={declineIdeaAction} idPrefix="no-" label={t("ideas.answer.decline")}>
        <FormDetails summary={t("ideas.answer.declineOpen")}>
          <HiddenField name="id" value={id} />
          <TextArea
            name="reason"
            label={t("ideas.answer.reason")}
            hint={t("ideas.answer.reasonHint")}
            rows={3}
          />
          <TextArea
            name="nextStep"
            label={t("ideas.answer.nextStep")}
            hint={t("ideas.answer.nextStepHint")}
            rows={3}
          />
          <p className="send">
            <SubmitButton tone="stop">{t("ideas.answer.decline")}</SubmitButton>
          </p>
        </FormDetails>
      </Form>
      <Form action={parkIdeaAction} idPrefix="later-" label={t("ideas.answer.park")}>
        <FormDetails summary={t("ideas.answer.parkOpen")}>
          <HiddenField name="id" value={id} />
          <TextArea
            name="note"
            label={t("ideas.answer.parkNote")}
            optional={t("ideas.answer.optional")}
            rows={2}
          />
          <p className="send">
            <SubmitButton>{t("ideas.answer.park")}</SubmitButton>
          </p>
        </FormDetails>
      </Form>
    </>
  );
}
