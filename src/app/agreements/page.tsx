import { portalPage } from "@/app/portal-page";
import { versionOn, versionsOf } from "@/domain/agreement";
import { VersionsTable } from "@/features/agreements/versions-table";
import { Section } from "@/ui/section";

export default portalPage(
  { title: (t) => t("agreements.title") },
  async ({ employer: { scheme }, t, locale, today }) => {
    const now = versionOn(scheme, today);
    return (
      <>
        <header className="stack">
          <p className="eyebrow">{t("agreements.title")}</p>
          <h1 className="sentence">
            {now
              ? t("agreements.sentence.follows", { version: t(`words.versions.${now}`) })
              : t("agreements.sentence.noVersion")}
          </h1>
        </header>
        <Section
          id="versions"
          finding={t("agreements.versions.listFinding", { count: versionsOf(scheme).length })}
        >
          <p className="soft">{t("agreements.versions.listText")}</p>
          <VersionsTable scheme={scheme} saying={{ t, locale, today }} />
        </Section>
      </>
    );
  },
);
