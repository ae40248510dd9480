import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { whyNotChangeFrame } from "@/domain/fund";
import { refuseIf } from "@/domain/reason";
import { FundFormPage } from "@/features/funds/fund-form-page";
import { AdjustForm, ProvideForm } from "@/features/funds/fund-forms";
import { reasonWords, type Saying } from "@/features/funds/fund-words";
import { provideAction } from "@/features/funds/provision-actions";
import { CheckForm } from "@/features/funds/provision-check";
import { previewProvision } from "@/features/funds/provision-queries";
import { PROVIDE_FIELDS, provideSchema, typedIn } from "@/features/funds/provision-schema";
import { originRows } from "@/features/funds/provision-words";
import { getFund } from "@/features/funds/queries";
import { money } from "@/messages/format";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "funds", title: (t) => t("funds.provide.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, params, search }) => {
    refuseIf(whyNotAct(actor, "fund.provide"));
    const fund = await getFund(actor, params.id ?? "", today);
    const saying: Saying = { t, locale, today, scheme: employer.scheme };
    const reason = whyNotChangeFrame(fund, today);
    const typed = typedIn(search, PROVIDE_FIELDS);
    const asked =
      search.check && !reason ? provideSchema.safeParse({ ...typed, fundId: fund.id }).data : undefined;
    const sum = asked && (await previewProvision(actor, fund.id, asked.basis, today));
    const pot = asked && fund.pots.length > 1 ? fund.pots.find((it) => it.id === asked.potId) : undefined;
    return (
      <FundFormPage
        fund={fund}
        title={t("funds.provide.title")}
        sentence={
          sum
            ? t("provisions.check.sentence", { amount: money(sum.amount, locale), name: fund.name })
            : t("funds.provide.sentence", {
                available: money(fund.totals.available, locale),
                name: fund.name,
              })
        }
        saying={saying}
      >
        {reason ? (
          <Obstacles items={[{ tone: "stop", text: reasonWords(reason, saying) }]} />
        ) : sum ? (
          <CheckForm
            action={provideAction}
            rows={[
              ...(pot
                ? [{ label: t("funds.provide.pot"), value: pot.unitName ?? t("funds.pots.central") }]
                : []),
              ...originRows(sum, asked.reference, saying),
            ]}
            hidden={{ ...typed, fundId: fund.id }}
            back={`/funds/${fund.id}/provide?${new URLSearchParams(typed)}`}
            button={t("provisions.check.confirm", { amount: money(sum.amount, locale) })}
            label={t("funds.provide.provideFinding")}
            saying={saying}
          />
        ) : (
          <div className="columns columns-even">
            <Section id="provide" finding={t("funds.provide.provideFinding")} unruled>
              <ProvideForm fund={fund} typed={typed} saying={saying} />
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
