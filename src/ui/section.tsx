import type { ReactNode } from "react";

/** A part of a page. Its heading is a finding ("2,8 mnkr väntar på beslut"), not a name. */
export function Section({
  id,
  finding,
  aside,
  unruled,
  children,
}: {
  id: string;
  finding: ReactNode;
  /** A link or a note at the heading's right. */
  aside?: ReactNode;
  /** Without the line above, as inside a column. */
  unruled?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={unruled ? "stack" : "section"} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{finding}</h2>
        {aside ? <div className="small note">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
