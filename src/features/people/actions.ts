"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { addPerson, changePerson, linkIdentity, personLeaves } from "./commands";
import { endMandate, endRole, giveMandate, giveRole } from "./role-commands";
import {
  addPersonSchema,
  changePersonSchema,
  endSchema,
  giveMandateSchema,
  giveRoleSchema,
  identitySchema,
  leaveSchema,
} from "./schema";

export const addPersonAction = formAction(
  "person.save",
  addPersonSchema,
  async ({ actor, input, now, receipt }) => {
    const id = await addPerson(actor, input, now, receipt);
    revalidatePath("/admin", "layout");
    return { to: `/admin/people/${id}?said=personAdded` };
  },
);

export const changePersonAction = formAction(
  "person.save",
  changePersonSchema,
  async ({ actor, input, now, receipt }) => {
    await changePerson(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/people/${input.id}?said=personSaved` };
  },
);

export const personLeavesAction = formAction(
  "person.save",
  leaveSchema,
  async ({ actor, input, now, receipt }) => {
    await personLeaves(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/people/${input.id}?said=personSaved` };
  },
);

export const linkIdentityAction = formAction(
  "person.save",
  identitySchema,
  async ({ actor, input, now, receipt }) => {
    await linkIdentity(actor, input, now, receipt);
    revalidatePath("/admin", "layout");
    return { to: `/admin/people/${input.personId}?said=personSaved` };
  },
);

export const giveRoleAction = formAction(
  "role.save",
  giveRoleSchema,
  async ({ actor, input, now, receipt }) => {
    await giveRole(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/people/${input.personId}?said=roleGiven` };
  },
);

export const endRoleAction = formAction("role.save", endSchema, async ({ actor, input, now, receipt }) => {
  await endRole(actor, { id: input.id, until: input.when === "now" ? null : input.until }, now, receipt);
  revalidatePath("/", "layout");
  return { to: `/admin/people/${input.personId}?said=roleEnded` };
});

export const giveMandateAction = formAction(
  "mandate.save",
  giveMandateSchema,
  async ({ actor, input, now, receipt }) => {
    await giveMandate(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/people/${input.personId}?said=mandateGiven` };
  },
);

export const endMandateAction = formAction(
  "mandate.save",
  endSchema,
  async ({ actor, input, now, receipt }) => {
    await endMandate(actor, { id: input.id, until: input.when === "now" ? null : input.until }, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/people/${input.personId}?said=mandateEnded` };
  },
);
