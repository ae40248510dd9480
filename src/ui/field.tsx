"use client";

import type { ReactNode } from "react";
import { useField } from "./form-context";

/** What every field takes. All words come from the caller. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The word for "not required", shown after the label. */
  optional?: string;
};

/** Label, hint and error round one control, and the wiring between them. */
export function Field({
  name,
  label,
  hint,
  optional,
  children,
}: FieldProps & { children: (wiring: ControlWiring) => ReactNode }) {
  const { id, error, prefix, turn } = useField(name);
  return (
    <div className={error ? "field field-error" : "field"}>
      <label htmlFor={id}>
        {label}
        <Optional word={optional} />
      </label>
      <HintAndError id={id} hint={hint} error={error} prefix={prefix} />
      {children({
        key: turn,
        props: {
          id,
          name,
          "aria-invalid": error ? true : undefined,
          "aria-describedby": describedBy(id, hint, error),
        },
      })}
    </div>
  );
}

/** The same round a group of controls, where the legend is the question. */
export function FieldGroup({
  name,
  label,
  hint,
  optional,
  children,
}: FieldProps & { children: (id: string) => ReactNode }) {
  const { id, error, prefix, turn } = useField(name);
  return (
    <fieldset
      key={turn}
      className={error ? "fieldset field-error" : "fieldset"}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className="legend">
        {label}
        <Optional word={optional} />
      </legend>
      <HintAndError id={id} hint={hint} error={error} prefix={prefix} />
      {children(id)}
    </fieldset>
  );
}

export type ControlWiring = {
  key: string;
  props: { id: string; name: string; "aria-invalid"?: true; "aria-describedby"?: string };
};

function HintAndError({
  id,
  hint,
  error,
  prefix,
}: {
  id: string;
  hint?: ReactNode;
  error?: string;
  prefix?: string;
}) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span>
            {prefix ? <span className="unseen">{prefix}</span> : null}
            {error}
          </span>
        </p>
      ) : null}
    </>
  );
}

function Optional({ word }: { word?: string }) {
  return word ? <span className="optional"> ({word})</span> : null;
}

export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}
