"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { changeEmployer } from "./employer-commands";
import { employerSchema } from "./employer-schema";

export const changeEmployerAction = formAction(
  "employer.settings",
  employerSchema,
  async ({ actor, input, now, receipt }) => {
    await changeEmployer(actor, input, now, receipt);
    // Name and colour stand on every page.
    revalidatePath("/", "layout");
    return { to: "/admin/settings?said=settingsSaved" };
  },
);
