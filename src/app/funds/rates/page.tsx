import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { rateOn } from "@/domain/provision";
import type { Saying } from "@/features/funds/fund-words";
import { rateWords } from "@/features/funds/provision-words";
import { getRates } from "@/features/funds/rate-queries";
import { RatesForm } from "@/features/funds/rates-form";
import { RatesTable } from "@/features/funds/rates-table";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "funds", title: (t) => t("provisions.rates.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today }) => {
    const saying: Saying = { t, locale, today, scheme: employer.scheme };
    if (employer.scheme === "tlo")
      return (
        <>
          <h1 className="sentence">{t("provisions.rates.onlyLom")}</h1>
          <p>
            <Link href="/funds">{t("ledgerBook.toFunds")}</Link>
          </p>
        </>
      );
    const table = await getRates(actor);
    const ppm = rateOn(table.rates, today);
    const edits = whyNotAct(actor, "provisionRate.save") === null;
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/funds">{t("funds.title")}</Link> / {t("provisions.rates.title")}
          </p>
          <h1 className="sentence">
            {t("provisions.rates.sentence", { rate: ppm === null ? "none" : rateWords(ppm, saying) })}
          </h1>
          <p className="soft">
            {t(table.isOwn ? "provisions.rates.own" : "provisions.rates.agreement")}{" "}
            {t("provisions.rates.kept")}
          </p>
        </header>
        <RatesTable table={table} saying={saying} />
        {edits ? (
          <Section id="edit" finding={t("provisions.rates.finding")}>
            <RatesForm table={table} saying={saying} />
          </Section>
        ) : null}
      </>
    );
  },
);
