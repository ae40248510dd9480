"use client";

import type { ReactNode } from "react";
import { describedBy, FieldGroup, type FieldProps } from "./field";
import { useField } from "./form-context";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Fields that belong to this choice. Shown while it is chosen, by the style sheet alone; sent in any case. */
  more?: ReactNode;
};

/** One of a few: radio buttons under a question. */
export function Choices({
  choices,
  defaultValue,
  ...field
}: FieldProps & { choices: Choice[]; defaultValue?: string }) {
  const { typed } = useField(field.name);
  const chosen = typed === undefined ? defaultValue : typed;
  return (
    <FieldGroup {...field}>
      {(id) =>
        choices.map((choice, nth) => (
          <Box
            key={choice.value}
            {...choice}
            type="radio"
            name={field.name}
            id={nth === 0 ? id : `${id}-${choice.value}`}
            checked={choice.value === chosen}
          />
        ))
      }
    </FieldGroup>
  );
}

/** Any of a few: boxes of one name under a question. */
export function CheckboxGroup({
  choices,
  defaultValue = [],
  ...field
}: FieldProps & { choices: Choice[]; defaultValue?: string[] }) {
  const { typed } = useField(field.name);
  const chosen = typed === undefined ? defaultValue : [typed ?? []].flat();
  return (
    <FieldGroup {...field}>
      {(id) =>
        choices.map((choice, nth) => (
          <Box
            key={choice.value}
            {...choice}
            type="checkbox"
            name={field.name}
            id={nth === 0 ? id : `${id}-${choice.value}`}
            checked={chosen.includes(choice.value)}
          />
        ))
      }
    </FieldGroup>
  );
}

/** A single box to tick. */
export function CheckboxField({
  name,
  label,
  hint,
  more,
  value = "on",
  defaultChecked = false,
}: FieldProps & { more?: ReactNode; value?: string; defaultChecked?: boolean }) {
  const { id, error, prefix, typed, turn } = useField(name);
  const checked = typed === undefined ? defaultChecked : [typed].flat().includes(value);
  return (
    <div className={error ? "tick field-error" : "tick"}>
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span>
            {prefix ? <span className="unseen">{prefix}</span> : null}
            {error}
          </span>
        </p>
      ) : null}
      <Box
        key={turn}
        type="checkbox"
        name={name}
        id={id}
        value={value}
        label={label}
        hint={hint}
        more={more}
        checked={checked}
        error={error}
      />
    </div>
  );
}

function Box({
  type,
  name,
  id,
  value,
  label,
  hint,
  more,
  checked,
  error,
}: Choice & { type: "radio" | "checkbox"; name: string; id: string; checked: boolean; error?: string }) {
  return (
    <div className="choice">
      <input
        type={type}
        name={name}
        id={id}
        value={value}
        defaultChecked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {more ? <div className="choice-more stack">{more}</div> : null}
    </div>
  );
}
