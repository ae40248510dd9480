import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { refuseIf } from "@/domain/reason";
import { fundRows, type Saying } from "@/features/funds/fund-words";
import { OpenFundForm } from "@/features/funds/open-fund-form";
import { PeriodLinks } from "@/features/funds/period-links";
import { openFundAction } from "@/features/funds/provision-actions";
import { CheckForm } from "@/features/funds/provision-check";
import { previewNewFund } from "@/features/funds/provision-queries";
import { FUND_FIELDS, openFundSchema, typedIn } from "@/features/funds/provision-schema";
import { originRows } from "@/features/funds/provision-words";
import { money } from "@/messages/format";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "funds", title: (t) => t("funds.new.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, search }) => {
    refuseIf(whyNotAct(actor, "fund.open"));
    const saying: Saying = { t, locale, today, scheme: employer.scheme };
    const typed = typedIn(search, FUND_FIELDS);
    const asked = search.check ? openFundSchema.safeParse(typed).data : undefined;
    const sum = asked && (await previewNewFund(actor, asked, asked.basis));
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/funds">{t("funds.title")}</Link> / {t("funds.new.title")}
          </p>
          <h1 className="sentence">
            {asked
              ? t("provisions.check.sentenceFund", { amount: sum ? money(sum.amount, locale) : "none" })
              : t("funds.new.sentence")}
          </h1>
        </header>
        {asked ? (
          <CheckForm
            action={openFundAction}
            rows={[
              { label: t("funds.new.name"), value: asked.name },
              ...fundRows(asked, saying),
              ...(sum ? originRows(sum, asked.reference, saying) : []),
            ]}
            hidden={typed}
            back={`/funds/new?${new URLSearchParams(typed)}`}
            button={t("provisions.check.open")}
            label={t("funds.new.title")}
            saying={saying}
          />
        ) : (
          <>
            <PeriodLinks saying={saying} />
            <OpenFundForm typed={typed} saying={saying} />
          </>
        )}
      </>
    );
  },
);
