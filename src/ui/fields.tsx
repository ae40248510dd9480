"use client";

import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type TextProps = FieldProps & { defaultValue?: string; autoComplete?: string };

/** One line of text. */
export function TextField({
  type = "text",
  short,
  ...field
}: TextProps & { type?: "text" | "email" | "tel" | "url" | "password"; short?: boolean }) {
  return <Line {...field} type={type} className={short ? "input input-short" : "input"} />;
}

/** An amount. Spaces and comma are welcome; the server reads them. */
export function MoneyField({ unit, ...field }: TextProps & { unit?: string }) {
  return <Line {...field} inputMode="decimal" className="input input-money" unit={unit} />;
}

/** A day as yyyy-mm-dd, typed: quicker than a calendar and the same in every browser. */
export function DayField(field: TextProps) {
  return <Line {...field} inputMode="numeric" className="input input-short" />;
}

/** A whole number. Not type=number, which changes when the wheel turns over it. */
export function NumberField({ unit, ...field }: TextProps & { unit?: string }) {
  return <Line {...field} inputMode="numeric" className="input input-short" unit={unit} />;
}

/** Several lines of text. */
export function TextArea({ defaultValue, rows, autoComplete, ...field }: TextProps & { rows?: number }) {
  const value = useTyped(field.name, defaultValue);
  return (
    <Field {...field}>
      {({ key, props }) => (
        <textarea
          key={key}
          {...props}
          className="textarea"
          rows={rows}
          autoComplete={autoComplete}
          defaultValue={value}
        />
      )}
    </Field>
  );
}

/** One of many, where a list of radio buttons would be too long. */
export function SelectField({
  options,
  empty,
  defaultValue,
  autoComplete,
  ...field
}: TextProps & {
  options: { value: string; label: string }[];
  /** Words for "nothing chosen yet". Without it the first option is chosen. */
  empty?: string;
}) {
  const value = useTyped(field.name, defaultValue);
  return (
    <Field {...field}>
      {({ key, props }) => (
        <select key={key} {...props} className="select" autoComplete={autoComplete} defaultValue={value}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One or more files. A browser never gives files back after a refusal, so say so in the hint. */
export function FileField({
  accept,
  multiple,
  ...field
}: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Field {...field}>
      {({ key, props }) => (
        <input
          key={key}
          {...props}
          className="input input-file"
          type="file"
          accept={accept}
          multiple={multiple}
        />
      )}
    </Field>
  );
}

/** Something the form knows and the person need not see. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

function Line({
  defaultValue,
  autoComplete,
  className,
  type = "text",
  inputMode,
  unit,
  ...field
}: TextProps & { className: string; type?: string; inputMode?: "decimal" | "numeric"; unit?: string }) {
  const value = useTyped(field.name, defaultValue);
  return (
    <Field {...field}>
      {({ key, props }) => {
        const input = (
          <input
            key={key}
            {...props}
            className={className}
            type={type}
            inputMode={inputMode}
            autoComplete={autoComplete}
            defaultValue={value}
          />
        );
        return unit ? (
          <span className="with-unit">
            {input}
            <span aria-hidden="true">{unit}</span>
          </span>
        ) : (
          input
        );
      }}
    </Field>
  );
}

function useTyped(name: string, defaultValue: string | undefined): string | undefined {
  const { typed } = useField(name);
  return typeof typed === "string" ? typed : defaultValue;
}
