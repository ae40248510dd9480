import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { getCaseInitiatives } from "@/features/initiatives/case-queries";
import { PlanForm } from "@/features/initiatives/plan-form";
import { Reasons } from "@/features/initiatives/reasons";
import { money } from "@/messages/format";
import { Link } from "@/ui/link";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default portalPage(
  { see: "initiatives", title: (t) => t("initiatives.plan.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, search }) => {
    refuseIf(whyNotAct(actor, "initiative.plan"));
    if (!search.case || !UUID.test(search.case)) throw new Refusal(NOT_FOUND);
    const it = await getCaseInitiatives(actor, search.case, today);
    const saying = { t, locale, today, scheme: employer.scheme };
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href={`/pre-registrations/${it.caseId}`}>{it.title}</Link> / {t("initiatives.plan.title")}
          </p>
          <h1 className="sentence">{t("initiatives.plan.sentence", { free: money(it.free, locale) })}</h1>
        </header>
        {it.whyNot ? <Reasons reasons={[it.whyNot]} saying={saying} /> : <PlanForm it={it} saying={saying} />}
      </>
    );
  },
);
