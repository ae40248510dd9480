"use server";

import { revalidatePath } from "next/cache";
import type { Actor } from "@/domain/actor";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { NEW, saveDraft } from "@/server/drafts";
import { formAction } from "@/server/form-action";
import { forgetFile, takeInActuals } from "./commands";
import { FILE_DRAFT, getDryRun, getPendingFile, typedFile } from "./import-queries";
import type { Mapping } from "./mapping";
import { closeMonth, explainDifference, reconcileMatched } from "./month-commands";
import { whyNotReconcile } from "./month-queries";
import {
  csvMappingForm,
  explainForm,
  fileForm,
  monthForm,
  nothingForm,
  sieMappingForm,
  takeInForm,
} from "./schema";

/** Keeps the file as the person's own draft; nothing of it is stored as lines before it is confirmed. */
export const chooseFileAction = formAction(
  "reconciliation.import",
  fileForm,
  async ({ actor, input: { file }, now }) => {
    refuseIf(whyNotReconcile(actor));
    const bytes = new Uint8Array(await file.arrayBuffer());
    await saveDraft(actor, FILE_DRAFT, NEW, null, typedFile(file.name.slice(0, 200), bytes, null), now);
    revalidatePath("/reconciliation", "layout");
    return { to: "/reconciliation/import?said=actualsRead" };
  },
);

export const mapColumnsAction = formAction(
  "reconciliation.import",
  csvMappingForm,
  async ({ actor, input: { codes, incomes, ...columns }, now }) => {
    await mapPending(actor, { columns, codes, incomes }, now);
    return { to: "/reconciliation/import#read" };
  },
);

export const mapSieAction = formAction(
  "reconciliation.import",
  sieMappingForm,
  async ({ actor, input, now }) => {
    await mapPending(actor, { columns: null, ...input }, now);
    return { to: "/reconciliation/import#read" };
  },
);

async function mapPending(actor: Actor, mapping: Mapping, now: Date): Promise<void> {
  const pending = await getPendingFile(actor);
  if (!pending) throw new Refusal(NOT_FOUND);
  await saveDraft(actor, FILE_DRAFT, NEW, null, typedFile(pending.name, pending.bytes, mapping), now);
  revalidatePath("/reconciliation", "layout");
}

export const takeInAction = formAction(
  "reconciliation.import",
  takeInForm,
  async ({ actor, input, now, receipt }) => {
    const pending = await getPendingFile(actor);
    const shown = await getDryRun(actor);
    // A second click of the same form comes here when the first is done: the receipt answers it.
    if (!pending || !shown?.mapping) return { to: "/reconciliation?said=actualsTaken" };
    const { name, bytes } = pending;
    await takeInActuals(actor, { name, bytes, mapping: shown.mapping, ...input }, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/reconciliation?said=actualsTaken" };
  },
);

export const forgetFileAction = formAction("reconciliation.import", nothingForm, async ({ actor, now }) => {
  await forgetFile(actor, now);
  revalidatePath("/reconciliation", "layout");
  return { to: "/reconciliation/import?said=actualsForgotten" };
});

export const explainAction = formAction(
  "reconciliation.explain",
  explainForm,
  async ({ actor, input, now, receipt }) => {
    await explainDifference(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/reconciliation/${input.month}?said=causeSaved` };
  },
);

export const closeMonthAction = formAction(
  "reconciliation.closeMonth",
  monthForm,
  async ({ actor, input, now, receipt }) => {
    await closeMonth(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/reconciliation/${input.month}?said=monthClosed` };
  },
);

export const reconcileMatchedAction = formAction(
  "requisition.reconcile",
  monthForm,
  async ({ actor, input, now, receipt }) => {
    await reconcileMatched(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/reconciliation/${input.month}?said=claimsReconciled` };
  },
);
