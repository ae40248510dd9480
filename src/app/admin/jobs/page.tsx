import { portalPage } from "@/app/portal-page";
import { getJobs } from "@/features/alarms/job-queries";
import { FailuresTable, JobsTable, jobsSentence } from "@/features/alarms/jobs-table";
import { AdminTabs } from "@/features/people/admin-tabs";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "administration", title: (t) => t("jobs.title"), dense: true },
  async ({ actor, t, locale, today }) => {
    const jobs = await getJobs(actor, today);
    const saying = { t, locale, today };
    return (
      <>
        <AdminTabs current="jobs" t={t} />
        <header className="stack">
          <h1 className="sentence">{jobsSentence(jobs, saying)}</h1>
          <p className="soft">
            {t("jobs.lead")} <Link href="/alarms">{t("jobs.toAlarms")}</Link>
          </p>
        </header>
        {jobs.failures.length === 0 && jobs.tasks.some(({ behind }) => behind !== 0) ? (
          <Callout tone="warn" title={t("jobs.late.title")}>
            <p>{t("jobs.late.text")}</p>
          </Callout>
        ) : null}
        <Section id="tasks" finding={t("jobs.finding")}>
          <JobsTable tasks={jobs.tasks} saying={saying} />
        </Section>
        {jobs.failures.length > 0 ? (
          <Section id="failures" finding={t("jobs.failures.finding")}>
            <p>{t("jobs.failures.text")}</p>
            <FailuresTable failures={jobs.failures} saying={saying} />
          </Section>
        ) : null}
      </>
    );
  },
);
