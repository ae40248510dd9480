import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { Saying } from "@/features/initiatives/initiative-words";
import { Reasons } from "@/features/initiatives/reasons";
import { money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Section } from "@/ui/section";
import { closeReservationAction } from "./actions";
import { FilingsTable } from "./filings-table";
import { type CaseFilingsView, getCaseFilings } from "./queries";

/** On a case's page: what was filed, the answers, and closing the reservation with what stands in its way. */
export async function CaseFilings({
  actor,
  caseId,
  saying,
}: {
  actor: Actor;
  caseId: string;
  saying: Saying;
}) {
  const { t } = saying;
  const { filings, closing } = await getCaseFilings(actor, caseId, saying.today);
  const closes = closing && whyNotAct(actor, "initiative.plan") === null ? closing : null;
  if (filings.length === 0 && !closes) return null;
  const waiting = filings.filter((filing) => filing.status === "sent").length;
  return (
    <>
      {filings.length > 0 ? (
        <Section id="filings" finding={t("filings.ofCase.finding", { count: filings.length, waiting })}>
          <FilingsTable rows={filings} linked={actor.role !== "employee"} saying={saying} />
        </Section>
      ) : null}
      {closes ? <Closing caseId={caseId} closing={closes} saying={saying} /> : null}
    </>
  );
}

function Closing({
  caseId,
  closing,
  saying,
}: {
  caseId: string;
  closing: NonNullable<CaseFilingsView["closing"]>;
  saying: Saying;
}) {
  const { t, locale, scheme } = saying;
  const values = {
    amount: money(closing.reserved, locale),
    some: closing.reserved > 0n ? "yes" : "no",
    scheme,
  };
  return (
    <Section id="closing" finding={t("filings.close.finding", values)}>
      {closing.reasons.length > 0 ? (
        <>
          <p className="small">{t("filings.close.blocked", { count: closing.reasons.length })}</p>
          <Reasons reasons={closing.reasons} saying={saying} />
        </>
      ) : (
        <Form
          action={closeReservationAction}
          className="stack"
          dense
          idPrefix="close-"
          label={t("filings.close.button")}
        >
          <HiddenField name="caseId" value={caseId} />
          <p>
            {t(`filings.close.becomes.${closing.becomes}`, { scheme })}{" "}
            {closing.reserved > 0n ? t(`filings.close.landing.${closing.landing}`, values) : null}
          </p>
          <SubmitButton tone="main">{t("filings.close.button")}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}
