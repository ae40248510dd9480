import type { ReactNode } from "react";

/** "Before" and "now", for those who do not see the line through. */
export type ChangeWords = { was: string; now: string };

/** One value that is another than last time. */
export function Change({
  before,
  after,
  words,
}: {
  before?: ReactNode;
  after?: ReactNode;
  words: ChangeWords;
}) {
  return (
    <span className="change">
      {before === undefined ? null : (
        <del>
          <span className="unseen">{words.was} </span>
          {before}
        </del>
      )}{" "}
      {after === undefined ? null : (
        <ins>
          <span className="unseen">{words.now} </span>
          {after}
        </ins>
      )}
    </span>
  );
}

/** All that changed since last time. */
export function Changes({
  rows,
  words,
}: {
  rows: { label: string; before?: ReactNode; after?: ReactNode }[];
  words: ChangeWords;
}) {
  return (
    <dl className="changes">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            <Change before={row.before} after={row.after} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
