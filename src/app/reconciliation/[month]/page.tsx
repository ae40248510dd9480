import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { getMonth } from "@/features/reconciliations/month-queries";
import { MonthPage } from "@/features/reconciliations/month-view";
import { monthSentence, monthWords } from "@/features/reconciliations/month-words";
import { longDay } from "@/messages/format";

export default portalPage(
  { see: "reconciliation", title: (t) => t("reconciliations.title"), dense: true },
  async ({ actor, t, locale, today, params }) => {
    const view = await getMonth(actor, params.month ?? "", today);
    const saying = { t, locale, today };
    return (
      <AdminFormPage
        trail={[{ href: "/reconciliation", label: t("reconciliations.title") }]}
        title={monthWords(view.month, saying)}
        sentence={monthSentence({ ...view, gaps: view.gaps.length }, saying)}
      >
        {view.closed ? (
          <p className="soft">
            {t("reconciliations.view.closedBy", {
              day: longDay(view.closed.on, locale),
              by: view.closed.by ?? t("reconciliations.view.someone"),
            })}
          </p>
        ) : null}
        <MonthPage view={view} saying={saying} />
      </AdminFormPage>
    );
  },
);
