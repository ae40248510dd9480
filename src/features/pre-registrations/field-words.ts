import { codeFields } from "@/domain/account-coding";
import { AREAS } from "@/domain/agreement";
import type { Saying } from "./case-words";
import type { SectionView } from "./edit-queries";
import type { SavedSection } from "./section-texts";

/** What fields and their choices are called, for the form and for showing two texts beside each other. */
export type FieldWords = { labels: Record<string, string>; values: Record<string, Record<string, string>> };

/** Labels and choices of a section's fields, by field name; `rows` as many as can be shown. */
export function fieldWords(section: SavedSection, it: SectionView, rows: number, saying: Saying): FieldWords {
  const { t } = saying;
  const named = (items: readonly { id: string; name: string }[]) =>
    Object.fromEntries(items.map(({ id, name }) => [id, name]));
  const each = <Name extends string>(name: string, labels: Record<Name, string>) =>
    Object.fromEntries(
      Array.from({ length: rows }, (_, nth) =>
        Object.entries<string>(labels).map(([field, label]) => [`${name}.${nth}.${field}`, label] as const),
      ).flat(),
    );
  const eachValue = (path: string, values: Record<string, string>) => {
    const [name = "", field = ""] = path.split(".");
    return Object.fromEntries(Array.from({ length: rows }, (_, nth) => [`${name}.${nth}.${field}`, values]));
  };
  switch (section) {
    case "basics":
      return {
        labels: {
          title: t("preRegistrations.edit.basics.name"),
          unitId: t("preRegistrations.edit.basics.unit"),
          fundId: t("preRegistrations.edit.basics.fund"),
        },
        values: { unitId: named(it.units), fundId: named(it.funds) },
      };
    case "need":
    case "initiative":
    case "beyondOrdinary":
    case "risk":
      return { labels: { text: t(`preRegistrations.edit.${section}.label`) }, values: {} };
    case "area":
      return {
        labels: { area: t("preRegistrations.edit.area.label") },
        values: { area: Object.fromEntries(AREAS.map((area) => [area, t(`words.areas.${area}`)])) },
      };
    case "provider":
      return {
        labels: {
          providerKind: t("preRegistrations.edit.provider.kind"),
          providerName: t("preRegistrations.edit.provider.name"),
        },
        values: {
          providerKind: Object.fromEntries(it.providers.map((kind) => [kind, t(`words.providers.${kind}`)])),
        },
      };
    case "period":
      return {
        labels: {
          periodFrom: t("preRegistrations.edit.period.from"),
          periodUntil: t("preRegistrations.edit.period.until"),
        },
        values: {},
      };
    case "owner":
      return {
        labels: { ownerId: t("preRegistrations.edit.owner.label") },
        values: {
          ownerId: Object.fromEntries(
            it.owners.map(({ id, name, title }) => [id, title ? `${name}, ${title}` : name]),
          ),
        },
      };
    case "groups":
      return {
        labels: {
          headcount: t("preRegistrations.edit.groups.headcount"),
          ...each("groups", {
            occupation: t("preRegistrations.edit.groups.occupation"),
            aid: t("preRegistrations.edit.groups.aid"),
            takingPart: t("preRegistrations.edit.groups.takingPart"),
            covering: t("preRegistrations.edit.groups.covering"),
          }),
        },
        values: {},
      };
    case "costs": {
      // A line that the version no longer pays keeps its own word, so that it can be seen and changed.
      const types = [...new Set([...it.costTypes, ...it.facts.costLines.map((line) => line.costType)])];
      return {
        labels: each("lines", {
          costType: t("preRegistrations.edit.costs.costType"),
          text: t("preRegistrations.edit.costs.text"),
          amount: t("preRegistrations.edit.costs.amount"),
          ...Object.fromEntries(
            codeFields(it.facts.costLines, it.segments, saying.today).map(({ key, name }) => [
              `codes.${key}`,
              name,
            ]),
          ),
        }),
        values: eachValue(
          "lines.costType",
          Object.fromEntries(types.map((type) => [type, t(`words.costTypes.${type}`)])),
        ),
      };
    }
    case "units":
      return {
        labels: each("units", {
          unitId: t("preRegistrations.edit.units.unitId"),
          ownCost: t("preRegistrations.edit.units.ownCost"),
        }),
        values: eachValue("units.unitId", named(it.units)),
      };
  }
}
