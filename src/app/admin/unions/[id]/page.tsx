import { portalPage } from "@/app/portal-page";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { UnionForm } from "@/features/people/union-forms";
import { getUnions } from "@/features/people/union-queries";

export default portalPage(
  { see: "administration", title: (t) => t("administration.unions.title"), dense: true, narrow: true },
  async ({ actor, t, params }) => {
    const { unions } = await getUnions(actor);
    const union = unions.find((it) => it.id === params.id);
    if (!union) throw new Refusal(NOT_FOUND);
    const title = t("administration.unions.renameTitle", { name: union.name });
    return (
      <AdminFormPage
        trail={[{ href: "/admin/unions", label: t("administration.unions.title") }]}
        title={union.name}
        sentence={title}
      >
        <UnionForm union={union} t={t} />
      </AdminFormPage>
    );
  },
);
