import { addDays, type Day } from "@/domain/day";
import { saveIdea, submitIdea } from "@/features/ideas/author-commands";
import {
  declineIdea,
  endorseIdea,
  parkIdea,
  returnIdea,
  supportIdea,
  takeUpIdea,
} from "@/features/ideas/commands";
import type { Cast } from "./cast";
import { at, type Step } from "./timeline";
import type { DemoIdea } from "./world";

/** The steps of an idea that has not become a case. */
export function ideaSteps(cast: Cast, it: DemoIdea, start: Day): Step[] {
  let id = "";
  const author = cast.actor(it.author, "employee");
  const words = { title: it.title, why: it.why, audience: "some" as const, headcount: it.headcount };
  const on = (days: number, hour: number, run: Step["run"]): Step => ({
    at: at(addDays(start, days), hour),
    run,
  });
  if (it.stage === "draft") return [on(0, 9, (now) => saveIdea(author, words, now))];
  const steps = [
    on(0, 9, async (now) => {
      id = await submitIdea(author, { ...words, withManager: it.withManager }, now);
    }),
    ...(it.supporters ?? []).map((who, index) =>
      on(0, 11 + index, (now) => supportIdea(cast.actor(who, "employee"), { id }, now)),
    ),
  ];
  const manager = () => cast.managerOf(it.author);
  const coordinator = cast.coordinator();
  const endorsed = on(2, 10, (now) => endorseIdea(manager(), { id, ownCost: 0n, note: "" }, now));
  const takenUp = on(4, 10, (now) => takeUpIdea(coordinator, { id }, now));
  switch (it.stage) {
    case "submitted":
      return steps;
    case "endorsed":
      return [...steps, endorsed];
    case "returned":
      return [
        ...steps,
        on(3, 10, (now) =>
          returnIdea(manager(), { id, missing: "Skriv vilka uppgifter ni ska ta över och från när." }, now),
        ),
      ];
    case "inDialogue":
      return [...steps, ...(it.withManager ? [endorsed] : []), takenUp];
    case "declined":
      return [
        ...steps,
        endorsed,
        takenUp,
        on(8, 10, (now) =>
          declineIdea(
            coordinator,
            {
              id,
              reason: "Det hör till jobbet ni har i dag och får därför inte betalas ur medlen.",
              nextStep: "Din chef kan ta det i enhetens kompetensbudget.",
            },
            now,
          ),
        ),
      ];
    case "parked":
      return [
        ...steps,
        endorsed,
        takenUp,
        on(8, 10, (now) => parkIdea(coordinator, { id, note: "Väntar på beslut om kulturhuset." }, now)),
      ];
  }
}
