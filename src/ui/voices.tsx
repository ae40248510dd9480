import type { ReactNode } from "react";
import { Status, type StatusTone } from "./status";

export type Voice = {
  id: string;
  union: string;
  rep?: string;
  tone: StatusTone;
  status: string;
  /** In their own words. */
  quote?: string;
  note?: ReactNode;
  due?: string;
  dueSoon?: boolean;
  /** A form or a link for who may act on it. */
  action?: ReactNode;
};

/** What each union has said, also when it is silence. */
export function Voices({ voices }: { voices: Voice[] }) {
  return (
    <ul className="voices">
      {voices.map((voice) => (
        <li key={voice.id}>
          <div>
            <h3>{voice.union}</h3>
            {voice.rep ? <p className="note">{voice.rep}</p> : null}
          </div>
          <div>
            <Status tone={voice.tone} text={voice.status} />
            {voice.quote ? <p>{voice.quote}</p> : null}
            {voice.note ? <p className="note">{voice.note}</p> : null}
            {voice.action}
          </div>
          {voice.due ? <p className={voice.dueSoon ? "due due-soon" : "due"}>{voice.due}</p> : null}
        </li>
      ))}
    </ul>
  );
}
