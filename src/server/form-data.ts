/**
 * What a form sent, files too, without Next's own keys and our receipt: "lines.0.amount" becomes lines[0].amount, a
 * repeated name becomes a list. Numbers stay text; the schema reads them.
 */
export function formInput(data: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = Object.create(null);
  for (const name of new Set(data.keys())) {
    if (isOurs(name)) continue;
    const values = data.getAll(name);
    place(input, name.split("."), values.length > 1 ? values : (values[0] ?? ""));
  }
  return dense(input) as Record<string, unknown>;
}

/** The same by field name, to give back to the form. */
export function typedIn(data: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (isOurs(name)) continue;
    const values = data.getAll(name).filter((value): value is string => typeof value === "string");
    typed[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return typed;
}

/** Next's own keys, our receipt, and what tells autosave which draft this is. */
const isOurs = (name: string) =>
  name.startsWith("$ACTION_") || ["_receipt", "_form", "_subject", "_base"].includes(name);

function place(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [step = "", ...rest] = path;
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  const next = into[step];
  const child: Record<string, unknown> =
    next && typeof next === "object" ? (next as Record<string, unknown>) : Object.create(null);
  into[step] = child;
  place(child, rest, value);
}

/** Objects whose keys are all whole numbers are lists; gaps close up. */
function dense(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value) || value instanceof File)
    return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, part]) => dense(part));
  return Object.fromEntries(entries.map(([key, part]) => [key, dense(part)]));
}
