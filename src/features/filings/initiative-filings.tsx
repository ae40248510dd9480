import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { Saying } from "@/features/initiatives/initiative-words";
import { Reasons } from "@/features/initiatives/reasons";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Section } from "@/ui/section";
import { prepareFilingAction } from "./actions";
import { FilingsTable } from "./filings-table";
import { getInitiativeFilings } from "./queries";

/** On an initiative's page: its filings, and the next one, or what stands in its way. Nothing under LOM. */
export async function InitiativeFilings({
  actor,
  initiativeId,
  saying,
}: {
  actor: Actor;
  initiativeId: string;
  saying: Saying;
}) {
  const { t, today } = saying;
  const { filings, files, prepare, send } = await getInitiativeFilings(actor, initiativeId, today);
  const mayPrepare = files && prepare === null && whyNotAct(actor, "filing.prepare") === null;
  if (!files || (filings.length === 0 && !mayPrepare)) return null;
  return (
    <Section id="filings" finding={t("filings.ofInitiative.finding", { count: filings.length })}>
      {filings.length > 0 ? (
        <FilingsTable rows={filings} linked={actor.role !== "employee"} saying={saying} />
      ) : null}
      {mayPrepare ? (
        <div className="well stack">
          <h3>{t(filings.length > 0 ? "filings.prepare.again" : "filings.prepare.title")}</h3>
          {send.length > 0 ? (
            <>
              <p className="small">{t("filings.prepare.inTheWay", { count: send.length })}</p>
              <Reasons reasons={send} saying={saying} />
            </>
          ) : null}
          <Form
            action={prepareFilingAction}
            className="stack"
            dense
            idPrefix="prepare-"
            label={t("filings.prepare.title")}
          >
            <HiddenField name="initiativeId" value={initiativeId} />
            <TextArea
              name="note"
              rows={3}
              label={t("filings.prepare.note")}
              hint={t("filings.prepare.noteHint")}
              optional={t("filings.optional")}
            />
            <SubmitButton tone="main">{t("filings.prepare.button")}</SubmitButton>
          </Form>
        </div>
      ) : null}
    </Section>
  );
}
