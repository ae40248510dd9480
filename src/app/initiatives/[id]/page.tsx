import { portalPage } from "@/app/portal-page";
import { whyNotSee } from "@/domain/access";
import { InitiativeFilings } from "@/features/filings/initiative-filings";
import { InitiativeFacts } from "@/features/initiatives/initiative-facts";
import { InitiativeHead } from "@/features/initiatives/initiative-head";
import { InitiativeSteps } from "@/features/initiatives/initiative-steps";
import { ownerCandidates } from "@/features/initiatives/owner-queries";
import { PartsTable } from "@/features/initiatives/parts-table";
import { getInitiative } from "@/features/initiatives/queries";
import { TookPartTable } from "@/features/initiatives/took-part";
import { History } from "@/features/people/history";
import { InitiativeClaims } from "@/features/requisitions/initiative-claims";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "initiatives", title: (t) => t("initiatives.title"), dense: true },
  async ({ actor, employer, t, locale, today, params, search }) => {
    const it = await getInitiative(actor, params.id ?? "", today);
    const find = search.find ?? "";
    const candidates =
      actor.role === "coordinator"
        ? await ownerCandidates(actor, { id: it.id, unitId: it.unit.id }, find, today)
        : [];
    const saying = { t, locale, today, scheme: employer.scheme };
    const seesClaims = whyNotSee(actor, "requisitions") === null;
    return (
      <>
        <InitiativeHead it={it} saying={saying} />
        <div className="columns columns-main-side">
          <div className="stack-xl">
            <InitiativeFacts it={it} ideasSeen={actor.role === "coordinator"} saying={saying} />
            <TookPartTable it={it} actor={actor} saying={saying} />
            <PartsTable it={it} claims={seesClaims} saying={saying} />
            <InitiativeFilings actor={actor} initiativeId={it.id} saying={saying} />
          </div>
          <div className="stack-l">
            <InitiativeSteps
              it={it}
              actor={actor}
              candidates={candidates}
              find={find}
              asked={search.do}
              saying={saying}
            />
            {seesClaims ? <InitiativeClaims it={it} actor={actor} saying={saying} /> : null}
            <Section id="history" finding={t("events.title")} unruled>
              <History events={it.events} t={t} locale={locale} scheme={employer.scheme} narrow />
            </Section>
          </div>
        </div>
      </>
    );
  },
);
