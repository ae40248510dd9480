import { portalPage } from "@/app/portal-page";
import { versionOn, versionsOf } from "@/domain/agreement";
import { agreementOn } from "@/domain/local-agreement";
import { localSentence } from "@/features/agreements/agreement-words";
import { LocalAgreementsTable } from "@/features/agreements/local-agreements-table";
import { getLocalAgreements } from "@/features/agreements/queries";
import { VersionsTable } from "@/features/agreements/versions-table";
import { AdminTabs } from "@/features/people/admin-tabs";
import { ButtonLink } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "administration", title: (t) => t("agreements.title"), dense: true },
  async ({ actor, employer, t, locale, today }) => {
    const { scheme } = employer;
    const saying = { t, locale, today };
    const agreements = scheme === "lom" ? await getLocalAgreements(actor) : [];
    const now = versionOn(scheme, today);
    return (
      <>
        <AdminTabs current="agreements" t={t} />
        <header className="stack">
          <h1 className="sentence">
            {scheme === "lom"
              ? localSentence(agreementOn(agreements, today), saying)
              : now
                ? t("agreements.sentence.follows", { version: t(`words.versions.${now}`) })
                : t("agreements.sentence.noVersion")}
          </h1>
        </header>
        {scheme === "lom" ? (
          <Section
            id="local"
            finding={t("agreements.local.finding")}
            aside={<ButtonLink href="/admin/agreements/new">{t("agreements.local.add")}</ButtonLink>}
          >
            {agreements.length === 0 ? (
              <Empty title={t("agreements.local.none")}>
                <p>{t("agreements.local.noneText")}</p>
              </Empty>
            ) : (
              <LocalAgreementsTable agreements={agreements} saying={saying} />
            )}
          </Section>
        ) : null}
        <Section
          id="versions"
          finding={t("agreements.versions.listFinding", { count: versionsOf(scheme).length })}
        >
          <p className="soft">{t("agreements.versions.listText")}</p>
          <VersionsTable scheme={scheme} saying={saying} />
        </Section>
      </>
    );
  },
);
