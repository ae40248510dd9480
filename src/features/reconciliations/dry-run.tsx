import type { Reason } from "@/domain/reason";
import type { Actual } from "@/domain/reconciliation";
import { plainMoney, shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { FileField, HiddenField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";
import { SummaryList } from "@/ui/summary-list";
import { Table } from "@/ui/table";
import { chooseFileAction, forgetFileAction, takeInAction } from "./actions";
import type { DryRun } from "./import-queries";
import { ColumnsForm, SieForm } from "./mapping-forms";
import { monthWords, type Saying } from "./month-words";

/** The question which file it is. */
export function ChooseFile({ saying: { t } }: { saying: Saying }) {
  return (
    <Form action={chooseFileAction} className="stack" label={t("reconciliations.file.title")}>
      <FileField
        name="file"
        label={t("reconciliations.file.label")}
        hint={t("reconciliations.file.hint")}
        accept=".csv,.txt,.se,.si,.sie,text/csv,text/plain"
      />
      <SubmitButton tone="main">{t("reconciliations.file.read")}</SubmitButton>
    </Form>
  );
}

/** What was understood of a chosen file, every fault by its place, and what would be taken in. Nothing is stored yet. */
export function DryRunView({ run, saying }: { run: DryRun; saying: Saying }) {
  const { t } = saying;
  return (
    <>
      {run.faults.length > 0 ? <Faults faults={run.faults} saying={saying} /> : null}
      {run.why ? (
        <Callout tone="stop" title={t("reconciliations.file.whyTitle")}>
          <p>{sentence(t, run.why)}</p>
        </Callout>
      ) : null}
      {run.seen ? <Confirm run={run} seen={run.seen} saying={saying} /> : null}
      <Understood run={run} saying={saying} />
      {run.first.length > 0 ? <FirstLines lines={run.first} saying={saying} /> : null}
      {run.header || run.format === "sie" ? (
        <Section id="mapping" finding={t("reconciliations.file.mapping")}>
          {run.savedAs ? <p>{t("reconciliations.file.savedAs", { name: run.savedAs })}</p> : null}
          {run.header ? (
            <>
              {run.savedAs ? null : <p className="soft">{t("reconciliations.file.mappingText")}</p>}
              <ColumnsForm header={run.header} mapping={run.mapping} t={t} />
            </>
          ) : (
            <SieForm mapping={run.mapping} t={t} />
          )}
        </Section>
      ) : null}
      <Form action={forgetFileAction} label={t("reconciliations.file.other")}>
        <SubmitButton tone="plain">{t("reconciliations.file.other")}</SubmitButton>
      </Form>
    </>
  );
}

function Faults({ faults, saying: { t } }: { faults: Reason[]; saying: Saying }) {
  return (
    <Section id="faults" finding={t("reconciliations.file.faults", { count: faults.length })}>
      <p>{t("reconciliations.file.faultsText")}</p>
      <Obstacles items={faults.map((fault) => ({ tone: "stop" as const, text: sentence(t, fault) }))} />
    </Section>
  );
}

const DELIMITERS = { ";": "semicolon", ",": "comma", "\t": "tab" } as const;

function Understood({ run, saying }: { run: DryRun; saying: Saying }) {
  const { t, locale } = saying;
  const { dialect } = run;
  const decimal = dialect?.decimal === "," ? "comma" : dialect?.decimal === "." ? "point" : "none";
  return (
    <Section id="read" finding={t("reconciliations.file.understood")}>
      {run.notes.map((note) => (
        <Callout key={note.key} tone="warn" small>
          <p>{sentence(t, note)}</p>
        </Callout>
      ))}
      <SummaryList
        rows={[
          {
            label: t("reconciliations.file.format"),
            value: dialect
              ? t("reconciliations.file.csv", { delimiter: DELIMITERS[dialect.delimiter] })
              : t(run.format === "sie" ? "reconciliations.file.sie" : "reconciliations.file.none"),
          },
          ...(dialect
            ? [
                {
                  label: t("reconciliations.file.encoding"),
                  value: t(`reconciliations.file.encodings.${dialect.encoding}`),
                },
                {
                  label: t("reconciliations.file.decimal"),
                  value: t(`reconciliations.file.decimals.${decimal}`),
                },
                {
                  label: t("reconciliations.file.header"),
                  value: t(`reconciliations.file.headers.${dialect.header ? "yes" : "no"}`),
                },
              ]
            : []),
          ...(run.mapping && run.faults.length === 0
            ? [
                {
                  label: t("reconciliations.file.lines"),
                  value: t("reconciliations.file.selected", { all: run.all, selected: run.selected }),
                },
                {
                  label: t("reconciliations.file.fresh"),
                  value: t("reconciliations.file.freshCount", { fresh: run.fresh, already: run.already }),
                },
              ]
            : []),
          ...run.months.map(({ month, lines, amount }) => ({
            label: monthWords(month, saying),
            value: `${lines} (${plainMoney(amount, locale)})`,
          })),
        ]}
      />
    </Section>
  );
}

function FirstLines({ lines, saying: { t, locale, today } }: { lines: Actual[]; saying: Saying }) {
  return (
    <Section id="first" finding={t("reconciliations.file.firstRows")}>
      <Table<Actual & { nth: number }>
        label={t("reconciliations.file.firstRows")}
        rows={lines.map((line, nth) => ({ ...line, nth }))}
        rowKey={({ nth }) => String(nth)}
        columns={[
          {
            key: "voucher",
            head: t("reconciliations.file.voucher"),
            rowHeader: true,
            cell: (line) => line.voucher,
          },
          { key: "line", head: t("reconciliations.file.row"), cell: (line) => line.line },
          {
            key: "day",
            head: t("reconciliations.file.day"),
            cell: (line) => shortDay(line.day, locale, today),
          },
          { key: "coding", head: t("reconciliations.file.coding"), cell: (line) => line.coding || "–" },
          { key: "text", head: t("reconciliations.file.rowText"), cell: (line) => line.text || "–" },
          {
            key: "amount",
            head: t("reconciliations.file.amount"),
            num: true,
            cell: (line) => plainMoney(line.amount, locale),
          },
        ]}
      />
    </Section>
  );
}

function Confirm({ run, seen, saying: { t } }: { run: DryRun; seen: string; saying: Saying }) {
  return (
    <Section id="confirm" finding={t("reconciliations.file.confirm", { count: run.fresh })}>
      <Form action={takeInAction} className="stack" dense label={t("reconciliations.file.title")}>
        <HiddenField name="seen" value={seen} />
        <TextField
          name="saveAs"
          label={t("reconciliations.file.saveAs")}
          hint={t("reconciliations.file.saveAsHint")}
          optional={t("reconciliations.file.optional")}
          defaultValue={run.savedAs ?? ""}
          autoComplete="off"
        />
        <SubmitButton tone="main">{t("reconciliations.file.confirmButton")}</SubmitButton>
      </Form>
    </Section>
  );
}
