import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import type { FormAction } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { SummaryList, type SummaryRow } from "@/ui/summary-list";
import type { Saying } from "./fund-words";

/** Check your answers: what was typed, read out, and the one button that makes it so. */
export function CheckForm({
  action,
  rows,
  hidden,
  back,
  button,
  label,
  saying: { t },
}: {
  action: FormAction;
  rows: SummaryRow[];
  /** What the form sends on, as it was typed. */
  hidden: Record<string, string>;
  /** The form again, filled in. */
  back: string;
  button: string;
  label: string;
  saying: Saying;
}) {
  return (
    <>
      <SummaryList rows={rows} />
      <Form action={action} className="stack" dense label={label}>
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <p className="row">
          <SubmitButton tone="main">{button}</SubmitButton>
          <Link href={back}>
            {t("provisions.check.change")}
            <span className="unseen"> {t("provisions.check.changeAbout")}</span>
          </Link>
        </p>
      </Form>
    </>
  );
}
