"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { deleteReport, renameReport, saveReport } from "./saved-commands";
import { deleteSchema, renameSchema, saveSchema } from "./schema";
import { cleanAddress } from "./selection";

export const saveReportAction = formAction(
  "report.save",
  saveSchema,
  async ({ actor, input, now, receipt }) => {
    await saveReport(actor, input, now, receipt);
    revalidatePath("/reports", "layout");
    const query = cleanAddress(input.query);
    return { to: `/reports/${input.report}?${query ? `${query}&` : ""}said=reportSaved` };
  },
);

export const renameReportAction = formAction(
  "report.save",
  renameSchema,
  async ({ actor, input, now, receipt }) => {
    await renameReport(actor, input, now, receipt);
    revalidatePath("/reports", "layout");
    return { to: "/reports/saved?said=reportRenamed" };
  },
);

export const deleteReportAction = formAction(
  "report.save",
  deleteSchema,
  async ({ actor, input, now, receipt }) => {
    await deleteReport(actor, input, now, receipt);
    revalidatePath("/reports", "layout");
    return { to: "/reports/saved?said=reportDeleted" };
  },
);
