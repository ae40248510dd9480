import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { ChooseFile, DryRunView } from "@/features/reconciliations/dry-run";
import { getDryRun } from "@/features/reconciliations/import-queries";

export default portalPage(
  { see: "reconciliation", title: (t) => t("reconciliations.file.title"), dense: true },
  async ({ actor, t, locale, today }) => {
    const run = await getDryRun(actor);
    const saying = { t, locale, today };
    const blocked = run && (run.faults.length > 0 || run.why);
    const sentence = !run
      ? t("reconciliations.file.sentence")
      : blocked
        ? t("reconciliations.file.readSentence", { name: run.name })
        : t(run.seen ? "reconciliations.file.ready" : "reconciliations.file.choose", { name: run.name });
    return (
      <AdminFormPage
        trail={[{ href: "/reconciliation", label: t("reconciliations.title") }]}
        title={t("reconciliations.file.title")}
        sentence={sentence}
      >
        {run ? (
          <DryRunView run={run} saying={saying} />
        ) : (
          <>
            <p className="soft">{t("reconciliations.file.text")}</p>
            <ChooseFile saying={saying} />
          </>
        )}
      </AdminFormPage>
    );
  },
);
