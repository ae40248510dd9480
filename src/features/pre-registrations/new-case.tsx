import type { Reason } from "@/domain/reason";
import { shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { ButtonLink, SubmitButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Empty } from "@/ui/empty";
import { HiddenField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import { createCaseAction } from "./actions";
import { unitOption } from "./case-list";
import type { Saying } from "./case-words";
import type { NewCaseView } from "./edit-queries";

/** The chosen ideas once more, a name, a unit and a fund: that is a case to begin with. */
export function NewCase({ it, saying }: { it: NewCaseView; saying: Saying }) {
  const { t, scheme } = saying;
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/pre-registrations">{t("preRegistrations.words", { scheme })}</Link>
        </p>
        <h1 className="sentence">{t("preRegistrations.create.sentence", { count: it.ideas.length })}</h1>
        <p className="soft">{t("preRegistrations.create.lead")}</p>
        {it.cannotApply ? <CannotApply why={it.cannotApply} saying={saying} /> : null}
      </header>
      {it.ideas.length > 0 ? (
        <Section id="ideas" unruled finding={t("preRegistrations.create.ideas")}>
          <Ideas ideas={it.ideas} saying={saying} />
        </Section>
      ) : null}
      {it.funds.length === 0 ? (
        <Empty title={t("preRegistrations.create.noFund")} level={2}>
          <p>{t("preRegistrations.create.noFundText")}</p>
        </Empty>
      ) : (
        <NewCaseForm it={it} saying={saying} />
      )}
    </>
  );
}

/** A draft may be made, but it cannot be handed in: better said before the work than after. */
function CannotApply({ why, saying: { t } }: { why: Reason; saying: Saying }) {
  return (
    <Callout tone="warn" title={t("preRegistrations.create.cannotApply")}>
      <p>{sentence(t, why)}</p>
    </Callout>
  );
}

function NewCaseForm({ it, saying }: { it: NewCaseView; saying: Saying }) {
  const { t, locale, today } = saying;
  const [first] = it.ideas;
  return (
    <Form action={createCaseAction} label={t("preRegistrations.newTitle")}>
      {it.ideas.map((idea) => (
        <HiddenField key={idea.id} name="ideas" value={idea.id} />
      ))}
      <TextField
        name="title"
        label={t("preRegistrations.create.titleLabel")}
        hint={t("preRegistrations.create.titleHint")}
        defaultValue={it.ideas.length === 1 ? first?.title : undefined}
        autoComplete="off"
      />
      <SelectField
        name="unitId"
        label={t("preRegistrations.create.unit")}
        hint={it.ideas.length > 0 ? t("preRegistrations.create.unitHint") : undefined}
        options={it.units.map(unitOption)}
        defaultValue={first?.unitId}
      />
      {it.funds.length > 1 ? (
        <SelectField
          name="fundId"
          label={t("preRegistrations.create.fund")}
          hint={t("preRegistrations.create.fundHint")}
          options={it.funds.map(({ id, name, reserveDay }) => ({
            value: id,
            label: reserveDay
              ? t("preRegistrations.create.fundUntil", { name, day: shortDay(reserveDay, locale, today) })
              : name,
          }))}
        />
      ) : null}
      <div className="send">
        <p className="row">
          <SubmitButton tone="main">{t("preRegistrations.create.make")}</SubmitButton>
          <ButtonLink tone="plain" href={it.ideas.length > 0 ? "/ideas" : "/pre-registrations"}>
            {t("preRegistrations.edit.cancel")}
          </ButtonLink>
        </p>
      </div>
    </Form>
  );
}

function Ideas({ ideas, saying: { t } }: { ideas: NewCaseView["ideas"]; saying: Saying }) {
  return (
    <Table
      label={t("preRegistrations.create.ideasTable")}
      rows={ideas}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          head: t("preRegistrations.create.ideaColumns.title"),
          rowHeader: true,
          cell: (idea) => <Link href={`/ideas/${idea.id}`}>{idea.title}</Link>,
        },
        { key: "why", head: t("preRegistrations.create.ideaColumns.why"), cell: (idea) => idea.why },
        { key: "unit", head: t("preRegistrations.create.ideaColumns.unit"), cell: (idea) => idea.unit },
        {
          key: "supports",
          head: t("preRegistrations.create.ideaColumns.supports"),
          num: true,
          cell: (idea) => idea.supports,
        },
      ]}
    />
  );
}
