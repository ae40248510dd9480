"use server";

import { redirect } from "next/navigation";
import { clearSessionCookie, ownPath, setLocaleCookie } from "@/server/auth";
import { signInAsDemoPerson } from "@/server/demo-sign-in";
import { whyForeignOrigin } from "@/server/origin";
import { endSession } from "@/server/session";

// The three actions outside the table of domain/access: nobody is in yet, or everybody may go.

/** Signs in as an invented person of a demo employer, where the installation allows it at all. */
export async function signInAsDemo(data: FormData): Promise<void> {
  await refuseForeignOrigin();
  const refused = await signInAsDemoPerson(textOf(data, "employerId"), textOf(data, "personId"), new Date());
  redirect(refused ? `/sign-in?error=${refused}` : ownPath(textOf(data, "to")));
}

/** Deletes the session's row, so that a copy of the cookie is worth nothing either. */
export async function signOut(): Promise<void> {
  await refuseForeignOrigin();
  const gone = await endSession();
  await clearSessionCookie();
  redirect(gone ? "/sign-in?said=signedOut" : "/sign-in?error=signOutAway");
}

/** The language of the pages before the sign-in, kept in this browser. */
export async function chooseLocaleSignedOut(data: FormData): Promise<void> {
  await refuseForeignOrigin();
  await setLocaleCookie(textOf(data, "locale") === "en" ? "en" : "sv");
  redirect(`/sign-in?to=${encodeURIComponent(ownPath(textOf(data, "to")))}`);
}

async function refuseForeignOrigin(): Promise<void> {
  if (await whyForeignOrigin()) redirect("/sign-in?error=foreignOrigin");
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}
