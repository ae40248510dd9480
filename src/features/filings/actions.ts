"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { closeReservation } from "./close-commands";
import { prepareFiling, recordRefusal, sendFiling } from "./commands";
import { recordGrant } from "./grant-commands";
import {
  closeReservationSchema,
  grantedSchema,
  prepareFilingSchema,
  refusedSchema,
  sendFilingSchema,
} from "./schema";

export const prepareFilingAction = formAction(
  "filing.prepare",
  prepareFilingSchema,
  async ({ actor, input, now, receipt }) => {
    const id = await prepareFiling(actor, input, now, receipt);
    revalidatePath("/initiatives", "layout");
    return { to: `/filings/${id}?said=filingPrepared` };
  },
);

export const sendFilingAction = formAction(
  "filing.send",
  sendFilingSchema,
  async ({ actor, input, now, receipt }) => {
    await sendFiling(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/filings/${input.id}?said=filingSent` };
  },
);

export const recordGrantAction = formAction(
  "filing.recordAnswer",
  grantedSchema,
  async ({ actor, input, now, receipt }) => {
    await recordGrant(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/filings/${input.id}?said=filingAnswered` };
  },
);

export const recordRefusalAction = formAction(
  "filing.recordAnswer",
  refusedSchema,
  async ({ actor, input, now, receipt }) => {
    await recordRefusal(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/filings/${input.id}?said=filingAnswered` };
  },
);

export const closeReservationAction = formAction(
  "initiative.plan",
  closeReservationSchema,
  async ({ actor, input, now, receipt }) => {
    await closeReservation(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/pre-registrations/${input.caseId}?said=reservationClosed` };
  },
);
