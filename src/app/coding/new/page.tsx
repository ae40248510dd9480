import { portalPage } from "@/app/portal-page";
import { NewSegmentForm } from "@/features/codings/segment-forms";
import { AdminFormPage } from "@/features/people/admin-form-page";

export default portalPage(
  { see: "codings", title: (t) => t("codings.add"), dense: true },
  async ({ t, today }) => (
    <AdminFormPage
      trail={[{ href: "/coding", label: t("codings.title") }]}
      title={t("codings.add")}
      sentence={t("codings.addSentence")}
    >
      <NewSegmentForm today={today} t={t} />
    </AdminFormPage>
  ),
);
