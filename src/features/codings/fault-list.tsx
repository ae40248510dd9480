import { money } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { correctCodesAction } from "./actions";
import type { Saying } from "./coding-faults";
import { codeHint } from "./coding-words";
import type { FaultPage, FaultRow } from "./fault-queries";

/** Each cost line with a fault, every reason in words, and the fields in which it is put right. */
export function FaultList({
  page,
  after,
  saying,
}: {
  page: FaultPage;
  after: string | null;
  saying: Saying;
}) {
  return (
    <ol className="stack-xl">
      {page.rows.map((row) => (
        <li key={row.id}>
          <FaultyLine row={row} fields={page.fields.get(row.id) ?? []} after={after} saying={saying} />
        </li>
      ))}
    </ol>
  );
}

function FaultyLine({
  row,
  fields,
  after,
  saying: { t, locale },
}: {
  row: FaultRow;
  fields: NonNullable<ReturnType<FaultPage["fields"]["get"]>>;
  after: string | null;
  saying: Saying;
}) {
  const name = row.text || t(`words.costTypes.${row.costType}`);
  const { number, title, unit } = row.case;
  return (
    <section className="stack" aria-labelledby={`line-${row.id}`}>
      <div className="stack-s">
        <h2 id={`line-${row.id}`} className="h-s">
          {name}, {money(row.amount, locale)}
        </h2>
        <p className="note">
          <Link href={`/pre-registrations/${row.case.id}`}>
            {t("codings.faults.inCase", { number, title, unit })}
          </Link>
        </p>
        <ul>
          {row.faults.map((fault) => (
            <li key={`${fault.key} ${fault.field}`}>{sentence(t, fault)}</li>
          ))}
        </ul>
      </div>
      <Form
        action={correctCodesAction}
        className="stack"
        dense
        idPrefix={`${row.id}-`}
        label={t("codings.faults.correctOf", { line: name, number })}
      >
        <HiddenField name="id" value={row.id} />
        {after ? <HiddenField name="after" value={after} /> : null}
        <div className="beside">
          {fields.map((field) => (
            <TextField
              key={field.key}
              name={`codes.${field.key}`}
              label={field.name}
              hint={codeHint(field.segment, t)}
              defaultValue={row.codes[field.key] ?? ""}
              autoComplete="off"
              short
            />
          ))}
        </div>
        <SubmitButton>{t("codings.faults.save")}</SubmitButton>
      </Form>
    </section>
  );
}
