import type { ReactNode } from "react";

/** Narrows a list by its address: a GET form, so that a selection can be sent on as a link. */
export function Filters({
  label,
  action,
  submit,
  extra,
  children,
}: {
  label: string;
  /** The list's own address. */
  action: string;
  /** Words on the button. */
  submit: string;
  /** Beside the button, for example a link that clears. */
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <form className="filters no-print" action={action} method="get" aria-label={label}>
      {children}
      <button type="submit" className="button">
        {submit}
      </button>
      {extra}
    </form>
  );
}

type FilterProps = { name: string; label: string; value?: string };

/** Words to look for. */
export function FilterText({ name, label, value }: FilterProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input className="input" id={`filter-${name}`} name={name} defaultValue={value} autoComplete="off" />
    </div>
  );
}

/** A day as yyyy-mm-dd. */
export function FilterDay({ name, label, value }: FilterProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input
        className="input"
        id={`filter-${name}`}
        name={name}
        defaultValue={value}
        inputMode="numeric"
        autoComplete="off"
      />
    </div>
  );
}

/** One of a list. The option for "all" has an empty value. */
export function FilterSelect({
  name,
  label,
  value,
  options,
}: FilterProps & { options: { value: string; label: string }[] }) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select className="select" id={`filter-${name}`} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
