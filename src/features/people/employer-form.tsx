import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField, NumberField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { changeEmployerAction } from "./employer-actions";
import type { EmployerView } from "./employer-queries";

const text = (number: number | null) => (number === null ? "" : String(number));

/** The employer's own settings. The word for a case is the employer's to choose only where the agreement has none. */
export function EmployerForm({ employer, t }: { employer: EmployerView & { base: string }; t: T }) {
  const word = t(`administration.settings.words.${employer.scheme}`);
  return (
    <Form action={changeEmployerAction} className="stack" dense label={t("administration.settings.title")}>
      <HiddenField name="base" value={employer.base} />
      <TextField name="name" label={t("administration.settings.name")} defaultValue={employer.name} />
      <NumberField
        name="headcount"
        label={t("administration.settings.headcount")}
        hint={t("administration.settings.headcountHint")}
        optional={t("administration.optional")}
        defaultValue={text(employer.headcount)}
      />
      <TextField
        name="caseWord"
        label={t("administration.settings.caseWord")}
        hint={t("administration.settings.caseWordHint", { word })}
        optional={t("administration.optional")}
        defaultValue={employer.caseWord ?? ""}
      />
      <NumberField
        name="brandHue"
        label={t("administration.settings.brandHue")}
        hint={t("administration.settings.brandHueHint")}
        optional={t("administration.optional")}
        defaultValue={text(employer.brandHue)}
      />
      <SubmitButton tone="main">{t("administration.save")}</SubmitButton>
    </Form>
  );
}
