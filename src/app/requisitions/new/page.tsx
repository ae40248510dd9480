import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { Reasons } from "@/features/initiatives/reasons";
import { CallOffForm, StartClaimForm } from "@/features/requisitions/claim-forms";
import { partWords } from "@/features/requisitions/claim-words";
import { getPartToClaim } from "@/features/requisitions/queries";
import { money } from "@/messages/format";
import { Link } from "@/ui/link";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default portalPage(
  { see: "requisitions", title: (t) => t("requisitions.start.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, search }) => {
    if (!search.part || !UUID.test(search.part)) throw new Refusal(NOT_FOUND);
    const { part, claim, callOff, confirm } = await getPartToClaim(actor, search.part, today);
    const saying = { t, locale, today, scheme: employer.scheme };
    const isCallOff = part.providerKind === "nationalFund";
    const reason = isCallOff
      ? (callOff ?? whyNotAct(actor, "requisition.reconcile") ?? confirm)
      : (claim ?? whyNotAct(actor, "requisition.prepare"));
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/requisitions">{t("requisitions.title")}</Link> /{" "}
            <Link href={`/initiatives/${part.initiative.id}`}>{part.initiative.title}</Link> /{" "}
            {partWords(part.number, t)}
          </p>
          <h1 className="sentence">
            {t(isCallOff ? "requisitions.callOff.sentence" : "requisitions.start.sentence", {
              left: money(part.committed, locale),
              scheme: employer.scheme,
            })}
          </h1>
        </header>
        {reason ? <Reasons reasons={[reason]} saying={saying} /> : null}
        {!reason && isCallOff ? <CallOffForm part={part} saying={saying} /> : null}
        {!reason && !isCallOff ? <StartClaimForm part={part} saying={saying} /> : null}
      </>
    );
  },
);
