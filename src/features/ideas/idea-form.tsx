import { AUDIENCES } from "@/domain/idea";
import { saveDraftAction } from "@/features/people/draft-actions";
import { shortDay, timeOfDay } from "@/messages/format";
import { NEW } from "@/server/drafts";
import { BothTexts } from "@/ui/both-texts";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { DraftMark } from "@/ui/draft-mark";
import { DraftSaver } from "@/ui/draft-saver";
import { HiddenField, NumberField, TextArea, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { submitIdeaAction } from "./actions";
import { IDEA_DRAFT } from "./author-commands";
import type { IdeaFormView } from "./form-queries";
import { holderNames, type Saying } from "./idea-words";

/** Three fields and who to send it to. What is typed saves itself. */
export function IdeaForm({ idea, saying }: { idea: IdeaFormView; saying: Saying }) {
  const { t, locale } = saying;
  const audiences = Object.fromEntries(AUDIENCES.map((it) => [it, t(`ideas.audience.${it}`)]));
  return (
    <Form action={submitIdeaAction} label={t("ideas.form.name")}>
      {idea.id ? <HiddenField name="id" value={idea.id} /> : null}
      <DraftMark form={IDEA_DRAFT} subject={idea.id ?? NEW} revision={idea.revision ?? undefined} />
      {idea.revision === null ? null : (
        <BothTexts
          revision={idea.revision}
          title={t("ideas.form.bothTitle")}
          text={t("ideas.form.bothText")}
          labels={{
            title: t("ideas.form.what"),
            why: t("ideas.form.why"),
            audience: t("ideas.form.who"),
            headcount: t("ideas.form.howMany"),
          }}
          words={{ audience: audiences }}
        />
      )}
      <TextField
        name="title"
        label={t("ideas.form.what")}
        hint={t("ideas.form.whatHint")}
        defaultValue={idea.title}
        autoComplete="off"
      />
      <TextArea
        name="why"
        label={t("ideas.form.why")}
        hint={t("ideas.form.whyHint")}
        defaultValue={idea.why}
        rows={5}
      />
      <Choices
        name="audience"
        label={t("ideas.form.who")}
        defaultValue={idea.audience ?? undefined}
        choices={AUDIENCES.map((value) => ({
          value,
          label: audiences[value],
          more:
            value === "some" ? (
              <NumberField
                name="headcount"
                label={t("ideas.form.howMany")}
                defaultValue={idea.headcount}
                autoComplete="off"
              />
            ) : undefined,
        }))}
      />
      <Send idea={idea} saying={saying} />
      <DraftSaver
        save={saveDraftAction}
        words={{
          saved: t("ideas.form.saved"),
          saving: t("ideas.form.saving"),
          failed: t("ideas.form.saveFailed"),
        }}
        savedAt={idea.typedAt ? timeOfDay(idea.typedAt, locale) : undefined}
      />
    </Form>
  );
}

/** To the manager by name, or straight to the coordinator; with nobody above, only that. */
function Send({ idea, saying }: { idea: IdeaFormView; saying: Saying }) {
  const { t, locale, today } = saying;
  const [manager] = idea.managers;
  const standIn = manager?.substitute;
  const coordinator = holderNames(idea.coordinators, "coordinator", saying);
  return (
    <div className="send">
      <p className="row">
        {manager ? (
          <SubmitButton tone="main" name="send" value="manager">
            {manager.name ? t("ideas.form.toManager", { name: manager.name }) : t("ideas.form.toSomeManager")}
          </SubmitButton>
        ) : null}
        <SubmitButton tone={manager ? undefined : "main"} name="send" value="alone">
          {t("ideas.form.alone")}
        </SubmitButton>
        <SubmitButton tone="plain" name="send" value="draft">
          {t("ideas.form.saveDraft")}
        </SubmitButton>
      </p>
      {manager && standIn ? (
        <p className="hint">
          {t("ideas.form.standsIn", {
            absent: manager.name ?? t("ideas.who.hidden"),
            name: standIn.name ?? t("ideas.who.hidden"),
            until: shortDay(standIn.until, locale, today),
          })}
        </p>
      ) : null}
      <p className="hint">{t(manager ? "ideas.form.aloneHint" : "ideas.form.noManager", { coordinator })}</p>
    </div>
  );
}
