import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { whyNotChangeFrame } from "@/domain/fund";
import { refuseIf } from "@/domain/reason";
import { DistributeAsk } from "@/features/funds/distribute-ask";
import { ConfirmParts, HandForm } from "@/features/funds/distribute-forms";
import { getDistribution } from "@/features/funds/distribute-queries";
import { distributeSearch } from "@/features/funds/distribute-schema";
import { askedIn, partsOf } from "@/features/funds/distribute-words";
import { FundFormPage } from "@/features/funds/fund-form-page";
import { reasonWords, type Saying } from "@/features/funds/fund-words";
import { PartsTable } from "@/features/funds/parts-table";
import { money } from "@/messages/format";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "funds", title: (t) => t("distributions.title"), dense: true },
  async ({ actor, employer, t, locale, today, params, search, every }) => {
    refuseIf(whyNotAct(actor, "fund.distribute"));
    const page = await getDistribution(actor, params.id ?? "", today);
    const saying: Saying = { t, locale, today, scheme: employer.scheme };
    const asked = askedIn(page, distributeSearch.parse(search), every("unit"));
    const shared = partsOf(page, asked);
    const closed = whyNotChangeFrame(page.fund, today);
    const available = money(page.central.available, locale);
    const stop = (text: string) => <Obstacles items={[{ tone: "stop", text }]} />;
    const tooMuch =
      asked.amount > page.central.available ? t("distributions.parts.tooMuch", { available }) : null;
    const byHand = asked.basis === "byHand" && !asked.reason && asked.units.length > 0;
    const fundId = page.fund.id;
    return (
      <FundFormPage
        fund={page.fund}
        title={t("distributions.title")}
        sentence={
          page.central.available === 0n
            ? t("distributions.none")
            : t("distributions.sentence", { amount: available })
        }
        saying={saying}
      >
        {closed ? (
          stop(reasonWords(closed, saying))
        ) : page.central.available === 0n ? null : (
          <>
            <Section id="ask" finding={t("distributions.ask.finding")} unruled>
              <DistributeAsk page={page} asked={asked} saying={saying} />
            </Section>
            {asked.units.length === 0 ? null : (
              <Section
                id="parts"
                finding={t(byHand ? "distributions.hand.finding" : "distributions.parts.finding")}
              >
                {byHand ? (
                  <HandForm
                    fundId={fundId}
                    amount={asked.amount}
                    units={asked.units.filter((unit) => asked.chosen.includes(unit.id))}
                    saying={saying}
                  />
                ) : "reason" in shared ? (
                  stop(reasonWords(shared.reason, saying))
                ) : (
                  <>
                    <PartsTable parts={shared.parts} asked={asked} saying={saying} />
                    <p className="note">
                      {t("distributions.parts.rule")}{" "}
                      {asked.floor > 0n
                        ? t("distributions.parts.floorRule", { floor: money(asked.floor, locale) })
                        : null}
                    </p>
                    {tooMuch ? (
                      stop(tooMuch)
                    ) : (
                      <ConfirmParts fundId={fundId} asked={asked} parts={shared.parts} saying={saying} />
                    )}
                  </>
                )}
              </Section>
            )}
          </>
        )}
      </FundFormPage>
    );
  },
);
