import { z } from "zod";
import { editableMoney } from "@/domain/money";
import type { Basis } from "@/domain/provision";
import { PROVISION_KINDS } from "@/domain/provision";
import { dayField, idField, moneyField, optionalDay, optionalText, textField } from "@/server/form-fields";

const raw = z.string().max(60, "refusals.tooLong").default("");
/** What a form sends of every way; only the chosen one's fields are read. */
const fields = {
  amount: raw,
  opening: raw,
  payroll: raw,
  day: raw,
  nationalSum: raw,
  nationalPayroll: raw,
};
type Raw = Record<keyof typeof fields, string> & { kind: (typeof PROVISION_KINDS)[number] };

/** The chosen way with its amounts; null when one cannot be read, which is said at its field. */
function basisOf({ kind, ...typed }: Raw, ctx: z.RefinementCtx): Basis | null {
  let sound = true;
  const read = <T>(name: keyof typeof fields, field: z.ZodType<T>, none: T): T => {
    const parsed = field.safeParse(typed[name]);
    if (parsed.success) return parsed.data;
    sound = false;
    for (const { message } of parsed.error.issues) ctx.addIssue({ code: "custom", message, path: [name] });
    return none;
  };
  const ore = (name: keyof typeof fields) => read(name, moneyField, 0n);
  const basis = ((): Basis => {
    switch (kind) {
      case "payrollRate":
        return { kind, payroll: ore("payroll"), day: read("day", optionalDay, null) };
      case "nationalShare":
        return {
          kind,
          payroll: ore("payroll"),
          nationalSum: ore("nationalSum"),
          nationalPayroll: ore("nationalPayroll"),
        };
      case "openingBalance":
        return { kind, amount: ore("opening") };
      case "entered":
        return { kind, amount: ore("amount") };
    }
  })();
  return sound ? basis : null;
}

export const provideSchema = z
  .strictObject({
    fundId: idField,
    potId: idField,
    reference: optionalText(200),
    kind: z.enum(PROVISION_KINDS, "refusals.chooseOne"),
    ...fields,
  })
  .transform(({ fundId, potId, reference, ...typed }, ctx) => {
    const basis = basisOf(typed, ctx);
    return basis ? { fundId, potId, reference, basis } : z.NEVER;
  });
export type Provide = z.output<typeof provideSchema>;

export const openFundSchema = z
  .strictObject({
    name: textField(120),
    from: dayField,
    until: dayField,
    applicationDay: optionalDay,
    reserveDay: optionalDay,
    grantDay: optionalDay,
    requisitionDay: optionalDay,
    reference: optionalText(200),
    kind: z.enum(["none", ...PROVISION_KINDS], "refusals.chooseOne"),
    ...fields,
  })
  .transform(({ kind, amount, opening, payroll, day, nationalSum, nationalPayroll, ...fund }, ctx) => {
    if (kind === "none") return { ...fund, basis: null };
    const basis = basisOf({ kind, amount, opening, payroll, day, nationalSum, nationalPayroll }, ctx);
    return basis ? { ...fund, basis } : z.NEVER;
  });
export type OpenFund = z.output<typeof openFundSchema>;

/** The fields of a form again, from what was read of it: for the address of the page that asks once more. */
export function typedBasis(basis: Basis | null): Record<string, string> {
  if (!basis) return { kind: "none" };
  switch (basis.kind) {
    case "payrollRate":
      return { kind: basis.kind, payroll: editableMoney(basis.payroll), day: basis.day ?? "" };
    case "nationalShare":
      return {
        kind: basis.kind,
        payroll: editableMoney(basis.payroll),
        nationalSum: editableMoney(basis.nationalSum),
        nationalPayroll: editableMoney(basis.nationalPayroll),
      };
    case "openingBalance":
      return { kind: basis.kind, opening: editableMoney(basis.amount) };
    default:
      return { kind: "entered", amount: editableMoney(basis.amount) };
  }
}

/** What of an address belongs to a form with these fields; what is missing is empty. */
export function typedIn(search: Record<string, string | undefined>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, search[name] ?? ""]));
}

export const BASIS_FIELDS = ["kind", ...Object.keys(fields)];
export const FUND_FIELDS = [
  "name",
  "from",
  "until",
  "applicationDay",
  "reserveDay",
  "grantDay",
  "requisitionDay",
  "reference",
  ...BASIS_FIELDS,
];
export const PROVIDE_FIELDS = ["potId", "reference", ...BASIS_FIELDS];
