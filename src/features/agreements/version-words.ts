import { AGREEMENTS, type Agreement, type Version, versionOn } from "@/domain/agreement";
import {
  type AgreementChange,
  agreementChanges,
  type Parameter,
  versionBefore,
} from "@/domain/agreement-changes";
import { listed, longDay } from "@/messages/format";
import type { StatusTone } from "@/ui/status";
import type { SummaryRow } from "@/ui/summary-list";
import type { Saying } from "./agreement-words";

/** "Gäller 1 oktober 2022 och tills vidare." */
export function inForceWords(version: Version, { t, locale }: Saying): string {
  const { from, until } = AGREEMENTS[version];
  return t("agreements.versions.inForce", {
    from: longDay(from, locale),
    until: until ? longDay(until, locale) : "none",
  });
}

/** Whether a version is the one of today; one that was or will be says so by its period. */
export function versionStatus(
  version: Version,
  { t, today }: Saying,
): { tone: StatusTone; text: string } | null {
  const { scheme, until } = AGREEMENTS[version];
  if (versionOn(scheme, today) === version) return { tone: "active", text: t("agreements.versions.now") };
  return until && until < today ? { tone: "done", text: t("agreements.versions.over") } : null;
}

/** What a version's parameter is called; the application of LOM is another word. */
export function parameterLabel(parameter: Parameter | "notPaid", it: Agreement, { t }: Saying): string {
  return parameter === "filesPreRegistration"
    ? t("agreements.parameters.filesPreRegistration", { scheme: it.scheme })
    : t(`agreements.parameters.${parameter}`);
}

/** What a version says on one parameter, as a sentence or a list of words. */
export function parameterWords(parameter: Parameter, it: Agreement, saying: Saying): string {
  const { t, locale } = saying;
  switch (parameter) {
    case "allotment":
      return t(`agreements.says.allotment.${it.allotment}`);
    case "securedBy":
      return t(`agreements.says.securedBy.${it.securedBy}`);
    case "providerCheck":
      return t(`agreements.says.providerCheck.${it.providerCheck ?? "nobody"}`);
    case "files":
      return t(`agreements.says.files.${it.files ? "yes" : "no"}`);
    case "costTypes":
    case "areas":
      return wordsOf(parameter, it[parameter], saying).join(", ");
    case "excludedAreas":
      return it.excludedAreas.length === 0
        ? t("agreements.says.excludedAreas.nobody")
        : listed(excludedWords(it, saying), locale);
    default:
      return t(`agreements.says.${parameter}.${it[parameter] ? "yes" : "no"}`);
  }
}

function wordsOf(of: "costTypes" | "areas", names: readonly string[], { t }: Saying): string[] {
  return names.map((name) =>
    of === "areas"
      ? t(`words.areas.${name as Agreement["areas"][number]}`)
      : t(`words.costTypes.${name as Agreement["costTypes"][number]}`),
  );
}

function excludedWords(it: Agreement, { t, locale }: Saying): string[] {
  return it.excludedAreas.map(({ area, until }) =>
    t(`agreements.says.excludedAreas.${area}`, { day: longDay(until, locale) }),
  );
}

/** Rows of a summary list for some parameters. */
export function parameterRows(parameters: readonly Parameter[], it: Agreement, saying: Saying): SummaryRow[] {
  return parameters.map((parameter) => ({
    label: parameterLabel(parameter, it, saying),
    value: parameterWords(parameter, it, saying),
  }));
}

export type ChangeRow = { parameter: Parameter; label: string; before: string; now: string };

/** What a version says otherwise than the one before, in words; null for the first. */
export function changeRows(version: Version, saying: Saying): { before: Version; rows: ChangeRow[] } | null {
  const before = versionBefore(version);
  return before && { before, rows: rowsBetween(before, version, saying) };
}

/** What one version says otherwise than another, in words. */
export function rowsBetween(before: Version, now: Version, saying: Saying): ChangeRow[] {
  const [was, is] = [AGREEMENTS[before], AGREEMENTS[now]];
  return agreementChanges(was, is).map((change) => ({
    parameter: change.parameter,
    label: parameterLabel(change.parameter, is, saying),
    ...bothWords(change, was, is, saying),
  }));
}

/** Of a long list only what came and went is told; all else as each of the two says it. */
function bothWords(change: AgreementChange, was: Agreement, is: Agreement, saying: Saying) {
  const { t } = saying;
  const { parameter } = change;
  if (parameter !== "costTypes" && parameter !== "areas")
    return { before: parameterWords(parameter, was, saying), now: parameterWords(parameter, is, saying) };
  const told = (names: readonly string[], key: "newHere" | "goneHere") =>
    names.length === 0
      ? "–"
      : t(`agreements.changes.${key}`, { what: wordsOf(parameter, names, saying).join(", ") });
  return { before: told(change.removed, "goneHere"), now: told(change.added, "newHere") };
}
