"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { addSegment, changeSegment, endSegment, requiredOf, startMunicipal } from "./commands";
import { correctCodes } from "./correct-commands";
import { correctForm, endSegmentForm, municipalForm, newSegmentForm, segmentForm, sieOf } from "./schema";

export const addSegmentAction = formAction(
  "coding.save",
  newSegmentForm,
  async ({ actor, input, now, receipt }) => {
    const { when, costTypes, providers, allowed, sie, ...facts } = input;
    const required = requiredOf({ when, costTypes, providers });
    const segment = { ...facts, required, allowed: allowed.length > 0 ? allowed : null, sie: sieOf(sie) };
    await addSegment(actor, segment, now, receipt);
    revalidatePath("/coding", "layout");
    return { to: "/coding?said=segmentSaved" };
  },
);

export const changeSegmentAction = formAction(
  "coding.save",
  segmentForm,
  async ({ actor, input, now, receipt }) => {
    const { when, costTypes, providers, allowed, sie, ...facts } = input;
    const required = requiredOf({ when, costTypes, providers });
    const segment = { ...facts, required, allowed: allowed.length > 0 ? allowed : null, sie: sieOf(sie) };
    await changeSegment(actor, segment, now, receipt);
    revalidatePath("/coding", "layout");
    return { to: "/coding?said=segmentSaved" };
  },
);

export const endSegmentAction = formAction(
  "coding.save",
  endSegmentForm,
  async ({ actor, input, now, receipt }) => {
    await endSegment(actor, input, now, receipt);
    revalidatePath("/coding", "layout");
    return { to: "/coding?said=segmentSaved" };
  },
);

export const startMunicipalAction = formAction(
  "coding.save",
  municipalForm,
  async ({ actor, input, now, receipt }) => {
    await startMunicipal(actor, input, now, receipt);
    revalidatePath("/coding", "layout");
    return { to: "/coding?said=segmentsBegun" };
  },
);

export const correctCodesAction = formAction(
  "coding.correct",
  correctForm,
  async ({ actor, input, now, receipt }) => {
    await correctCodes(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/coding/faults?said=codesCorrected${input.after ? `&after=${input.after}` : ""}` };
  },
);
