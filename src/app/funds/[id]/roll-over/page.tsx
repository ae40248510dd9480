import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { refuseIf } from "@/domain/reason";
import { FundFormPage } from "@/features/funds/fund-form-page";
import { RollOverForm } from "@/features/funds/fund-forms";
import { getFund } from "@/features/funds/queries";
import { money } from "@/messages/format";
import { Obstacles } from "@/ui/obstacles";

export default portalPage(
  { see: "funds", title: (t) => t("funds.rollOver.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, params }) => {
    refuseIf(whyNotAct(actor, "fund.transfer"));
    const fund = await getFund(actor, params.id ?? "", today);
    const saying = { t, locale, today, scheme: employer.scheme };
    const text = fund.reverts
      ? t("funds.rules.revertsInstead")
      : fund.laterFunds.length === 0
        ? t("funds.rollOver.noTarget")
        : null;
    return (
      <FundFormPage
        fund={fund}
        title={t("funds.rollOver.title")}
        sentence={t("funds.rollOver.sentence", {
          available: money(fund.totals.available, locale),
          name: fund.name,
        })}
        saying={saying}
      >
        {text ? (
          <Obstacles
            items={[{ tone: "stop", text, ask: fund.reverts ? undefined : t("funds.rollOver.noTargetAsk") }]}
          />
        ) : (
          <>
            <p className="soft">{t("funds.rollOver.text")}</p>
            <RollOverForm fund={fund} saying={saying} />
          </>
        )}
      </FundFormPage>
    );
  },
);
