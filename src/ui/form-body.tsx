"use client";

import { type ReactNode, useActionState, useEffect, useId, useMemo, useRef } from "react";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import type { FormAction, FormState } from "./form-state";

/** The form element itself: holds the last answer and shows it. Use Form, which makes the receipt. */
export function FormBody({
  action,
  receipt,
  className,
  dense,
  idPrefix = "",
  label,
  children,
}: {
  action: FormAction;
  receipt: string;
  className?: string;
  dense?: boolean;
  idPrefix?: string;
  label?: string;
  children: ReactNode;
}) {
  // The action itself, not a wrapper: only a server reference can be posted without JavaScript.
  const [state, submit] = useActionState<FormState, FormData>(action, {});
  const done = useRef<HTMLParagraphElement>(null);
  const doneId = useId();
  const context = useMemo(() => ({ state, idPrefix }), [state, idPrefix]);
  const refused = isRefused(state);

  useEffect(() => {
    if (!refused || !state.prefix) return;
    const { prefix } = state;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [refused, state]);

  useEffect(() => {
    // A field that held the focus may have been made anew; nobody should be thrown to the top of the page.
    if (state.done && document.activeElement === document.body) done.current?.focus();
  }, [state]);

  return (
    <FormContext value={context}>
      <form
        action={submit}
        className={className}
        data-density={dense ? "dense" : undefined}
        aria-label={label}
        noValidate
      >
        <input type="hidden" name="_receipt" value={receipt} />
        {refused ? <ErrorSummary state={state} idPrefix={idPrefix} /> : null}
        {children}
        <p className="form-done" role="status" id={doneId} ref={done} tabIndex={-1}>
          {state.done ? (
            <span className="shape" data-tone="done">
              {state.done}
            </span>
          ) : null}
        </p>
      </form>
    </FormContext>
  );
}

function isRefused(state: FormState): boolean {
  return Boolean(state.problem) || Object.keys(state.errors ?? {}).length > 0;
}
