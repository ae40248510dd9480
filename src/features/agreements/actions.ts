"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { saveLocalAgreement } from "./commands";
import { localAgreementSchema } from "./schema";

export const saveLocalAgreementAction = formAction(
  "agreement.save",
  localAgreementSchema,
  async ({ actor, input, now, receipt }) => {
    await saveLocalAgreement(actor, input, now, receipt);
    // Whether anything can be applied for shows on many pages.
    revalidatePath("/", "layout");
    return { to: "/admin/agreements?said=agreementSaved" };
  },
);
