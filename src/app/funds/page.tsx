import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { seesEntries } from "@/features/funds/entry-queries";
import { FundOverview } from "@/features/funds/fund-overview";
import { fundSentence, stateOf } from "@/features/funds/fund-words";
import { fundTotals } from "@/features/funds/queries";
import { FetchList } from "@/features/reports/fetch-list";
import { ButtonLink } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "funds", title: (t) => t("funds.title"), dense: true },
  async ({ actor, employer, t, locale, today }) => {
    const funds = await fundTotals(actor);
    const saying = { t, locale, today, scheme: employer.scheme };
    const opens = whyNotAct(actor, "fund.open") === null;
    const leading = funds.find((fund) => stateOf(fund, today) === "open");
    return (
      <>
        <header className="stack">
          <p className="eyebrow">{t("funds.title")}</p>
          <h1 className="sentence">
            {funds.length === 0
              ? t("funds.list.none")
              : leading
                ? fundSentence(leading, saying)
                : t("funds.list.noneOpen")}
          </h1>
          <p className="row">
            {opens ? (
              <ButtonLink href="/funds/new" tone={funds.length === 0 ? "main" : undefined}>
                {t("funds.new.title")}
              </ButtonLink>
            ) : null}
            {seesEntries(actor) ? <Link href="/ledger">{t("ledgerBook.open")}</Link> : null}
            {employer.scheme === "lom" ? <Link href="/funds/rates">{t("provisions.rates.link")}</Link> : null}
          </p>
        </header>
        {funds.length === 0 ? (
          <Empty level={2} title={t("funds.list.none")}>
            <p>{t(opens ? "funds.list.noneText" : "funds.list.noneAsk")}</p>
          </Empty>
        ) : null}
        {funds.map((fund) => (
          <FundOverview key={fund.id} fund={fund} leads={fund === leading} saying={saying} />
        ))}
        <FetchList list="funds" search={{}} actor={actor} t={t} />
      </>
    );
  },
);
