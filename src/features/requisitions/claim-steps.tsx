import type { ReactNode } from "react";
import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { Reason } from "@/domain/reason";
import { EDITABLE_REQUISITION } from "@/domain/requisition";
import type { Saying } from "@/features/initiatives/initiative-words";
import { Reasons } from "@/features/initiatives/reasons";
import { Link } from "@/ui/link";
import { AmountForm, AnswerForm, PaymentForm, ReconcileForm, SendClaimForm } from "./claim-forms";
import type { RequisitionView } from "./queries";

/** What the reader may do with the claim now, or why not and whom to ask. The commands ask the same rules. */
export function ClaimSteps({
  it,
  actor,
  asked,
  saying,
}: {
  it: RequisitionView;
  actor: Actor;
  /** Which form was asked for in the address. */
  asked: string | undefined;
  saying: Saying;
}) {
  const { t, scheme } = saying;
  const noPrepare = whyNotAct(actor, "requisition.prepare");
  const confirm = whyNotAct(actor, "requisition.recordPayment") ?? it.confirm;
  const reconcile = whyNotAct(actor, "requisition.reconcile") ?? it.confirm;
  const sends = it.status === "evidenceComplete" || it.status === "partlyRejected";
  const pays = it.status === "sent" || it.status === "partlyRejected";
  if (it.status === "reconciled") return null;
  return (
    <section className="well stack" aria-labelledby="steps">
      <h2 id="steps">{t(`requisitions.steps.${it.status}`, { scheme })}</h2>
      {it.status === "draft" || it.status === "returned" ? (
        <p className="small">{t("requisitions.steps.evidenceFirst")}</p>
      ) : null}
      {sends ? (
        <Step reasons={[it.send ?? whyNotAct(actor, "requisition.send")]} saying={saying}>
          <SendClaimForm it={it} saying={saying} />
        </Step>
      ) : null}
      {pays ? (
        <>
          <h3>{t("requisitions.pay.title")}</h3>
          <Step reasons={[confirm]} saying={saying}>
            <PaymentForm it={it} saying={saying} />
          </Step>
        </>
      ) : null}
      {it.status === "sent" && whyNotAct(actor, "requisition.recordPayment") === null ? (
        asked === "answer" ? (
          <>
            <h3 id="answer">{t("requisitions.answer.title")}</h3>
            <AnswerForm it={it} saying={saying} />
          </>
        ) : (
          <p className="no-print">
            <Link href={`/requisitions/${it.id}?do=answer#answer`}>{t("requisitions.answer.title")}</Link>
          </p>
        )
      ) : null}
      {it.status === "paid" ? (
        <Step reasons={[reconcile]} saying={saying}>
          <ReconcileForm it={it} saying={saying} />
        </Step>
      ) : null}
      {noPrepare === null && EDITABLE_REQUISITION.includes(it.status) ? (
        <>
          <h3>{t("requisitions.amount.title")}</h3>
          <AmountForm it={it} saying={saying} />
        </>
      ) : null}
    </section>
  );
}

function Step({
  reasons,
  saying,
  children,
}: {
  reasons: (Reason | null)[];
  saying: Saying;
  children: ReactNode;
}) {
  return reasons.some(Boolean) ? <Reasons reasons={reasons} saying={saying} /> : children;
}
