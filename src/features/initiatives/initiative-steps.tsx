import type { ReactNode } from "react";
import { whyNotAct } from "@/domain/access";
import { type Actor, reaches } from "@/domain/actor";
import {
  OPEN_INITIATIVE,
  whyNotCarryOut,
  whyNotComplete,
  whyNotSchedule,
  whyNotStart,
  whyNotStop,
} from "@/domain/initiative";
import type { Reason } from "@/domain/reason";
import { Link } from "@/ui/link";
import { CountForm } from "./count-form";
import { AssignForm, CompleteForm, FindOwner, StartForm, StopForm } from "./initiative-forms";
import type { Saying } from "./initiative-words";
import type { Candidate } from "./owner-queries";
import type { InitiativeView } from "./queries";
import { Reasons } from "./reasons";

/** What the reader may do with the initiative now, or why not and whom to ask. The commands ask the same rules. */
export function InitiativeSteps({
  it,
  actor,
  candidates,
  find,
  asked,
  saying,
}: {
  it: InitiativeView;
  actor: Actor;
  candidates: Candidate[];
  find: string;
  /** Which form was asked for in the address: it stays open when it is refused, also without script. */
  asked: string | undefined;
  saying: Saying;
}) {
  const { t, today } = saying;
  const plans = whyNotAct(actor, "initiative.plan") === null;
  const cancels = whyNotAct(actor, "initiative.cancel") === null;
  const isOpen = OPEN_INITIATIVE.includes(it.status);
  const mine = whyNotAct(actor, "initiative.carryOut") ?? whyNotMine(actor, it);
  const needsOwner = isOpen && (!it.owner || !it.periodFrom || !it.periodUntil);
  const stop = whyNotStop(
    {
      status: it.status,
      waitsForAnswer: it.filing?.status === "sent",
      claimed: it.parts.some((part) => part.claim !== null),
    },
    "cancelled",
  );
  if (!isOpen) return null;
  return (
    <section className="well stack" aria-labelledby="steps">
      <h2 id="steps">{t(`initiatives.steps.${it.status as "planned" | "scheduled" | "underWay"}`)}</h2>
      {it.status === "planned" && !needsOwner ? (
        <Reasons
          reasons={[whyNotSchedule(ownership(it), { files: it.files, parts: it.parts.length })]}
          saying={saying}
        />
      ) : null}
      {plans && needsOwner ? (
        <>
          <FindOwner it={it} find={find} saying={saying} />
          <AssignForm it={it} candidates={candidates} saying={saying} />
        </>
      ) : null}
      {it.status === "scheduled" ? (
        <Step reason={mine ?? whyNotStart(it, today)} saying={saying}>
          <StartForm it={it} saying={saying} />
        </Step>
      ) : null}
      {it.status === "underWay" ? (
        <Step reason={mine} saying={saying}>
          <CountForm it={it} saying={saying} />
          <h3>{t("initiatives.complete.title")}</h3>
          <Step reason={whyNotComplete(it, today, today)} saying={saying}>
            <CompleteForm it={it} saying={saying} />
          </Step>
        </Step>
      ) : null}
      {plans && !needsOwner && asked === "assign" ? (
        <>
          <h3 id="assign">{t("initiatives.assign.change")}</h3>
          <FindOwner it={it} find={find} saying={saying} />
          <AssignForm it={it} candidates={candidates} saying={saying} />
        </>
      ) : null}
      {cancels && asked === "stop" ? (
        <>
          <h3 id="stop">{t("initiatives.stop.title")}</h3>
          <Step reason={stop} saying={saying}>
            <StopForm it={it} saying={saying} />
          </Step>
        </>
      ) : null}
      <p className="row no-print">
        {plans && !needsOwner && asked !== "assign" ? (
          <Link href={`/initiatives/${it.id}?do=assign#assign`}>{t("initiatives.assign.change")}</Link>
        ) : null}
        {cancels && asked !== "stop" ? (
          <Link href={`/initiatives/${it.id}?do=stop#stop`}>{t("initiatives.stop.title")}</Link>
        ) : null}
      </p>
    </section>
  );
}

const ownership = (it: InitiativeView) => ({ ...it, ownerId: it.owner?.id ?? null });

function whyNotMine(actor: Actor, it: InitiativeView): Reason | null {
  const { personId, onBehalfOf, role } = actor;
  return whyNotCarryOut(
    { personId, onBehalfOf, role, reachesUnit: reaches(actor, it.unit.id) },
    ownership(it),
  );
}

/** The form, or the reason why it is not there. */
function Step({ reason, saying, children }: { reason: Reason | null; saying: Saying; children: ReactNode }) {
  return reason ? <Reasons reasons={[reason]} saying={saying} /> : children;
}
