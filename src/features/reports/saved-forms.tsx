import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Chips } from "@/ui/chips";
import { Choices } from "@/ui/choices";
import { HiddenField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { deleteReportAction, renameReportAction, saveReportAction } from "./actions";
import type { ReportKey } from "./report";
import type { SavedReport } from "./saved-queries";

/** Where a saved selection leads. */
export const savedHref = ({ report, query }: Pick<SavedReport, "report" | "query">) =>
  `/reports/${report}${query ? `?${query}` : ""}`;

const who = (t: T) => [
  { value: "mine", label: t("reports.saved.mine") },
  { value: "all", label: t("reports.saved.all") },
];

/** The saved selections of a report beside each other; the one that is open is marked. */
export function SavedChips({
  report,
  query,
  saved,
  t,
}: {
  report: ReportKey;
  /** The selection that is open. */
  query: string;
  saved: readonly SavedReport[];
  t: T;
}) {
  if (saved.length === 0) return null;
  const chips = [
    { href: `/reports/${report}`, label: t("reports.saved.own"), current: query === "" },
    ...saved.map((it) => ({
      href: savedHref(it),
      label: it.own || !it.by ? it.name : `${it.name} (${t("reports.saved.sharedBy", { name: it.by })})`,
      current: query !== "" && it.query === query,
    })),
  ];
  // Two names for the same selection lead to the same place.
  const first = chips.filter((chip, nth) => chips.findIndex(({ href }) => href === chip.href) === nth);
  return <Chips label={t("reports.saved.title")} chips={first} />;
}

/** Saves the selection that is open, for oneself or for all who see reports. */
export function SaveForm({ report, query, t }: { report: ReportKey; query: string; t: T }) {
  return (
    <Form
      action={saveReportAction}
      className="no-print"
      dense
      idPrefix="save-"
      label={t("reports.saved.save")}
    >
      <HiddenField name="report" value={report} />
      <HiddenField name="query" value={query} />
      <FormDetails summary={t("reports.saved.save")}>
        <div className="stack">
          <TextField
            name="name"
            label={t("reports.saved.name")}
            hint={t("reports.saved.nameHint")}
            autoComplete="off"
          />
          <Choices name="shared" label={t("reports.saved.shared")} defaultValue="mine" choices={who(t)} />
          <SubmitButton>{t("reports.saved.button")}</SubmitButton>
        </div>
      </FormDetails>
    </Form>
  );
}

/** One's own selection: its name, who sees it, and the way to take it away. */
export function ChangeForms({ saved, t }: { saved: SavedReport; t: T }) {
  const label = t("reports.saved.of", { name: saved.name });
  return (
    <div className="stack">
      <Form
        action={renameReportAction}
        className="stack"
        dense
        idPrefix={`rename-${saved.id}-`}
        label={`${label}, ${t("reports.saved.rename")}`}
      >
        <HiddenField name="id" value={saved.id} />
        <TextField name="name" label={t("reports.saved.name")} defaultValue={saved.name} autoComplete="off" />
        <Choices
          name="shared"
          label={t("reports.saved.shared")}
          defaultValue={saved.shared ? "all" : "mine"}
          choices={who(t)}
        />
        <SubmitButton>{t("reports.saved.rename")}</SubmitButton>
      </Form>
      <Form
        action={deleteReportAction}
        dense
        idPrefix={`delete-${saved.id}-`}
        label={`${label}, ${t("reports.saved.delete")}`}
      >
        <HiddenField name="id" value={saved.id} />
        <SubmitButton tone="plain">{t("reports.saved.delete")}</SubmitButton>
      </Form>
    </div>
  );
}
