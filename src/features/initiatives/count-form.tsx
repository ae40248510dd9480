import { SubmitButton } from "@/ui/button";
import { HiddenField, NumberField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { countParticipantsAction } from "./actions";
import type { Saying } from "./initiative-words";
import type { InitiativeView } from "./queries";

/** Empty rows beside those that are known, for an occupation that nobody thought of. */
const SPARE = 2;

/**
 * Who took part, a row an occupation: those that were counted, else those that the case named, and a few empty ones. A
 * row without a number is left out by the save.
 */
export function CountForm({ it, saying: { t } }: { it: InitiativeView; saying: Saying }) {
  const known =
    it.groups.length > 0
      ? it.groups.map((group) => ({
          ...group,
          women: String(group.women),
          men: String(group.men),
          unstated: String(group.unstated),
          planned: null,
        }))
      : it.groupsPlanned.map(({ takingPart, ...group }) => ({
          ...group,
          women: "",
          men: "",
          unstated: "",
          planned: takingPart,
        }));
  const empty = { occupation: "", aid: null, women: "", men: "", unstated: "", planned: null };
  const rows = [...known, ...Array.from({ length: SPARE }, () => empty)].map((row, nth) => ({
    ...row,
    name: `groups.${nth}`,
    nth: nth + 1,
  }));
  return (
    <Form
      action={countParticipantsAction}
      className="stack"
      dense
      idPrefix="count-"
      label={t("initiatives.count.title")}
    >
      <HiddenField name="id" value={it.id} />
      <div>
        <h3>{t("initiatives.count.label")}</h3>
        <p className="hint">{t("initiatives.count.hint", { count: it.headcount ?? 0 })}</p>
      </div>
      {rows.map((row) => (
        <fieldset key={row.name} className="beside">
          <legend className="note">
            {t("initiatives.count.row", {
              number: row.nth,
              known: row.planned === null ? "no" : "yes",
              planned: row.planned ?? 0,
            })}
          </legend>
          <TextField
            name={`${row.name}.occupation`}
            label={t("initiatives.count.occupation")}
            defaultValue={row.occupation}
            autoComplete="off"
          />
          <TextField
            name={`${row.name}.aid`}
            label={t("initiatives.count.aid")}
            defaultValue={row.aid ?? ""}
            autoComplete="off"
          />
          {(["women", "men", "unstated"] as const).map((kind) => (
            <NumberField
              key={kind}
              name={`${row.name}.${kind}`}
              label={t(`initiatives.count.${kind}`)}
              defaultValue={row[kind]}
              autoComplete="off"
            />
          ))}
        </fieldset>
      ))}
      <SubmitButton tone={it.tookPart === null ? "main" : undefined}>
        {t("initiatives.count.save")}
      </SubmitButton>
    </Form>
  );
}
