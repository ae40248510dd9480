import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { CaseStatus } from "@/domain/pre-registration";
import { DecisionPanel } from "@/features/approvals/decision-panel";
import { getDecision } from "@/features/approvals/queries";
import { getCaseVoices } from "@/features/consultations/case-queries";
import { Voices } from "@/features/consultations/voices";
import { CaseFilings } from "@/features/filings/case-filings";
import { CaseInitiatives } from "@/features/initiatives/case-initiatives";
import { History } from "@/features/people/history";
import { CaseContent } from "@/features/pre-registrations/case-content";
import { CaseHeader } from "@/features/pre-registrations/case-header";
import {
  type CaseHead,
  getCase,
  getCaseHead,
  getFrozenCase,
} from "@/features/pre-registrations/case-queries";
import type { Saying } from "@/features/pre-registrations/case-words";
import { EmployeeCase } from "@/features/pre-registrations/employee-case";
import { EndorsePanel } from "@/features/pre-registrations/endorse-panel";
import { FrozenCase } from "@/features/pre-registrations/frozen-case";
import { NextPanel } from "@/features/pre-registrations/next-panel";
import { OtherWays } from "@/features/pre-registrations/other-ways";
import { VersionNotice } from "@/features/pre-registrations/version-notice";
import { Section } from "@/ui/section";
import { portalPage } from "../../portal-page";

export default portalPage(
  { see: "preRegistrations", title: (t) => t("preRegistrations.caseTitle") },
  async ({ actor, employer, t, locale, today, params: { id = "" } }) => {
    const saying = { t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord };
    if (actor.role === "employee")
      return <EmployeeCase it={await getCaseHead(actor, id, today)} saying={saying} />;

    if (actor.role === "unionRep") {
      const it = await getFrozenCase(actor, id, today);
      return (
        <>
          <CaseHeader it={it} saying={saying} />
          <div className="columns columns-main-side">
            <div className="stack-xl">
              <FrozenCase it={it} saying={saying} />
              <Heard actor={actor} it={it} saying={saying} />
            </div>
            <div className="stack-l">
              <Decided actor={actor} it={it} saying={saying} />
              <CaseHistory it={it} saying={saying} />
            </div>
          </div>
        </>
      );
    }

    const it = await getCase(actor, id, today);
    const prepares = whyNotAct(actor, "preRegistration.prepare") === null;
    const endorses = whyNotAct(actor, "preRegistration.endorse") === null;
    const sent = it.facts.currentVersion > 0;
    return (
      <>
        <CaseHeader it={it} saying={saying} />
        {prepares ? <VersionNotice actor={actor} caseId={id} saying={saying} /> : null}
        <div className="columns columns-main-side">
          <CaseContent it={it} mayEdit={prepares} saying={saying}>
            {sent ? <Heard actor={actor} it={it} saying={saying} /> : null}
            {CAME_OF_IT.includes(it.facts.status) ? (
              <>
                <CaseInitiatives actor={actor} caseId={id} saying={saying} />
                <CaseFilings actor={actor} caseId={id} saying={saying} />
              </>
            ) : null}
          </CaseContent>
          <div className="stack-l">
            {prepares ? <NextPanel it={it} saying={saying} /> : null}
            {endorses ? <EndorsePanel it={it} actor={actor} saying={saying} /> : null}
            {sent ? <Decided actor={actor} it={it} saying={saying} /> : null}
            {prepares ? <OtherWays it={it} saying={saying} /> : null}
            <CaseHistory it={it} saying={saying} />
          </div>
        </div>
      </>
    );
  },
);

/** After a decision there can be initiatives and filings. */
const CAME_OF_IT: readonly CaseStatus[] = ["approved", "converted", "withdrawn", "expired"];

type Part = { actor: Actor; it: CaseHead; saying: Saying };

/** What each union has said; a joint group hears nobody but itself. */
async function Heard({ actor, it, saying }: Part) {
  if (it.standing.consultation?.jointGroup) return null;
  return <Voices consultation={await getCaseVoices(actor, it.id, saying.today)} saying={saying} />;
}

async function Decided({ actor, it, saying }: Part) {
  return <DecisionPanel decision={await getDecision(actor, it.id, saying.today)} saying={saying} />;
}

function CaseHistory({ it, saying: { t, locale, scheme } }: Omit<Part, "actor">) {
  return (
    <Section id="history" unruled finding={t("preRegistrations.case.history")}>
      <History events={it.history} t={t} locale={locale} scheme={scheme} narrow />
    </Section>
  );
}
