"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { addPot, adjust, openFund, provide, transfer } from "./commands";
import { reverseEntry, rollOver } from "./move-commands";
import {
  adjustSchema,
  openFundSchema,
  potSchema,
  provideSchema,
  reverseSchema,
  rollOverSchema,
  transferSchema,
} from "./schema";

export const openFundAction = formAction(
  "fund.open",
  openFundSchema,
  async ({ actor, input, now, receipt }) => {
    const id = await openFund(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${id}?said=fundOpened` };
  },
);

export const provideAction = formAction(
  "fund.provide",
  provideSchema,
  async ({ actor, input, now, receipt }) => {
    await provide(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=fundProvided` };
  },
);

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
