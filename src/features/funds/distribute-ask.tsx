import { CheckboxGroup, Choices } from "@/ui/choices";
import { HiddenField, MoneyField, SelectField } from "@/ui/fields";
import type { DistributePage } from "./distribute-queries";
import type { Asked } from "./distribute-words";
import type { Saying } from "./fund-words";

/** What to share, between whom and by what: all in the address, so that a preview can be sent to somebody else. */
export function DistributeAsk({
  page,
  asked,
  saying: { t },
}: {
  page: DistributePage;
  asked: Asked;
  saying: Saying;
}) {
  const parents = page.units.filter((unit) => page.units.some((it) => it.parentId === unit.id));
  const name = page.units.find((unit) => unit.id === asked.under)?.name ?? "";
  return (
    <form
      method="get"
      action={`/funds/${page.fund.id}/distribute`}
      className="stack"
      data-density="dense"
      aria-label={t("distributions.ask.finding")}
    >
      <SelectField
        name="under"
        label={t("distributions.ask.under")}
        options={parents.map((unit) => ({ value: unit.id, label: unit.name }))}
        defaultValue={asked.under}
      />
      <HiddenField name="of" value={asked.under} />
      {asked.units.length === 0 ? (
        <p className="soft">{t("distributions.ask.noUnits", { name })}</p>
      ) : (
        <CheckboxGroup
          name="unit"
          label={t("distributions.ask.unitsFor", { name })}
          choices={asked.units.map((unit) => ({ value: unit.id, label: unit.name }))}
          defaultValue={asked.chosen}
        />
      )}
      <Choices
        name="basis"
        label={t("distributions.ask.basis")}
        defaultValue={asked.basis}
        choices={(["headcount", "payroll", "byHand"] as const).map((basis) => ({
          value: basis,
          label: t(`distributions.ask.${basis}`),
        }))}
      />
      <div className="beside max-w-measure">
        <MoneyField
          name="amount"
          label={t("distributions.ask.amount")}
          unit={t("funds.kr")}
          defaultValue={asked.typed.amount}
        />
        <MoneyField
          name="floor"
          label={t("distributions.ask.floor")}
          optional={t("funds.optional")}
          unit={t("funds.kr")}
          defaultValue={asked.typed.floor}
        />
      </div>
      <button type="submit" className="button">
        {t("distributions.ask.show")}
      </button>
    </form>
  );
}
