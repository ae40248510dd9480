import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { whyNotClaim } from "@/domain/requisition";
import type { Saying } from "@/features/initiatives/initiative-words";
import type { InitiativeView, PartView } from "@/features/initiatives/queries";
import { Reasons } from "@/features/initiatives/reasons";
import { money } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { partWords } from "./claim-words";

/** On an initiative's page, for those who claim: which of its parts can be claimed now, or why not yet. */
export function InitiativeClaims({
  it,
  actor,
  saying,
}: {
  it: InitiativeView;
  actor: Actor;
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  if (whyNotAct(actor, "requisition.prepare") !== null) return null;
  const unclaimed = it.parts.filter(
    (part) =>
      part.claim === null &&
      !part.settled &&
      // While it is under way only a partial claim whose day has come is worth a word.
      (it.status === "completed" || whyNotClaim(claimable(it, part), today) === null),
  );
  if (unclaimed.length === 0 || (it.status !== "completed" && it.status !== "underWay")) return null;
  return (
    <section className="well stack" aria-labelledby="claims">
      <h2 id="claims">{t("requisitions.ofInitiative.title", { count: unclaimed.length })}</h2>
      {unclaimed.map((part) => {
        const reason = whyNotClaim(claimable(it, part), today);
        const callsOff = reason?.key === "requisitions.whyNot.callOff";
        return (
          <div key={part.id} className="stack-s">
            <p>
              {partWords(part.number, t)}: <span className="money">{money(part.committed, locale)}</span>
            </p>
            {reason && !callsOff ? (
              <Reasons reasons={[reason]} saying={saying} />
            ) : (
              <p>
                <ButtonLink tone="main" href={`/requisitions/new?part=${part.id}`}>
                  {t(callsOff ? "requisitions.callOff.title" : "requisitions.start.title")}
                  <span className="unseen"> {partWords(part.number, t)}</span>
                </ButtonLink>
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

function claimable(it: InitiativeView, part: PartView) {
  return {
    providerKind: it.providerKind,
    initiativeStatus: it.status,
    parts: it.parts.length,
    earliestClaimDay: part.earliestClaimDay,
    settled: part.settled,
    claimed: part.claim !== null,
    // Asked when the claim is begun: the fund's day is not of this page.
    requisitionDay: null,
  };
}
