import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { whyNotChangeFrame } from "@/domain/fund";
import { ButtonLink } from "@/ui/button";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";
import { reasonWords, type Saying } from "./fund-words";
import type { FundPage } from "./queries";

/** What who books may do with the fund today, or the rule that stands against it. */
export function FundActions({ fund, actor, saying }: { fund: FundPage; actor: Actor; saying: Saying }) {
  const { t, today } = saying;
  if (whyNotAct(actor, "fund.provide") && whyNotAct(actor, "fund.transfer")) return null;
  const reason = whyNotChangeFrame(fund, today);
  // Money that came back after a year was rolled over is rolled on.
  const rolls = !fund.reverts && fund.totals.available > 0n && fund.from <= today;
  return (
    <Section id="change" finding={t(reason ? "funds.actions.whyNot" : "funds.actions.title")} unruled>
      {reason ? (
        <Obstacles items={[{ tone: "stop", text: reasonWords(reason, saying) }]} />
      ) : (
        <p className="row">
          <ButtonLink href={`/funds/${fund.id}/provide`}>{t("funds.actions.provide")}</ButtonLink>
          <ButtonLink href={`/funds/${fund.id}/pots`}>{t("funds.actions.pots")}</ButtonLink>
          <ButtonLink href={`/funds/${fund.id}/distribute`}>{t("distributions.action")}</ButtonLink>
        </p>
      )}
      {rolls ? (
        <p>
          <ButtonLink href={`/funds/${fund.id}/roll-over`}>{t("funds.actions.rollOver")}</ButtonLink>
        </p>
      ) : null}
    </Section>
  );
}
