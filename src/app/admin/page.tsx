import { portalPage } from "@/app/portal-page";
import { AdminTabs } from "@/features/people/admin-tabs";
import { getSetup } from "@/features/people/employer-queries";
import { SetupList } from "@/features/people/setup-list";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "administration", title: (t) => t("administration.title"), dense: true },
  async ({ actor, employer, t, today }) => {
    const steps = await getSetup(actor, today);
    return (
      <>
        <AdminTabs current="setup" t={t} />
        <header className="stack">
          <h1 className="sentence">
            {t("administration.setup.sentence", { count: steps.filter((step) => !step.done).length })}
          </h1>
        </header>
        <Section id="setup" finding={t("administration.setup.finding")}>
          <SetupList steps={steps} scheme={employer.scheme} t={t} />
        </Section>
      </>
    );
  },
);
