import { portalPage } from "@/app/portal-page";
import { AdminTabs } from "@/features/people/admin-tabs";
import { EmployerForm } from "@/features/people/employer-form";
import { getEmployer } from "@/features/people/employer-queries";

export default portalPage(
  { see: "administration", title: (t) => t("administration.settings.title"), dense: true },
  async ({ actor, t }) => {
    const employer = await getEmployer(actor);
    return (
      <>
        <AdminTabs current="settings" t={t} />
        <header className="stack">
          <h1 className="sentence">
            {t("administration.settings.sentence", { name: employer.name, scheme: employer.scheme })}
          </h1>
        </header>
        <EmployerForm employer={employer} t={t} />
      </>
    );
  },
);
