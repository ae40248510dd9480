import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { whyNotChangeFrame } from "@/domain/fund";
import { refuseIf } from "@/domain/reason";
import { FundFormPage } from "@/features/funds/fund-form-page";
import { AdjustForm, ProvideForm } from "@/features/funds/fund-forms";
import { reasonWords } from "@/features/funds/fund-words";
import { getFund } from "@/features/funds/queries";
import { money } from "@/messages/format";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "funds", title: (t) => t("funds.provide.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, params }) => {
    refuseIf(whyNotAct(actor, "fund.provide"));
    const fund = await getFund(actor, params.id ?? "", today);
    const saying = { t, locale, today, scheme: employer.scheme };
    const reason = whyNotChangeFrame(fund, today);
    return (
      <FundFormPage
        fund={fund}
        title={t("funds.provide.title")}
        sentence={t("funds.provide.sentence", {
          available: money(fund.totals.available, locale),
          name: fund.name,
        })}
        saying={saying}
      >
        {reason ? (
          <Obstacles items={[{ tone: "stop", text: reasonWords(reason, saying) }]} />
        ) : (
          <div className="columns columns-even">
            <Section id="provide" finding={t("funds.provide.provideFinding")} unruled>
              <ProvideForm fund={fund} saying={saying} />
            </Section>
            <Section id="adjust" finding={t("funds.provide.adjustFinding")} unruled>
              <AdjustForm fund={fund} saying={saying} />
            </Section>
          </div>
        )}
      </FundFormPage>
    );
  },
);
