import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { MOVED_ON, Refusal, refuseIf } from "@/domain/reason";
import { whyNotWholeEmployer } from "@/domain/unit";
import { write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { employerBase, employerById } from "./employer-queries";
import { lockEmployer } from "./lock-commands";

type Settings = {
  name: string;
  caseWord: string;
  brandHue: number | null;
  headcount: number | null;
  base?: string;
};

/** Changes the employer's own settings. Refuses a form that was opened before someone else saved. */
export async function changeEmployer(
  actor: Actor,
  input: Settings,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "employer.settings"));
    refuseIf(whyNotWholeEmployer(actor));
    const { employerId } = actor;
    await lockEmployer(w);
    const before = await employerById(w.tx, employerId);
    if (input.base && input.base !== employerBase(before)) throw new Refusal(MOVED_ON);
    const { name, caseWord, brandHue, headcount } = input;
    await w.tx.employer.updateMany({
      where: { id: employerId },
      data: { name, caseWord: caseWord || null, brandHue, headcount },
    });
    w.tell({ kind: "employer.changed", subjectId: employerId, detail: "settings" });
  });
}
