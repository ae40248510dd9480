import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { money } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { Section } from "@/ui/section";
import { getCaseInitiatives } from "./case-queries";
import { InitiativeTable } from "./initiative-table";
import type { Saying } from "./initiative-words";

/** On a case's page: what has come of it, and the way to the next initiative out of what is still reserved. */
export async function CaseInitiatives({
  actor,
  caseId,
  saying,
}: {
  actor: Actor;
  caseId: string;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const it = await getCaseInitiatives(actor, caseId, saying.today);
  const mayPlan = it.byHand && it.whyNot === null && whyNotAct(actor, "initiative.plan") === null;
  if (it.rows.length === 0 && !mayPlan) return null;
  return (
    <Section
      id="initiatives"
      finding={t("initiatives.ofCase.finding", {
        count: it.rows.length,
        free: money(it.free, locale),
        some: it.free > 0n ? "yes" : "no",
      })}
    >
      {it.rows.length > 0 ? <InitiativeTable rows={it.rows} saying={saying} /> : null}
      {mayPlan ? (
        <p className="no-print">
          <ButtonLink
            tone={it.rows.length === 0 ? "main" : undefined}
            href={`/initiatives/new?case=${caseId}`}
          >
            {t(it.rows.length === 0 ? "initiatives.plan.title" : "initiatives.plan.another")}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  );
}
