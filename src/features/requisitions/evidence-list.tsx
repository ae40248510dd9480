import { EDITABLE_REQUISITION, EVIDENCE_KINDS, proven } from "@/domain/requisition";
import type { Saying } from "@/features/initiatives/initiative-words";
import { Reasons } from "@/features/initiatives/reasons";
import { plainMoney } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { DayField, HiddenField, MoneyField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import { addEvidenceAction, completeEvidenceAction, removeEvidenceAction } from "./actions";
import type { EvidenceView, RequisitionView } from "./queries";

/** What proves the cost, what is missing in words, and the next row. */
export function EvidenceList({
  it,
  prepares,
  saying,
}: {
  it: RequisitionView;
  prepares: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const isEditable = prepares && EDITABLE_REQUISITION.includes(it.status);
  const completes = prepares && (it.status === "draft" || it.status === "returned");
  return (
    <Section
      unruled
      id="evidence"
      finding={t("requisitions.evidence.finding", { count: it.evidence.length, missing: it.missing.length })}
    >
      {it.evidence.length > 0 ? (
        <Table
          label={t("requisitions.evidence.label")}
          rows={it.evidence}
          rowKey={(row) => row.id}
          foot={{
            label: t("requisitions.evidence.total"),
            values: { amount: plainMoney(proven(it.evidence), locale) },
          }}
          columns={[
            {
              key: "kind",
              head: t("requisitions.evidence.kind"),
              rowHeader: true,
              cell: (row) => t(`requisitions.kinds.${row.kind}`),
            },
            { key: "number", head: t("requisitions.evidence.number"), cell: (row) => row.number },
            { key: "day", head: t("requisitions.evidence.day"), cell: (row) => row.day },
            {
              key: "amount",
              head: t("requisitions.evidence.amount"),
              num: true,
              cell: (row) => (row.amount === null ? "–" : plainMoney(row.amount, locale)),
            },
            ...(isEditable
              ? [
                  {
                    key: "remove",
                    head: t("requisitions.evidence.change"),
                    cell: (row: EvidenceView) => <RemoveForm it={it} row={row} saying={saying} />,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {it.missing.length > 0 && it.status !== "reconciled" && it.status !== "paid" ? (
        <>
          <h3>{t("requisitions.missing.title", { count: it.missing.length })}</h3>
          <Reasons reasons={it.missing} saying={saying} />
        </>
      ) : null}
      {completes && it.missing.length === 0 ? (
        <Form
          action={completeEvidenceAction}
          idPrefix="complete-"
          label={t("requisitions.evidence.complete")}
        >
          <HiddenField name="id" value={it.id} />
          <SubmitButton tone="main">{t("requisitions.evidence.complete")}</SubmitButton>
        </Form>
      ) : null}
      {isEditable ? <AddForm it={it} saying={saying} /> : null}
    </Section>
  );
}

function RemoveForm({ it, row, saying: { t } }: { it: RequisitionView; row: EvidenceView; saying: Saying }) {
  return (
    <Form
      action={removeEvidenceAction}
      idPrefix={`remove-${row.id}-`}
      label={t("requisitions.evidence.removeAbout", { number: row.number })}
    >
      <HiddenField name="id" value={it.id} />
      <HiddenField name="evidenceId" value={row.id} />
      <SubmitButton tone="small">
        {t("requisitions.evidence.remove")}
        <span className="unseen"> {row.number}</span>
      </SubmitButton>
    </Form>
  );
}

function AddForm({ it, saying: { t } }: { it: RequisitionView; saying: Saying }) {
  return (
    <Form
      action={addEvidenceAction}
      className="well stack"
      dense
      idPrefix="add-"
      label={t("requisitions.evidence.add")}
    >
      <h3>{t("requisitions.evidence.add")}</h3>
      <HiddenField name="id" value={it.id} />
      <SelectField
        name="kind"
        label={t("requisitions.evidence.kind")}
        empty={t("requisitions.evidence.choose")}
        options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`requisitions.kinds.${kind}`) }))}
      />
      <TextField
        name="number"
        label={t("requisitions.evidence.number")}
        hint={t("requisitions.evidence.numberHint")}
        short
      />
      <DayField name="day" label={t("requisitions.evidence.day")} hint={t("requisitions.dayHint")} />
      <MoneyField
        name="amount"
        label={t("requisitions.evidence.amount")}
        hint={t("requisitions.evidence.amountHint")}
        unit={t("requisitions.kr")}
      />
      <SubmitButton>{t("requisitions.evidence.addButton")}</SubmitButton>
    </Form>
  );
}
