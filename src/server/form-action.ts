import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type Act, whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { ChangedMeanwhile, type Reason, Refusal } from "@/domain/reason";
import type { MessageKey } from "@/messages/messages";
import { isMessageKey, sentence, type T, translator } from "@/messages/translator";
import type { FormState } from "@/ui/form-state";
import { databaseFault } from "./database-fault";
import { formInput, typedIn } from "./form-data";
import { whyForeignOrigin } from "./origin";
import { type Receipt, receiptOf } from "./receipts";
import { localeOfRequest, visitor } from "./session";

export type Job<Input> = { actor: Actor; input: Input; now: Date; today: Day; receipt: Receipt };

/** Where to go next (a path of ours), or what to say on the same page. */
export type Answer = { to: string } | { done: MessageKey; values?: Record<string, string | number> };

/**
 * The one way in for a form: own origin → signed in → schema (unknown fields refused) → right of the acting role →
 * command. What went wrong comes back as sentences with everything that was typed; only success moves on.
 * A schema's messages are keys of `messages`.
 */
export function formAction<Schema extends z.ZodType>(
  act: Act,
  schema: Schema,
  run: (job: Job<z.output<Schema>>) => Promise<Answer>,
) {
  return async (before: FormState, data: FormData): Promise<FormState> => {
    const turn = (before.turn ?? 0) + 1;
    let t = translator(await localeOfRequest());
    const refuse = (reason: Reason): FormState => refusal(t, turn, data, reason);

    const foreign = await whyForeignOrigin();
    if (foreign) return refuse(foreign);

    let answer: Answer;
    try {
      const who = await visitor();
      if (!who)
        return {
          ...refuse({ key: "refusals.signedOut" }),
          link: { href: "/sign-in", text: t("refusals.signInNewTab") },
        };
      t = translator(who.locale);
      const denied = whyNotAct(who.actor, act);
      if (denied) return refuse(denied);

      const input = formInput(data);
      const parsed = schema.safeParse(input);
      if (!parsed.success) return faults(t, turn, data, parsed.error.issues);

      const now = new Date();
      const receipt = receiptOf(act, String(data.get("_receipt") || crypto.randomUUID()).slice(0, 64), input);
      answer = await run({ actor: who.actor, input: parsed.data, now, today: dayOf(now), receipt });
    } catch (fault) {
      if (fault instanceof ChangedMeanwhile)
        return { ...refuse(fault.reason), theirs: { texts: { ...fault.saved }, revision: fault.revision } };
      if (fault instanceof Refusal) return refuse(fault.reason);
      if (databaseFault(fault)?.kind === "away") return refuse({ key: "refusals.databaseAway" });
      throw fault;
    }
    if ("to" in answer) redirect(answer.to);
    return { turn, done: t(answer.done, answer.values) };
  };
}

function refusal(t: T, turn: number, data: FormData, reason: Reason): FormState {
  const said = sentence(t, reason);
  return {
    turn,
    prefix: t("refusals.prefix"),
    summary: t("refusals.summary", { count: 1 }),
    typed: typedIn(data),
    ...(reason.field ? { errors: { [reason.field]: said } } : { problem: said }),
  };
}

function faults(t: T, turn: number, data: FormData, issues: readonly z.core.$ZodIssue[]): FormState {
  const errors: Record<string, string> = {};
  let problem: string | undefined;
  for (const issue of issues) {
    const field = issue.path.join(".");
    const said = isMessageKey(issue.message)
      ? t(issue.message)
      : t(issue.code === "unrecognized_keys" ? "refusals.unknownField" : "refusals.badField");
    if (field && issue.code !== "unrecognized_keys") errors[field] ??= said;
    else problem ??= said;
  }
  const count = Object.keys(errors).length + (problem ? 1 : 0);
  return {
    turn,
    prefix: t("refusals.prefix"),
    summary: t("refusals.summary", { count }),
    errors,
    ...(problem ? { problem } : {}),
    typed: typedIn(data),
  };
}
