import type { ReactNode } from "react";

export type TimelineEvent = {
  id: string;
  when: string;
  /** Machine-readable, yyyy-mm-dd or ISO. */
  dateTime: string;
  text: ReactNode;
  note?: ReactNode;
};

/** What has happened, newest first. */
export function Timeline({ events, narrow }: { events: TimelineEvent[]; narrow?: boolean }) {
  return (
    <ol className={narrow ? "timeline timeline-narrow" : "timeline"}>
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.dateTime}>{event.when}</time>
          <span>
            {event.text}
            {event.note ? <span className="note under">{event.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
