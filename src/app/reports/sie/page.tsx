import { portalPage } from "@/app/portal-page";
import { sieFile } from "@/features/reports/sie-file";
import { SiePreview } from "@/features/reports/sie-preview";
import { fundsForSie } from "@/features/reports/sie-queries";
import { isAsked, sieSearch } from "@/features/reports/sie-schema";
import { FilterSelect, Filters, FilterText } from "@/ui/filters";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "reports", title: (t) => t("exports.sie.title"), dense: true },
  async ({ actor, employer, t, locale, today, search }) => {
    const asked = sieSearch.parse(search);
    const funds = await fundsForSie(actor);
    const made = isAsked(asked) ? await sieFile(actor, asked, today, t) : null;
    const { scheme } = employer;
    const query = new URLSearchParams(
      Object.entries(asked).filter((part): part is [string, string] => part[1] !== undefined),
    );
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/reports">{t("reports.title")}</Link> / {t("exports.sie.title")}
          </p>
          <h1 className="sentence">{t("exports.sie.sentence", { scheme })}</h1>
          <p className="soft">{t("exports.sie.lead", { scheme })}</p>
        </header>
        <Filters label={t("exports.sie.title")} action="/reports/sie" submit={t("exports.sie.show")}>
          <FilterSelect
            name="fund"
            label={t("exports.heads.fund")}
            value={asked.fund ?? ""}
            options={funds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FilterText
            name="month"
            label={t("exports.sie.month", { example: today.slice(0, 7) })}
            value={asked.month ?? search.month ?? today.slice(0, 7)}
          />
          <FilterText
            name="debit"
            label={t("exports.sie.debitAccount", { scheme })}
            value={asked.debit ?? search.debit ?? ""}
          />
          <FilterText
            name="credit"
            label={t("exports.sie.creditAccount", { scheme })}
            value={asked.credit ?? search.credit ?? ""}
          />
        </Filters>
        {made ? (
          <SiePreview made={made} href={`/reports/sie/export?${query}`} t={t} locale={locale} />
        ) : (
          <p className="note">{t(search.month ? "exports.sie.unread" : "exports.sie.ask")}</p>
        )}
      </>
    );
  },
);
