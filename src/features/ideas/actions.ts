"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { saveIdea, submitIdea } from "./author-commands";
import {
  declineIdea,
  endorseIdea,
  parkIdea,
  resumeIdea,
  returnIdea,
  supportIdea,
  takeUpIdea,
} from "./commands";
import { declineForm, endorseForm, ideaForm, oneIdea, parkForm, returnForm } from "./schema";

export const submitIdeaAction = formAction(
  "idea.submit",
  ideaForm,
  async ({ actor, input, now, receipt }) => {
    const { send, ...idea } = input;
    if (send === "draft") {
      const id = await saveIdea(actor, idea, now, receipt);
      revalidatePath("/ideas", "layout");
      return { to: `/ideas/${id}/edit?said=ideaSaved` };
    }
    const id = await submitIdea(actor, { ...idea, withManager: send === "manager" }, now, receipt);
    revalidatePath("/ideas", "layout");
    return { to: `/ideas/${id}/receipt` };
  },
);

export const endorseIdeaAction = formAction(
  "idea.endorse",
  endorseForm,
  async ({ actor, input, now, receipt }) => {
    await endorseIdea(actor, input, now, receipt);
    revalidatePath("/ideas", "layout");
    return {
      to: input.back === "list" ? "/ideas?said=ideaEndorsed" : `/ideas/${input.id}?said=ideaEndorsed`,
    };
  },
);

export const returnIdeaAction = formAction(
  "idea.return",
  returnForm,
  async ({ actor, input, now, receipt }) => {
    await returnIdea(actor, input, now, receipt);
    revalidatePath("/ideas", "layout");
    return {
      to: input.back === "list" ? "/ideas?said=ideaReturned" : `/ideas/${input.id}?said=ideaReturned`,
    };
  },
);

export const takeUpIdeaAction = formAction("idea.takeUp", oneIdea, async ({ actor, input, now, receipt }) => {
  await takeUpIdea(actor, input, now, receipt);
  revalidatePath("/ideas", "layout");
  return { to: `/ideas/${input.id}?said=ideaTakenUp` };
});

export const resumeIdeaAction = formAction("idea.takeUp", oneIdea, async ({ actor, input, now, receipt }) => {
  await resumeIdea(actor, input, now, receipt);
  revalidatePath("/ideas", "layout");
  return { to: `/ideas/${input.id}?said=ideaTakenUp` };
});

export const declineIdeaAction = formAction(
  "idea.decline",
  declineForm,
  async ({ actor, input, now, receipt }) => {
    await declineIdea(actor, input, now, receipt);
    revalidatePath("/ideas", "layout");
    return { to: `/ideas/${input.id}?said=ideaDeclined` };
  },
);

export const parkIdeaAction = formAction("idea.park", parkForm, async ({ actor, input, now, receipt }) => {
  await parkIdea(actor, input, now, receipt);
  revalidatePath("/ideas", "layout");
  return { to: `/ideas/${input.id}?said=ideaParked` };
});

export const supportIdeaAction = formAction(
  "idea.support",
  oneIdea,
  async ({ actor, input, now, receipt }) => {
    await supportIdea(actor, input, now, receipt);
    revalidatePath("/ideas", "layout");
    return { done: "ideas.support.done" };
  },
);
