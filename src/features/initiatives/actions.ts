"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { completeInitiative, countParticipants, startInitiative } from "./carry-out-commands";
import { addInitiative, assignInitiative, stopInitiative } from "./plan-commands";
import {
  assignSchema,
  completeSchema,
  countSchema,
  initiativeSchema,
  planSchema,
  stopSchema,
} from "./schema";

export const planInitiativeAction = formAction(
  "initiative.plan",
  planSchema,
  async ({ actor, input, now, receipt }) => {
    const id = await addInitiative(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/initiatives/${id}?said=initiativePlanned` };
  },
);

export const assignInitiativeAction = formAction(
  "initiative.plan",
  assignSchema,
  async ({ actor, input, now, receipt }) => {
    await assignInitiative(actor, input, now, receipt);
    revalidatePath("/initiatives", "layout");
    return { to: `/initiatives/${input.id}?said=initiativeAssigned` };
  },
);

export const startInitiativeAction = formAction(
  "initiative.carryOut",
  initiativeSchema,
  async ({ actor, input, now, receipt }) => {
    await startInitiative(actor, input, now, receipt);
    revalidatePath("/initiatives", "layout");
    return { to: `/initiatives/${input.id}?said=initiativeStarted` };
  },
);

export const countParticipantsAction = formAction(
  "initiative.carryOut",
  countSchema,
  async ({ actor, input, now, receipt }) => {
    await countParticipants(actor, input, now, receipt);
    revalidatePath("/initiatives", "layout");
    return { to: `/initiatives/${input.id}?said=initiativeCounted` };
  },
);

export const completeInitiativeAction = formAction(
  "initiative.carryOut",
  completeSchema,
  async ({ actor, input, now, receipt }) => {
    await completeInitiative(actor, input, now, receipt);
    revalidatePath("/initiatives", "layout");
    return { to: `/initiatives/${input.id}?said=initiativeCompleted` };
  },
);

export const stopInitiativeAction = formAction(
  "initiative.cancel",
  stopSchema,
  async ({ actor, input, now, receipt }) => {
    await stopInitiative(actor, input, now, receipt);
    revalidatePath("/initiatives", "layout");
    revalidatePath("/pre-registrations", "layout");
    return { to: `/initiatives/${input.id}?said=initiativeStopped` };
  },
);
