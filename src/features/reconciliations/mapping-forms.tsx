import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { CheckboxGroup, Choices } from "@/ui/choices";
import { SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { mapColumnsAction, mapSieAction } from "./actions";
import { type Mapping, suggestColumns } from "./mapping";

/** Which lines count, and how an income stands. */
function Selection({ mapping, t }: { mapping: Mapping | null; t: T }) {
  return (
    <>
      <TextField
        name="codes"
        label={t("reconciliations.file.codes")}
        hint={t("reconciliations.file.codesHint")}
        optional={t("reconciliations.file.optional")}
        defaultValue={mapping?.codes.join(", ") ?? ""}
        autoComplete="off"
      />
      <Choices
        name="incomes"
        label={t("reconciliations.file.incomes")}
        choices={(["minus", "plus"] as const).map((value) => ({
          value,
          label: t(`reconciliations.file.income.${value}`),
        }))}
        defaultValue={mapping?.incomes ?? "minus"}
      />
    </>
  );
}

/** Which column of a CSV file holds what. */
export function ColumnsForm({
  header,
  mapping,
  t,
}: {
  header: readonly string[];
  mapping: Mapping | null;
  t: T;
}) {
  const now = mapping?.columns ?? suggestColumns(header);
  const options = header.map((name) => ({ value: name, label: name }));
  const column = (name: "day" | "amount" | "credit" | "voucher" | "line" | "text") => ({
    name,
    label: t(`reconciliations.file.column.${name}`),
    empty: t("reconciliations.file.none"),
    options,
    defaultValue: header.find((it) => it.toLowerCase() === now[name]?.trim().toLowerCase()) ?? "",
  });
  const same = (a: string) => (b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  return (
    <Form action={mapColumnsAction} className="stack" dense label={t("reconciliations.file.mapping")}>
      <div className="beside">
        <SelectField {...column("day")} />
        <SelectField {...column("voucher")} />
        <SelectField {...column("amount")} />
        <SelectField {...column("credit")} />
        <SelectField {...column("line")} />
        <SelectField {...column("text")} />
      </div>
      <CheckboxGroup
        name="coding"
        label={t("reconciliations.file.column.coding")}
        choices={options}
        defaultValue={header.filter((name) => now.coding.some(same(name)))}
      />
      <Selection mapping={mapping} t={t} />
      <SubmitButton>{t("reconciliations.file.again")}</SubmitButton>
    </Form>
  );
}

/** An SIE file says itself what stands where. */
export function SieForm({ mapping, t }: { mapping: Mapping | null; t: T }) {
  return (
    <Form action={mapSieAction} className="stack" dense label={t("reconciliations.file.mapping")}>
      <Selection mapping={mapping} t={t} />
      <SubmitButton>{t("reconciliations.file.again")}</SubmitButton>
    </Form>
  );
}
