"use client";

import { useEffect, useId, useRef } from "react";
import type { FormState } from "./form-state";

/** What has to be put right, above the form: takes the focus and leads to each field. */
export function ErrorSummary({ state, idPrefix }: { state: FormState; idPrefix: string }) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const errors = Object.entries(state.errors ?? {});

  // Every new answer, and also the first one when it came without JavaScript and is hydrated now.
  useEffect(() => {
    if (state) box.current?.focus();
  }, [state]);

  return (
    <div
      className="error-summary"
      role="alert"
      aria-labelledby={state.summary ? heading : undefined}
      tabIndex={-1}
      ref={box}
    >
      {state.summary ? <h2 id={heading}>{state.summary}</h2> : null}
      {state.problem ? <p className={state.summary ? undefined : "error"}>{state.problem}</p> : null}
      {state.link ? (
        <p>
          <a href={state.link.href} target="_blank" rel="noopener">
            {state.link.text}
          </a>
        </p>
      ) : null}
      {errors.length > 0 ? (
        <ul>
          {errors.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${idPrefix}${name}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
