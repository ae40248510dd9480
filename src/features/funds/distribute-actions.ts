"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { distributeByHand, distributeFund } from "./distribute-commands";
import { byHandSchema, distributeSchema } from "./distribute-schema";

export const distributeAction = formAction(
  "fund.distribute",
  distributeSchema,
  async ({ actor, input, now, receipt }) => {
    await distributeFund(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=fundDistributed` };
  },
);

export const distributeByHandAction = formAction(
  "fund.distribute",
  byHandSchema,
  async ({ actor, input, now, receipt }) => {
    await distributeByHand(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=fundDistributed` };
  },
);
