import { type CaseContent, SECTIONS, type Section } from "@/domain/case-sections";
import { editableMoney } from "@/domain/money";

/** The parts that are saved by themselves: the sections of the task list, and what the case is called. */
export type SavedSection = Section | "basics";

type SectionContent = CaseContent & { title: string; unitId: string; fundId: string };

/** The draft of a section's form, as server/drafts knows it. */
export function draftForm(section: SavedSection): string {
  return `pre-registration-${section.toLowerCase()}`;
}

const numbered = (name: string, rows: readonly Record<string, string>[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, nth) => Object.entries(row).map(([field, text]) => [`${name}.${nth}.${field}`, text])),
  );

const count = (value: number | null): string => (value === null ? "" : String(value));

/**
 * What stands saved in a section by the names of its form's fields: what the form opens with, what is shown when
 * somebody else saved meanwhile, and how a save is known to have changed anything.
 */
export function sectionTexts(section: SavedSection, it: SectionContent): Record<string, string> {
  switch (section) {
    case "basics":
      return { title: it.title, unitId: it.unitId, fundId: it.fundId };
    case "need":
    case "initiative":
    case "beyondOrdinary":
    case "risk":
      return { text: it[section] };
    case "area":
      return { area: it.area ?? "" };
    case "groups":
      return {
        headcount: count(it.headcount),
        ...numbered(
          "groups",
          it.groups.map(({ occupation, aid, takingPart, covering }) => ({
            occupation,
            aid: aid ?? "",
            takingPart: String(takingPart),
            covering: covering === 0 ? "" : String(covering),
          })),
        ),
      };
    case "provider":
      return { providerKind: it.providerKind ?? "", providerName: it.providerName };
    case "period":
      return { periodFrom: it.periodFrom ?? "", periodUntil: it.periodUntil ?? "" };
    case "owner":
      return { ownerId: it.ownerId ?? "" };
    case "costs":
      return numbered(
        "lines",
        it.costLines.map(({ costType, text, amount, codes }) => ({
          costType,
          text,
          amount: editableMoney(amount),
          ...Object.fromEntries(Object.entries(codes).map(([key, code]) => [`codes.${key}`, code])),
        })),
      );
    case "units":
      return numbered(
        "units",
        it.units.map(({ unitId, ownCost }) => ({
          unitId,
          ownCost: ownCost === 0n ? "" : editableMoney(ownCost),
        })),
      );
  }
}

/** Empty rows that a table-like form opens with below the saved ones, and gets more of by its button. */
export const SPARE_ROWS = 2;

/** Where one goes after saving a section: on with more rows, back to the case's page, or to the task list. */
export function placeAfterSave(
  section: SavedSection,
  { id, back, more }: { id: string; back?: "case" | undefined; more?: string | undefined },
  rows = 0,
): string {
  const from = back ? `&back=${back}` : "";
  if (more) return `/pre-registrations/${id}/edit/${addressOf(section)}?rows=${rows + SPARE_ROWS + 1}${from}`;
  return back
    ? `/pre-registrations/${id}?said=sectionSaved`
    : `/pre-registrations/${id}/edit?said=sectionSaved`;
}

/** A section's own address below the case: "beyond-ordinary". */
export function addressOf(section: SavedSection): string {
  return section.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The section at an address; null when there is none. */
export function sectionAt(address: string | undefined): SavedSection | null {
  return (["basics", ...SECTIONS] as const).find((section) => addressOf(section) === address) ?? null;
}
