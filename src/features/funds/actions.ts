"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { addPot, adjust, transfer } from "./commands";
import { reverseEntry, rollOver } from "./move-commands";
import { adjustSchema, potSchema, reverseSchema, rollOverSchema, transferSchema } from "./schema";

export const adjustAction = formAction(
  "fund.provide",
  adjustSchema,
  async ({ actor, input, now, receipt }) => {
    await adjust(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=fundAdjusted` };
  },
);

export const addPotAction = formAction("fund.transfer", potSchema, async ({ actor, input, now, receipt }) => {
  await addPot(actor, input, now, receipt);
  revalidatePath("/funds", "layout");
  return { to: `/funds/${input.fundId}?said=potAdded` };
});

export const transferAction = formAction(
  "fund.transfer",
  transferSchema,
  async ({ actor, input, now, receipt }) => {
    await transfer(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=fundTransferred` };
  },
);

export const rollOverAction = formAction(
  "fund.transfer",
  rollOverSchema,
  async ({ actor, input, now, receipt }) => {
    await rollOver(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.toFundId}?said=fundRolledOver` };
  },
);

export const reverseEntryAction = formAction(
  "fund.reverse",
  reverseSchema,
  async ({ actor, input, now, receipt }) => {
    await reverseEntry(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=entryReversed` };
  },
);
