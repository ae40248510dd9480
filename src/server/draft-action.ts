import "server-only";
import { z } from "zod";
import { type Act, whyNotAct } from "@/domain/access";
import type { Reason } from "@/domain/reason";
import { timeOfDay } from "@/messages/format";
import { sentence, translator } from "@/messages/translator";
import { databaseFault } from "./database-fault";
import { NEW, saveDraft } from "./drafts";
import { typedIn } from "./form-data";
import { whyForeignOrigin } from "./origin";
import { localeOfRequest, visitor } from "./session";

/** The hidden fields that say which draft a form's typing belongs to (ui: DraftMark). */
const mark = z.object({
  _form: z.string().regex(/^[a-zA-Z-]{1,40}$/),
  _subject: z.union([z.literal(NEW), z.uuid()]),
  _base: z
    .string()
    .regex(/^\d{0,9}$/)
    .default(""),
});

/** More than any of our forms can hold; beyond it somebody is using the drafts as a store. */
const MOST = 100_000;

/**
 * The way in for autosave, beside formAction: own origin → signed in → right of the acting role → the typed texts are
 * kept as they are. Nothing of the form is parsed, and nobody but the writer ever sees it.
 */
export function draftAction(act: Act) {
  return async (data: FormData): Promise<{ savedAt: string } | { problem: string }> => {
    let t = translator(await localeOfRequest());
    const refuse = (reason: Reason) => ({ problem: sentence(t, reason) });
    const foreign = await whyForeignOrigin();
    if (foreign) return refuse(foreign);
    try {
      const who = await visitor();
      if (!who) return refuse({ key: "refusals.signedOut" });
      t = translator(who.locale);
      const denied = whyNotAct(who.actor, act);
      if (denied) return refuse(denied);

      const about = mark.safeParse(Object.fromEntries(data));
      const typed = typedIn(data);
      if (!about.success) return refuse({ key: "refusals.badField" });
      if (JSON.stringify(typed).length > MOST) return refuse({ key: "refusals.tooLong" });

      const now = new Date();
      const { _form, _subject, _base } = about.data;
      await saveDraft(who.actor, _form, _subject, _base === "" ? null : Number(_base), typed, now);
      return { savedAt: timeOfDay(now, who.locale) };
    } catch (fault) {
      if (databaseFault(fault)?.kind === "away") return refuse({ key: "refusals.databaseAway" });
      throw fault;
    }
  };
}
