import { portalPage } from "@/app/portal-page";
import { getMonths } from "@/features/reconciliations/month-queries";
import { MonthTable } from "@/features/reconciliations/month-table";
import { monthSentence } from "@/features/reconciliations/month-words";
import { FetchList } from "@/features/reports/fetch-list";
import { ButtonLink } from "@/ui/button";

export default portalPage(
  { see: "reconciliation", title: (t) => t("reconciliations.title"), dense: true },
  async ({ actor, t, locale, today }) => {
    const months = await getMonths(actor, today);
    const saying = { t, locale, today };
    const [newest] = months;
    return (
      <>
        <header className="stack">
          <h1 className="sentence">{newest ? monthSentence(newest, saying) : t("reconciliations.none")}</h1>
          {newest ? null : <p className="soft">{t("reconciliations.noneText")}</p>}
          <p className="row">
            <ButtonLink href="/reconciliation/import" tone={newest ? undefined : "main"}>
              {t("reconciliations.import")}
            </ButtonLink>
          </p>
        </header>
        {newest ? <MonthTable rows={months} saying={saying} /> : null}
        <FetchList list="months" search={{}} actor={actor} t={t} />
      </>
    );
  },
);
