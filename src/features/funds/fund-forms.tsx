import { AGREEMENTS } from "@/domain/agreement";
import { money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { HiddenField, MoneyField, SelectField, TextArea, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { addPotAction, adjustAction, reverseEntryAction, rollOverAction, transferAction } from "./actions";
import type { Saying } from "./fund-words";
import { checkProvisionAction } from "./provision-actions";
import { ProvisionFields } from "./provision-fields";
import type { FundPage } from "./queries";

type Props = { fund: FundPage; saying: Saying };

const potOptions = (fund: FundPage, { t, locale }: Saying) =>
  fund.pots.map((pot) => ({
    value: pot.id,
    label: t("funds.share.potLeft", {
      name: pot.unitName ?? t("funds.pots.central"),
      available: money(pot.available, locale),
    }),
  }));

/** The pot is asked for only where there is more than one. */
function PotField({ fund, chosen, saying }: Props & { chosen?: string | undefined }) {
  return fund.pots.length > 1 ? (
    <SelectField
      name="potId"
      label={saying.t("funds.provide.pot")}
      options={potOptions(fund, saying)}
      defaultValue={chosen}
    />
  ) : (
    <HiddenField name="potId" value={fund.pots[0]?.id ?? ""} />
  );
}

/** What to provide, and how it is reckoned; the next page shows the sum. `typed`: the form as it was sent before. */
export function ProvideForm({ fund, typed = {}, saying }: Props & { typed?: Record<string, string> }) {
  const { t } = saying;
  return (
    <Form
      action={checkProvisionAction}
      className="stack"
      dense
      idPrefix="provide-"
      label={t("funds.provide.provideFinding")}
    >
      <HiddenField name="fundId" value={fund.id} />
      <PotField fund={fund} chosen={typed.potId} saying={saying} />
      <ProvisionFields scheme={AGREEMENTS[fund.version].scheme} typed={typed} saying={saying} />
      <TextField
        name="reference"
        label={t("funds.provide.reference")}
        hint={t("funds.new.referenceHint")}
        optional={t("funds.optional")}
        defaultValue={typed.reference ?? ""}
      />
      <SubmitButton tone="main">{t("provisions.toCheck")}</SubmitButton>
    </Form>
  );
}

export function AdjustForm({ fund, saying }: Props) {
  const { t } = saying;
  return (
    <Form
      action={adjustAction}
      className="stack"
      dense
      idPrefix="adjust-"
      label={t("funds.provide.adjustFinding")}
    >
      <HiddenField name="fundId" value={fund.id} />
      <PotField fund={fund} saying={saying} />
      <Choices
        name="direction"
        label={t("funds.provide.direction")}
        choices={[
          { value: "in", label: t("funds.provide.in") },
          { value: "out", label: t("funds.provide.out") },
        ]}
      />
      <MoneyField name="amount" label={t("funds.provide.amount")} unit={t("funds.kr")} />
      <TextArea
        name="reason"
        label={t("funds.provide.reason")}
        hint={t("funds.provide.reasonHint")}
        rows={3}
      />
      <SubmitButton>{t("funds.provide.adjustButton")}</SubmitButton>
    </Form>
  );
}

export function AddPotForm({ fund, saying: { t } }: Props) {
  return (
    <Form action={addPotAction} className="stack" dense idPrefix="pot-" label={t("funds.share.addFinding")}>
      <HiddenField name="fundId" value={fund.id} />
      <SelectField
        name="unitId"
        label={t("funds.share.unit")}
        empty={t("funds.share.choose")}
        options={fund.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <MoneyField
        name="amount"
        label={t("funds.share.amount")}
        optional={t("funds.optional")}
        unit={t("funds.kr")}
      />
      <SubmitButton tone="main">{t("funds.share.addButton")}</SubmitButton>
    </Form>
  );
}

export function TransferForm({ fund, saying }: Props) {
  const { t } = saying;
  const options = potOptions(fund, saying);
  return (
    <Form
      action={transferAction}
      className="stack"
      dense
      idPrefix="move-"
      label={t("funds.share.moveFinding")}
    >
      <HiddenField name="fundId" value={fund.id} />
      <SelectField name="fromPotId" label={t("funds.share.from")} options={options} />
      <SelectField
        name="toPotId"
        label={t("funds.share.to")}
        options={options}
        defaultValue={options[1]?.value}
      />
      <MoneyField name="amount" label={t("funds.share.amountToMove")} unit={t("funds.kr")} />
      <SubmitButton>{t("funds.share.moveButton")}</SubmitButton>
    </Form>
  );
}

export function RollOverForm({ fund, saying: { t } }: Props) {
  return (
    <Form action={rollOverAction} className="stack" dense label={t("funds.rollOver.title")}>
      <HiddenField name="fundId" value={fund.id} />
      <SelectField
        name="toFundId"
        label={t("funds.rollOver.to")}
        empty={t("funds.rollOver.choose")}
        options={fund.laterFunds.map((later) => ({ value: later.id, label: later.name }))}
      />
      <SubmitButton tone="main">{t("funds.rollOver.button")}</SubmitButton>
    </Form>
  );
}

export function ReverseForm({
  fundId,
  entryId,
  saying: { t },
}: {
  fundId: string;
  entryId: string;
  saying: Saying;
}) {
  return (
    <Form action={reverseEntryAction} className="stack" dense label={t("funds.reverse.title")}>
      <HiddenField name="fundId" value={fundId} />
      <HiddenField name="entryId" value={entryId} />
      <TextArea
        name="reason"
        label={t("funds.reverse.reason")}
        hint={t("funds.reverse.reasonHint")}
        rows={3}
      />
      <SubmitButton tone="main">{t("funds.reverse.button")}</SubmitButton>
    </Form>
  );
}
