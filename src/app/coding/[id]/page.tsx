import { portalPage } from "@/app/portal-page";
import { getSegment } from "@/features/codings/queries";
import { ChangeSegmentForm, EndSegmentForm } from "@/features/codings/segment-forms";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "codings", title: (t) => t("codings.edit.changeFinding"), dense: true },
  async ({ actor, t, locale, today, params }) => {
    const segment = await getSegment(actor, params.id ?? "");
    return (
      <AdminFormPage
        trail={[{ href: "/coding", label: t("codings.title") }]}
        title={segment.name}
        sentence={t("codings.edit.sentence", { name: segment.name })}
      >
        <Section id="change" finding={t("codings.edit.changeFinding")}>
          <ChangeSegmentForm segment={segment} today={today} t={t} locale={locale} />
        </Section>
        <Section id="end" finding={t("codings.edit.endFinding")}>
          <p>{t("codings.edit.endText")}</p>
          <EndSegmentForm segment={segment} today={today} t={t} />
        </Section>
      </AdminFormPage>
    );
  },
);
