"use client";

import { useFormAnswer } from "./form-context";

/**
 * Inside a Form that saves on a revision: sends the revision that is being answered, and, when somebody else saved
 * meanwhile, shows their text beside what stands typed in the fields. Works without script as well.
 */
export function BothTexts({
  revision,
  title,
  text,
  labels,
  words = {},
}: {
  /** The revision on screen when the form was opened. */
  revision: number;
  /** "Det här är sparat nu". */
  title: string;
  text: string;
  /** Field name to label, in the order to show. */
  labels: Record<string, string>;
  /** For fields with choices: what each value is called. */
  words?: Record<string, Record<string, string>>;
}) {
  const { theirs, typed } = useFormAnswer();
  const posted = typeof typed?.revision === "string" ? typed.revision : undefined;
  const differs = (name: string) => theirs?.texts[name] !== undefined && theirs.texts[name] !== typed?.[name];
  return (
    <>
      <input type="hidden" name="revision" value={theirs?.revision ?? posted ?? revision} />
      {theirs ? (
        <div className="callout" data-tone="warn">
          <p className="shape">
            <strong>{title}</strong>
          </p>
          <p className="small">{text}</p>
          <dl className="summary">
            {Object.keys(labels)
              .filter(differs)
              .map((name) => (
                <div key={name}>
                  <dt>{labels[name]}</dt>
                  <dd>{words[name]?.[theirs.texts[name] ?? ""] ?? (theirs.texts[name] || "–")}</dd>
                </div>
              ))}
          </dl>
        </div>
      ) : null}
    </>
  );
}
