import type { ReactNode } from "react";
import { dayOf } from "@/domain/day";
import { saveDraftAction } from "@/features/people/draft-actions";
import { shortDay, timeOfDay } from "@/messages/format";
import { BothTexts } from "@/ui/both-texts";
import { ButtonLink, SubmitButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DraftMark } from "@/ui/draft-mark";
import { DraftSaver } from "@/ui/draft-saver";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import type { FormAction } from "@/ui/form-state";
import {
  saveAreaAction,
  saveBasicsAction,
  saveCostsAction,
  saveGroupsAction,
  saveOwnerAction,
  savePeriodAction,
  saveProviderAction,
  saveTextAction,
  saveUnitsAction,
} from "./actions";
import type { Saying } from "./case-words";
import type { SectionView } from "./edit-queries";
import { type FieldWords, fieldWords } from "./field-words";
import { SectionFields } from "./section-fields";
import { draftForm, type SavedSection, SPARE_ROWS, sectionTexts } from "./section-texts";

const ACTIONS: Record<SavedSection, FormAction> = {
  basics: saveBasicsAction,
  need: saveTextAction,
  initiative: saveTextAction,
  beyondOrdinary: saveTextAction,
  risk: saveTextAction,
  groups: saveGroupsAction,
  provider: saveProviderAction,
  period: savePeriodAction,
  owner: saveOwnerAction,
  area: saveAreaAction,
  costs: saveCostsAction,
  units: saveUnitsAction,
};

/** The form of one section: opens with what lies unsaved, else with what stands saved, and saves itself meanwhile. */
export function SectionForm({
  it,
  section,
  back,
  rows,
  saying,
}: {
  it: SectionView;
  section: SavedSection;
  back: "case" | null;
  /** How many rows a table-like form was asked for; at least the filled ones and a few to spare. */
  rows: number;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const { facts, draft } = it;
  const texts = draft ? plain(draft.typed) : sectionTexts(section, facts);
  const shown = Math.min(60, Math.max(rows, rowsIn(texts) + SPARE_ROWS));
  const words: FieldWords = fieldWords(section, it, shown + 5, saying);
  const here = `/pre-registrations/${facts.id}`;
  return (
    <Form action={ACTIONS[section]} label={t(`preRegistrations.edit.${section}.title`)}>
      <HiddenField name="id" value={facts.id} />
      {isText(section) ? <HiddenField name="section" value={section} /> : null}
      {back ? <HiddenField name="back" value={back} /> : null}
      <DraftMark
        form={draftForm(section)}
        subject={facts.id}
        revision={draft?.baseRevision ?? facts.revision}
      />
      <BothTexts
        revision={draft?.baseRevision ?? facts.revision}
        title={t("preRegistrations.edit.bothTitle")}
        text={t("preRegistrations.edit.bothText")}
        labels={words.labels}
        words={words.values}
      />
      {draft ? <Unsaved at={draft.at} saying={saying} /> : null}
      <SectionFields section={section} it={it} texts={texts} rows={shown} words={words} saying={saying} />
      <div className="send">
        <p className="row">
          <SubmitButton tone="main">{t("preRegistrations.edit.save")}</SubmitButton>
          {hasRows(section) ? (
            <SubmitButton name="more" value="rows">
              {t("preRegistrations.edit.addRow")}
            </SubmitButton>
          ) : null}
          <ButtonLink tone="plain" href={back ? here : `${here}/edit`}>
            {t("preRegistrations.edit.cancel")}
          </ButtonLink>
        </p>
      </div>
      <DraftSaver
        save={saveDraftAction}
        words={{
          saved: t("preRegistrations.edit.saved"),
          saving: t("preRegistrations.edit.saving"),
          failed: t("preRegistrations.edit.saveFailed"),
        }}
        savedAt={draft ? timeOfDay(draft.at, locale) : undefined}
      />
    </Form>
  );
}

function Unsaved({ at, saying: { t, locale, today } }: { at: Date; saying: Saying }): ReactNode {
  const time = `${shortDay(dayOf(at), locale, today)} ${timeOfDay(at, locale)}`;
  return (
    <Callout title={t("preRegistrations.edit.draftTitle")} small>
      <p>{t("preRegistrations.edit.draftText", { time })}</p>
    </Callout>
  );
}

const isText = (section: SavedSection) =>
  section === "need" || section === "initiative" || section === "beyondOrdinary" || section === "risk";

const hasRows = (section: SavedSection) => section === "groups" || section === "costs" || section === "units";

/** Unsaved typing as texts by field name; no section has a repeated field. */
function plain(typed: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value].flat().join(" ")]));
}

/** How many rows of a table-like form hold something: "lines.3.amount" is the fourth. */
function rowsIn(texts: Record<string, string>): number {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return filled.reduce((most, [name]) => Math.max(most, Number(/\.(\d+)\./.exec(name)?.[1] ?? -1) + 1), 0);
}
