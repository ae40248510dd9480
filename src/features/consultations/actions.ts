"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { approveMinutes, callConsultation, planConsultation, recordMinutes } from "./commands";
import {
  concludeForm,
  minutesForm,
  oneMeeting,
  oneVoice,
  planForm,
  statementForm,
  takeUpForm,
} from "./schema";
import { takeUpAgain } from "./subject-commands";
import {
  concludeCentral,
  concludeNegotiation,
  concludeSilent,
  giveStatement,
  requestCentral,
} from "./voice-commands";

// Pages of meetings and of cases both show how far the unions are.
const REFRESH = ["/consultations", "/pre-registrations"] as const;

export const planConsultationAction = formAction(
  "consultation.plan",
  planForm,
  async ({ actor, input, now, receipt }) => {
    const id = await planConsultation(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${id}?said=meetingPlanned` };
  },
);

export const callConsultationAction = formAction(
  "consultation.call",
  oneMeeting,
  async ({ actor, input, now, receipt }) => {
    await callConsultation(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${input.id}?said=meetingCalled` };
  },
);

export const recordMinutesAction = formAction(
  "consultation.recordMinutes",
  minutesForm,
  async ({ actor, input, now, receipt }) => {
    await recordMinutes(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${input.id}?said=minutesRecorded` };
  },
);

export const approveMinutesAction = formAction(
  "consultation.approveMinutes",
  oneMeeting,
  async ({ actor, input, now, receipt }) => {
    await approveMinutes(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${input.id}?said=minutesApproved` };
  },
);

export const giveStatementAction = formAction(
  "statement.give",
  statementForm,
  async ({ actor, input, now, receipt }) => {
    const meeting = await giveStatement(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${meeting}?said=statementGiven` };
  },
);

export const requestCentralAction = formAction(
  "consultation.requestCentral",
  oneVoice,
  async ({ actor, input, now, receipt }) => {
    const meeting = await requestCentral(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${meeting}?said=centralRequested` };
  },
);

export const concludeSilentAction = formAction(
  "consultation.concludeSilent",
  oneVoice,
  async ({ actor, input, now, receipt }) => {
    const meeting = await concludeSilent(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${meeting}?said=voiceConcluded` };
  },
);

export const concludeNegotiationAction = formAction(
  "consultation.concludeCentral",
  concludeForm,
  async ({ actor, input, now, receipt }) => {
    const meeting = await concludeNegotiation(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${meeting}?said=voiceConcluded` };
  },
);

export const concludeCentralAction = formAction(
  "consultation.concludeCentral",
  concludeForm,
  async ({ actor, input, now, receipt }) => {
    const meeting = await concludeCentral(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${meeting}?said=voiceConcluded` };
  },
);

export const takeUpAgainAction = formAction(
  "consultation.plan",
  takeUpForm,
  async ({ actor, input, now, receipt }) => {
    const meeting = await takeUpAgain(actor, input, now, receipt);
    for (const path of REFRESH) revalidatePath(path, "layout");
    return { to: `/consultations/${meeting}?said=caseTakenUp` };
  },
);
