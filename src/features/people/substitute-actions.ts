"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { endSubstitute, nameSubstitute } from "./substitute-commands";
import { endSubstituteSchema, nameSubstituteSchema } from "./substitute-schema";

export const nameSubstituteAction = formAction(
  "substitute.name",
  nameSubstituteSchema,
  async ({ actor, input, now, receipt }) => {
    await nameSubstitute(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/me?said=substituteNamed" };
  },
);

export const endSubstituteAction = formAction(
  "substitute.name",
  endSubstituteSchema,
  async ({ actor, input, now, receipt }) => {
    await endSubstitute(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/me?said=substituteEnded" };
  },
);
