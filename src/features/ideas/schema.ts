import { z } from "zod";
import { AUDIENCES } from "@/domain/idea";
import type { MessageKey } from "@/messages/messages";
import {
  idField,
  optionalCount,
  optionalId,
  optionalMoney,
  optionalText,
  revisionField,
  textField,
} from "@/server/form-fields";

const key = (message: MessageKey) => message;

export const TITLE_MAX = 120;
const WHY_MAX = 2000;

/** What an idea says, whole: as it is handed in. */
const whole = {
  id: optionalId,
  revision: revisionField.optional(),
  title: textField(TITLE_MAX, "ideas.form.needTitle"),
  why: textField(WHY_MAX, "ideas.form.needWhy"),
  audience: z.enum(AUDIENCES, key("ideas.form.needAudience")),
  headcount: optionalCount,
};

const sent = z
  .discriminatedUnion("send", [
    z.strictObject({ ...whole, send: z.enum(["manager", "alone"]) }),
    z.strictObject({
      ...whole,
      why: optionalText(WHY_MAX),
      audience: z.enum(AUDIENCES).default("me"),
      send: z.literal("draft"),
    }),
  ])
  .superRefine((idea, ctx) => {
    if (idea.send !== "draft" && idea.audience === "some" && !idea.headcount)
      ctx.addIssue({ code: "custom", path: ["headcount"], message: key("ideas.form.needHeadcount") });
  });

/** One form, three buttons: to the manager, without the manager, or saved as a draft, which may lack all but a title. */
export const ideaForm = z.preprocess(withoutHidden, sent);

/** The count is shown, and counts, only where the idea is for some: what was typed there before is passed over. */
function withoutHidden(raw: unknown): unknown {
  const form = raw as Record<string, unknown>;
  return form && form.audience !== "some" && "headcount" in form ? { ...form, headcount: "" } : raw;
}

export const endorseForm = z.strictObject({
  id: idField,
  ownCost: optionalMoney,
  note: optionalText(1000),
  back: z.enum(["list", "idea"]).default("idea"),
});

export const returnForm = z.strictObject({
  id: idField,
  missing: textField(1000, "ideas.whyNot.sayWhatIsMissing"),
  back: z.enum(["list", "idea"]).default("idea"),
});

export const declineForm = z.strictObject({
  id: idField,
  reason: textField(1000, "ideas.whyNot.sayWhy"),
  nextStep: textField(1000, "ideas.whyNot.sayNextStep"),
});

export const parkForm = z.strictObject({ id: idField, note: optionalText(1000) });

export const oneIdea = z.strictObject({ id: idField });
