import { z } from "zod";
import { AREAS } from "@/domain/agreement";
import { isDay } from "@/domain/day";
import { dayRange, longDay } from "@/messages/format";
import type { Choices } from "./choice-queries";
import type { ReportField, Saying } from "./report";

// The selection as it stands in an address; what cannot be read there is left out, and so are the report's own words
// for "all".

export const GROUPINGS = ["fund", "unit", "initiative", "area", "month"] as const;
export type Grouping = (typeof GROUPINGS)[number];

const id = z.uuid().optional().catch(undefined);
const on = z.string().refine(isDay).optional().catch(undefined);

/** What every report can be narrowed by. */
export const PLACE = { fund: id, unit: id, area: z.enum(AREAS).optional().catch(undefined) };
/** Both days count. */
export const PERIOD = { from: on, until: on };

export const placeFilter = z.object(PLACE);
export const placeAndPeriodFilter = z.object({ ...PLACE, ...PERIOD });
export type Selection = z.output<typeof placeAndPeriodFilter>;

/** The selection as it stands in an address, in one order, without what is not chosen. */
export function addressOf(filter: Record<string, string | undefined>): string {
  const chosen = Object.entries(filter).filter((part): part is [string, string] => part[1] !== undefined);
  return new URLSearchParams(chosen.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** All that any report can be asked in an address. */
const anyFilter = z.object({ by: z.enum(GROUPINGS).optional().catch(undefined), ...PLACE, ...PERIOD });

/** What a report can read of an address, in one order; the rest is left out. */
export function cleanAddress(query: string): string {
  return addressOf(anyFilter.parse(Object.fromEntries(new URLSearchParams(query))));
}

/** The common part of a report's selection as fields of its form. */
export function placeFields(filter: Selection, { funds, units }: Choices, { t }: Saying): ReportField[] {
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id: value, name }) => ({ value, label: name }));
  return [
    {
      kind: "select",
      name: "fund",
      label: t("reports.selection.fund"),
      value: filter.fund ?? "",
      options: [{ value: "", label: t("reports.selection.allFunds") }, ...named(funds)],
    },
    {
      kind: "select",
      name: "unit",
      label: t("reports.selection.unit"),
      value: filter.unit ?? "",
      options: [{ value: "", label: t("reports.selection.allUnits") }, ...named(units)],
    },
    {
      kind: "select",
      name: "area",
      label: t("reports.selection.area"),
      value: filter.area ?? "",
      options: [
        { value: "", label: t("reports.selection.allAreas") },
        ...AREAS.map((area) => ({ value: area, label: t(`words.areas.${area}`) })),
      ],
    },
  ];
}

export function periodFields({ from, until }: Selection, { t }: Saying): ReportField[] {
  return [
    { kind: "day", name: "from", label: t("reports.selection.from"), value: from ?? "" },
    { kind: "day", name: "until", label: t("reports.selection.until"), value: until ?? "" },
  ];
}

/** The selection and the day in words: what stands above every report on paper and in files. */
export function selectionNotes(
  filter: Selection,
  { funds, units }: Choices,
  { t, locale, today }: Saying,
  { period }: { period: boolean },
): string[] {
  const of = (all: readonly { id: string; name: string }[], chosen: string | undefined, none: string) =>
    chosen ? (all.find(({ id: it }) => it === chosen)?.name ?? t("reports.selection.unknown")) : none;
  const words = [
    of(funds, filter.fund, t("reports.selection.allFunds")),
    of(units, filter.unit, t("reports.selection.allUnits")),
    filter.area ? t(`words.areas.${filter.area}`) : t("reports.selection.allAreas"),
    ...(period ? [periodWords(filter, { t, locale })] : []),
  ];
  return [
    t("reports.selection.note", { selection: words.join(", ") }),
    t("reports.selection.made", { day: longDay(today, locale) }),
  ];
}

function periodWords({ from, until }: Selection, { t, locale }: Pick<Saying, "t" | "locale">): string {
  if (from && until) return dayRange(from, until, locale);
  if (from) return t("reports.selection.since", { day: longDay(from, locale) });
  if (until) return t("reports.selection.upTo", { day: longDay(until, locale) });
  return t("reports.selection.wholePeriod");
}
