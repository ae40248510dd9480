"use server";

import { revalidatePath } from "next/cache";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { ownPath, setLocaleCookie } from "@/server/auth";
import { formAction } from "@/server/form-action";
import { visitor } from "@/server/session";
import { chooseLocale, chooseRole } from "./acting-role-commands";
import { chooseLocaleForm, chooseRoleForm } from "./acting-role-schema";

export const chooseRoleAction = formAction("role.choose", chooseRoleForm, async ({ actor, input, now }) => {
  const who = await visitor();
  if (!who) throw new Refusal(NOT_FOUND);
  await chooseRole(actor, { assignmentId: input.assignmentId, sessionId: who.sessionId }, now);
  revalidatePath("/", "layout");
  return { to: ownPath(input.back) };
});

export const chooseLocaleAction = formAction(
  "locale.choose",
  chooseLocaleForm,
  async ({ actor, input, now }) => {
    await chooseLocale(actor, input.locale, now);
    await setLocaleCookie(input.locale);
    revalidatePath("/", "layout");
    return { to: ownPath(input.back) };
  },
);
