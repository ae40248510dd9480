import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { whyNotChangeFrame } from "@/domain/fund";
import { refuseIf } from "@/domain/reason";
import { FundFormPage } from "@/features/funds/fund-form-page";
import { AddPotForm, TransferForm } from "@/features/funds/fund-forms";
import { reasonWords } from "@/features/funds/fund-words";
import { getFund } from "@/features/funds/queries";
import { money } from "@/messages/format";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "funds", title: (t) => t("funds.share.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, params }) => {
    refuseIf(whyNotAct(actor, "fund.transfer"));
    const fund = await getFund(actor, params.id ?? "", today);
    const saying = { t, locale, today, scheme: employer.scheme };
    const reason = whyNotChangeFrame(fund, today);
    const central = fund.pots.find((pot) => pot.unitId === null);
    return (
      <FundFormPage
        fund={fund}
        title={t("funds.share.title")}
        sentence={t("funds.share.sentence", { available: money(central?.available ?? 0n, locale) })}
        saying={saying}
      >
        {reason ? (
          <Obstacles items={[{ tone: "stop", text: reasonWords(reason, saying) }]} />
        ) : (
          <div className="columns columns-even">
            <Section id="add" finding={t("funds.share.addFinding")} unruled>
              {fund.units.length > 0 ? (
                <AddPotForm fund={fund} saying={saying} />
              ) : (
                <p className="soft">{t("funds.share.noUnits")}</p>
              )}
            </Section>
            {fund.pots.length > 1 ? (
              <Section id="move" finding={t("funds.share.moveFinding")} unruled>
                <TransferForm fund={fund} saying={saying} />
              </Section>
            ) : null}
          </div>
        )}
      </FundFormPage>
    );
  },
);
