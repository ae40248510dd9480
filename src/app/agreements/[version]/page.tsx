import { portalPage } from "@/app/portal-page";
import { versionsOf } from "@/domain/agreement";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { VersionChanges } from "@/features/agreements/version-changes";
import { VersionFacts } from "@/features/agreements/version-facts";
import { inForceWords, versionStatus } from "@/features/agreements/version-words";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";

export default portalPage({ title: (t) => t("agreements.title") }, async ({ t, locale, today, params }) => {
  // Anyone's versions may be read: they are the agreement, not an employer's.
  const version = [...versionsOf("tlo"), ...versionsOf("lom")].find((it) => it === params.version);
  if (!version) throw new Refusal(NOT_FOUND);
  const saying = { t, locale, today };
  const status = versionStatus(version, saying);
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/agreements">{t("agreements.title")}</Link>
        </p>
        <h1>{t(`words.versions.${version}`)}</h1>
        <p className="sentence sentence-s">{inForceWords(version, saying)}</p>
        {status ? (
          <p>
            <Status {...status} />
          </p>
        ) : null}
      </header>
      <VersionChanges version={version} saying={saying} />
      <VersionFacts version={version} saying={saying} />
    </>
  );
});
