import type { ReactNode } from "react";
import { Icon } from "./icon";

/** The items of a meeting. */
export function Agenda({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div className="agenda" id={id}>
      {children}
    </div>
  );
}

/** One item: the one at hand stands open, the others are folded and say the essential. */
export function AgendaItem({
  id,
  nr,
  title,
  meta,
  lead,
  status,
  unfolded,
  children,
}: {
  id: string;
  nr: number;
  title: string;
  /** Badges and facts on one line. */
  meta?: ReactNode;
  /** A sentence that shows while it is folded. */
  lead?: ReactNode;
  /** What one has answered. */
  status?: ReactNode;
  unfolded?: boolean;
  children: ReactNode;
}) {
  if (unfolded) {
    return (
      <article className="agenda-item" id={id} aria-labelledby={`${id}-title`}>
        <header>
          <p className="nr" aria-hidden="true">
            {nr}
          </p>
          <div className="stack-s">
            <h2 id={`${id}-title`}>{title}</h2>
            {meta ? <div className="row small">{meta}</div> : null}
          </div>
          {status}
        </header>
        <div className="agenda-body">{children}</div>
      </article>
    );
  }
  return (
    <details className="agenda-item agenda-folded" id={id}>
      <summary>
        <span className="nr" aria-hidden="true">
          {nr}
        </span>
        <span className="stack-s">
          <span className="title">{title}</span>
          {meta ? <span className="row small">{meta}</span> : null}
          {lead ? <span className="small lead">{lead}</span> : null}
        </span>
        {status}
        <Icon name="down" />
      </summary>
      <div className="agenda-body">{children}</div>
    </details>
  );
}
