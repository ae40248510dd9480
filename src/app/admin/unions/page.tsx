import { portalPage } from "@/app/portal-page";
import { AdminTabs } from "@/features/people/admin-tabs";
import { HearingsTable } from "@/features/people/hearings-table";
import { HearUnionForm, UnionForm } from "@/features/people/union-forms";
import { getUnions } from "@/features/people/union-queries";
import { getUnitChoices } from "@/features/people/unit-queries";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "administration", title: (t) => t("administration.unions.title"), dense: true },
  async ({ actor, t, locale, today }) => {
    const { unions, hearings } = await getUnions(actor);
    const units = await getUnitChoices(actor, today);
    return (
      <>
        <AdminTabs current="unions" t={t} />
        <header className="stack">
          <h1 className="sentence">{t("administration.unions.sentence", { count: unions.length })}</h1>
        </header>
        <Section id="hearings" finding={t("administration.unions.hearFinding")}>
          <p className="soft">
            {t(hearings.length > 0 ? "administration.unions.hearText" : "administration.unions.hearNone")}
          </p>
          {hearings.length > 0 ? (
            <HearingsTable hearings={hearings} t={t} locale={locale} today={today} />
          ) : null}
        </Section>
        <div className="columns columns-even">
          <Section id="unions" finding={t("administration.unions.listFinding")}>
            {unions.length === 0 ? <p className="soft">{t("administration.unions.none")}</p> : null}
            <ul className="stack-s list-none p-0">
              {unions.map((union) => (
                <li key={union.id} className="row">
                  {union.name}{" "}
                  <Link className="small" href={`/admin/unions/${union.id}`}>
                    {t("administration.unions.renameButton")}
                    <span className="unseen"> {union.name}</span>
                  </Link>
                </li>
              ))}
            </ul>
            <h3>{t("administration.unions.addFinding")}</h3>
            <UnionForm t={t} />
          </Section>
          {unions.length > 0 ? (
            <Section id="hear" finding={t("administration.unions.hearAddFinding")}>
              <HearUnionForm unions={unions} units={units} today={today} t={t} />
            </Section>
          ) : null}
        </div>
      </>
    );
  },
);
