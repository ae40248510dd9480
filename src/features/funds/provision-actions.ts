"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { openFund, provide } from "./commands";
import { saveRates } from "./provision-commands";
import { previewNewFund, previewProvision } from "./provision-queries";
import { openFundSchema, provideSchema, typedBasis } from "./provision-schema";
import { ratesSchema } from "./rate-schema";

/** Reckons and refuses as opening would, and leads to the page that shows the answers with the sum. */
export const checkNewFundAction = formAction("fund.open", openFundSchema, async ({ actor, input }) => {
  const { basis, ...fund } = input;
  await previewNewFund(actor, fund, basis);
  const typed = Object.entries({ ...fund, ...typedBasis(basis) }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return { to: `/funds/new?${new URLSearchParams([...typed, ["check", "1"]])}` };
});

export const openFundAction = formAction(
  "fund.open",
  openFundSchema,
  async ({ actor, input, now, receipt }) => {
    const { basis, ...fund } = input;
    const id = await openFund(actor, { ...fund, ...(basis ?? { amount: null }) }, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${id}?said=fundOpened` };
  },
);

/** Reckons and refuses as providing would, and leads to the page that shows the sum. */
export const checkProvisionAction = formAction(
  "fund.provide",
  provideSchema,
  async ({ actor, input, today }) => {
    const { fundId, potId, reference, basis } = input;
    await previewProvision(actor, fundId, basis, today);
    const typed = { potId, ...(reference ? { reference } : {}), ...typedBasis(basis), check: "1" };
    return { to: `/funds/${fundId}/provide?${new URLSearchParams(typed)}` };
  },
);

export const provideAction = formAction(
  "fund.provide",
  provideSchema,
  async ({ actor, input, now, receipt }) => {
    const { basis, ...where } = input;
    await provide(actor, { ...where, ...basis }, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: `/funds/${input.fundId}?said=fundProvided` };
  },
);

export const saveRatesAction = formAction(
  "provisionRate.save",
  ratesSchema,
  async ({ actor, input, now, receipt }) => {
    await saveRates(actor, input, now, receipt);
    revalidatePath("/funds", "layout");
    return { to: "/funds/rates?said=ratesSaved" };
  },
);
