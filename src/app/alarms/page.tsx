import { portalPage } from "@/app/portal-page";
import { AlarmsTable } from "@/features/alarms/alarms-table";
import { ALARM_SHOWS, getAlarms, readAlarmFilters } from "@/features/alarms/queries";
import { FetchList } from "@/features/reports/fetch-list";
import { Chips } from "@/ui/chips";
import { Empty } from "@/ui/empty";
import { Pager } from "@/ui/pager";

export default portalPage(
  { see: "alarms", title: (t) => t("alarms.title"), dense: true },
  async ({ actor, employer, t, locale, today, search }) => {
    const { show, after } = readAlarmFilters(search);
    const { rows, next } = await getAlarms(actor, { show, after });
    const open = show === "open";
    return (
      <>
        <header className="stack">
          <h1 className="sentence">
            {open
              ? t("alarms.sentence", { count: rows.length, more: next ? "yes" : "no" })
              : t("alarms.pastSentence")}
          </h1>
          <p className="soft">{t("alarms.lead")}</p>
        </header>
        <Chips
          label={t("alarms.chips")}
          chips={ALARM_SHOWS.map((it) => ({
            href: it === "open" ? "/alarms" : `/alarms?show=${it}`,
            label: t(`alarms.show.${it}`),
            current: it === show,
          }))}
        />
        {rows.length === 0 ? (
          <Empty level={2} title={t(open ? "alarms.none" : "alarms.nonePast")}>
            <p>{t("alarms.noneText")}</p>
          </Empty>
        ) : (
          <AlarmsTable rows={rows} open={open} saying={{ t, locale, today, scheme: employer.scheme }} />
        )}
        <Pager
          label={t("alarms.pages")}
          {...(after ? { previous: { href: `/alarms?show=${show}`, label: t("alarms.first") } } : {})}
          {...(next ? { next: { href: `/alarms?show=${show}&after=${next}`, label: t("alarms.next") } } : {})}
        />
        <FetchList list="alarms" search={search} actor={actor} t={t} />
      </>
    );
  },
);
