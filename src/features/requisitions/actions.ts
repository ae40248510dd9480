"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import {
  addEvidence,
  completeEvidence,
  removeEvidence,
  saveClaimAmount,
  sendRequisition,
  startRequisition,
} from "./commands";
import { bookCallOff, reconcileRequisition, recordClaimAnswer, recordPayment } from "./payment-commands";
import {
  addEvidenceSchema,
  amountSchema,
  answerSchema,
  callOffSchema,
  claimSchema,
  paymentSchema,
  removeEvidenceSchema,
  startSchema,
} from "./schema";

export const startRequisitionAction = formAction(
  "requisition.prepare",
  startSchema,
  async ({ actor, input, now, receipt }) => {
    const id = await startRequisition(actor, input, now, receipt);
    revalidatePath("/requisitions", "layout");
    return { to: `/requisitions/${id}?said=requisitionStarted` };
  },
);

export const saveClaimAmountAction = formAction(
  "requisition.prepare",
  amountSchema,
  async ({ actor, input, now, receipt }) => {
    await saveClaimAmount(actor, input, now, receipt);
    revalidatePath("/requisitions", "layout");
    return { to: `/requisitions/${input.id}?said=requisitionSaved` };
  },
);

export const addEvidenceAction = formAction(
  "requisition.prepare",
  addEvidenceSchema,
  async ({ actor, input, now, receipt }) => {
    await addEvidence(actor, input, now, receipt);
    revalidatePath("/requisitions", "layout");
    return { to: `/requisitions/${input.id}?said=evidenceAdded` };
  },
);

export const removeEvidenceAction = formAction(
  "requisition.prepare",
  removeEvidenceSchema,
  async ({ actor, input, now, receipt }) => {
    await removeEvidence(actor, input, now, receipt);
    revalidatePath("/requisitions", "layout");
    return { to: `/requisitions/${input.id}?said=evidenceRemoved` };
  },
);

export const completeEvidenceAction = formAction(
  "requisition.prepare",
  claimSchema,
  async ({ actor, input, now, receipt }) => {
    await completeEvidence(actor, input, now, receipt);
    revalidatePath("/requisitions", "layout");
    return { to: `/requisitions/${input.id}?said=evidenceComplete` };
  },
);

export const sendRequisitionAction = formAction(
  "requisition.send",
  claimSchema,
  async ({ actor, input, now, receipt }) => {
    await sendRequisition(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/requisitions/${input.id}?said=requisitionSent` };
  },
);

export const recordClaimAnswerAction = formAction(
  "requisition.recordPayment",
  answerSchema,
  async ({ actor, input, now, receipt }) => {
    await recordClaimAnswer(actor, input, now, receipt);
    revalidatePath("/requisitions", "layout");
    return { to: `/requisitions/${input.id}?said=requisitionAnswered` };
  },
);

export const recordPaymentAction = formAction(
  "requisition.recordPayment",
  paymentSchema,
  async ({ actor, input, now, receipt }) => {
    await recordPayment(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/requisitions/${input.id}?said=requisitionPaid` };
  },
);

export const reconcileRequisitionAction = formAction(
  "requisition.reconcile",
  claimSchema,
  async ({ actor, input, now, receipt }) => {
    await reconcileRequisition(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/requisitions/${input.id}?said=requisitionReconciled` };
  },
);

export const bookCallOffAction = formAction(
  "requisition.reconcile",
  callOffSchema,
  async ({ actor, input, now, receipt }) => {
    await bookCallOff(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/requisitions?said=calledOff" };
  },
);
