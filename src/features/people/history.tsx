import { dayOf } from "@/domain/day";
import { longDay, timeOfDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { Timeline } from "@/ui/timeline";
import type { HistoryEvent } from "./history-queries";
import { historySentence } from "./history-sentence";

/** What has happened, in sentences, newest first. */
export function History({
  events,
  t,
  locale,
  scheme,
  narrow,
}: {
  events: HistoryEvent[];
  t: T;
  locale: Locale;
  scheme: "tlo" | "lom";
  /** In a side column. */
  narrow?: boolean;
}) {
  if (events.length === 0) return <p className="soft">{t("events.empty")}</p>;
  return (
    <Timeline
      narrow={narrow}
      events={events.map((event) => ({
        id: event.id,
        when: `${longDay(dayOf(event.at), locale)} ${timeOfDay(event.at, locale)}`,
        dateTime: event.at.toISOString(),
        text: historySentence(event, t, locale, scheme),
        note: event.text ? <span className="as-written">{event.text}</span> : undefined,
      }))}
    />
  );
}
