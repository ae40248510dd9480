import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { refuseIf } from "@/domain/reason";
import { OpenFundForm } from "@/features/funds/open-fund-form";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "funds", title: (t) => t("funds.new.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today }) => {
    refuseIf(whyNotAct(actor, "fund.open"));
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/funds">{t("funds.title")}</Link> / {t("funds.new.title")}
          </p>
          <h1 className="sentence">{t("funds.new.sentence")}</h1>
        </header>
        <OpenFundForm saying={{ t, locale, today, scheme: employer.scheme }} />
      </>
    );
  },
);
