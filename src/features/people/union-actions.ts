"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { addClaimMapping, endHearing, hearUnion, removeClaimMapping, saveUnion } from "./union-commands";
import {
  claimMappingSchema,
  endHearingSchema,
  hearUnionSchema,
  removeClaimMappingSchema,
  unionSchema,
} from "./union-schema";

export const saveUnionAction = formAction(
  "union.save",
  unionSchema,
  async ({ actor, input, now, receipt }) => {
    await saveUnion(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/admin/unions?said=unionSaved" };
  },
);

export const hearUnionAction = formAction(
  "union.save",
  hearUnionSchema,
  async ({ actor, input, now, receipt }) => {
    await hearUnion(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/admin/unions?said=hearingSaved" };
  },
);

export const endHearingAction = formAction(
  "union.save",
  endHearingSchema,
  async ({ actor, input, now, receipt }) => {
    await endHearing(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/admin/unions?said=hearingSaved" };
  },
);

export const addClaimMappingAction = formAction(
  "role.save",
  claimMappingSchema,
  async ({ actor, input, now, receipt }) => {
    await addClaimMapping(actor, input, now, receipt);
    revalidatePath("/admin", "layout");
    return { to: "/admin/claims?said=mappingSaved" };
  },
);

export const removeClaimMappingAction = formAction(
  "role.save",
  removeClaimMappingSchema,
  async ({ actor, input, now, receipt }) => {
    await removeClaimMapping(actor, input, now, receipt);
    revalidatePath("/admin", "layout");
    return { to: "/admin/claims?said=mappingRemoved" };
  },
);
