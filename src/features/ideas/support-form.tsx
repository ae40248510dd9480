import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { supportIdeaAction } from "./actions";
import type { IdeaRowView } from "./row-queries";

/** "Me too" on somebody else's open idea, or that it is said. */
export function SupportForm({ idea, t }: { idea: IdeaRowView; t: T }) {
  if (idea.supported)
    return (
      <p className="note shape" data-tone="done">
        {t("ideas.support.said")}
      </p>
    );
  return (
    <Form
      action={supportIdeaAction}
      idPrefix={`support-${idea.id}-`}
      label={t("ideas.support.buttonAbout", { title: idea.title })}
    >
      <HiddenField name="id" value={idea.id} />
      <SubmitButton tone="small">
        {t("ideas.support.button")}
        <span className="unseen">: {idea.title}</span>
      </SubmitButton>
    </Form>
  );
}
