import { codeFields } from "@/domain/account-coding";
import { codeHint } from "@/features/codings/coding-words";
import { Choices } from "@/ui/choices";
import { DayField, MoneyField, NumberField, SelectField, TextArea, TextField } from "@/ui/fields";
import { unitOption } from "./case-list";
import type { Saying } from "./case-words";
import type { SectionView } from "./edit-queries";
import type { FieldWords } from "./field-words";
import type { SavedSection } from "./section-texts";

type Fields = {
  section: SavedSection;
  it: SectionView;
  texts: Record<string, string>;
  rows: number;
  words: FieldWords;
  saying: Saying;
};

/** The fields of one section. */
export function SectionFields({ section, it, texts, rows, words, saying }: Fields) {
  const { t } = saying;
  const field = (name: string) => ({ name, label: words.labels[name] ?? name, defaultValue: texts[name] });
  const choices = (name: string) => ({
    ...field(name),
    empty: t("preRegistrations.edit.choose"),
    options: Object.entries(words.values[name] ?? {}).map(([value, label]) => ({ value, label })),
  });
  switch (section) {
    case "basics":
      return (
        <>
          <TextField {...field("title")} autoComplete="off" />
          <SelectField {...choices("unitId")} options={it.units.map(unitOption)} />
          <SelectField {...choices("fundId")} hint={t("preRegistrations.edit.basics.fundHint")} />
        </>
      );
    case "need":
    case "initiative":
    case "beyondOrdinary":
    case "risk":
      return <TextArea {...field("text")} hint={t(`preRegistrations.edit.${section}.hint`)} rows={8} />;
    case "area":
      return (
        <Choices
          {...field("area")}
          choices={it.areas.map((value) => ({ value, label: t(`words.areas.${value}`) }))}
        />
      );
    case "provider":
      return (
        <>
          <Choices
            {...field("providerKind")}
            choices={it.providers.map((value) => ({ value, label: t(`words.providers.${value}`) }))}
          />
          <TextField
            {...field("providerName")}
            hint={t("preRegistrations.edit.provider.nameHint")}
            optional={t("preRegistrations.edit.optional")}
            autoComplete="off"
          />
        </>
      );
    case "period":
      return (
        <div className="beside">
          <DayField
            {...field("periodFrom")}
            hint={t("preRegistrations.edit.period.hint")}
            autoComplete="off"
          />
          <DayField
            {...field("periodUntil")}
            hint={t("preRegistrations.edit.period.hint")}
            autoComplete="off"
          />
        </div>
      );
    case "owner":
      return (
        <SelectField
          {...choices("ownerId")}
          hint={t(
            it.owners.length > 0 ? "preRegistrations.edit.owner.hint" : "preRegistrations.edit.owner.none",
          )}
        />
      );
    case "groups":
      return (
        <>
          <NumberField
            {...field("headcount")}
            hint={t("preRegistrations.edit.groups.headcountHint")}
            optional={t("preRegistrations.edit.optional")}
            autoComplete="off"
          />
          <Rows name="groups" count={rows} saying={saying}>
            {(row) => (
              <>
                <TextField {...field(`${row}.occupation`)} autoComplete="off" />
                <TextField {...field(`${row}.aid`)} autoComplete="off" />
                <NumberField {...field(`${row}.takingPart`)} autoComplete="off" />
                <NumberField {...field(`${row}.covering`)} autoComplete="off" />
              </>
            )}
          </Rows>
        </>
      );
    case "costs":
      return (
        <Rows name="lines" count={rows} saying={saying}>
          {(row) => (
            <>
              <SelectField {...choices(`${row}.costType`)} />
              <TextField {...field(`${row}.text`)} autoComplete="off" />
              <MoneyField
                {...field(`${row}.amount`)}
                unit={t("preRegistrations.edit.kronor")}
                autoComplete="off"
              />
              {codeFields(it.facts.costLines, it.segments, saying.today).map(({ key, segment }) => (
                <TextField
                  key={key}
                  {...field(`${row}.codes.${key}`)}
                  hint={codeHint(segment, t)}
                  autoComplete="off"
                  short
                />
              ))}
            </>
          )}
        </Rows>
      );
    case "units":
      return (
        <Rows name="units" count={rows} saying={saying}>
          {(row) => (
            <>
              <SelectField {...choices(`${row}.unitId`)} options={it.units.map(unitOption)} />
              <MoneyField
                {...field(`${row}.ownCost`)}
                unit={t("preRegistrations.edit.kronor")}
                autoComplete="off"
              />
            </>
          )}
        </Rows>
      );
  }
}

const ROWS = { groups: "groups", lines: "costs", units: "units" } as const;

/** Rows of short fields under one question; a row that is emptied is taken away by the save. */
function Rows({
  name,
  count,
  saying: { t },
  children,
}: {
  name: keyof typeof ROWS;
  count: number;
  saying: Saying;
  children: (row: string) => React.ReactNode;
}) {
  const section = ROWS[name];
  return (
    <div className="stack-l mt-s6">
      <div>
        <h2 className="h-s">{t(`preRegistrations.edit.${section}.rows`)}</h2>
        <p className="hint">
          {t(`preRegistrations.edit.${section}.rowsHint`)} {t("preRegistrations.edit.emptyRow")}
        </p>
      </div>
      {Array.from({ length: count }, (_, nth) => `${name}.${nth}`).map((row, nth) => (
        <fieldset key={row} className="beside">
          <legend className="note">{t("preRegistrations.edit.rowNumber", { number: nth + 1 })}</legend>
          {children(row)}
        </fieldset>
      ))}
    </div>
  );
}
