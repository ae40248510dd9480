import { portalPage } from "@/app/portal-page";
import { whyNotSee } from "@/domain/access";
import { covers } from "@/domain/day";
import { getSegments } from "@/features/codings/queries";
import { MunicipalForm } from "@/features/codings/segment-forms";
import { SegmentTable } from "@/features/codings/segment-table";
import { ButtonLink } from "@/ui/button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "codings", title: (t) => t("codings.title"), dense: true },
  async ({ actor, t, locale, today }) => {
    const segments = await getSegments(actor);
    const inForce = segments.filter((segment) => covers(segment, today)).length;
    return (
      <>
        <header className="stack">
          <h1 className="sentence">{t("codings.sentence", { count: inForce })}</h1>
          <p className="soft">{t("codings.text")}</p>
          <p className="row">
            <ButtonLink href="/coding/new">{t("codings.add")}</ButtonLink>
            {whyNotSee(actor, "codingFaults") ? null : (
              <Link href="/coding/faults">{t("codings.toFaults")}</Link>
            )}
          </p>
        </header>
        {segments.length > 0 ? (
          <SegmentTable rows={segments} saying={{ t, locale, today }} />
        ) : (
          <Section id="begin" finding={t("codings.begin")}>
            <p>{t("codings.beginText")}</p>
            <MunicipalForm from={`${today.slice(0, 4)}-01-01`} t={t} />
          </Section>
        )}
      </>
    );
  },
);
