import type { Section } from "@/domain/case-sections";
import { dayRange, listed, longDay, money } from "@/messages/format";
import { Link } from "@/ui/link";
import { SummaryList, type SummaryRow } from "@/ui/summary-list";
import type { CaseView } from "./case-queries";
import type { Saying } from "./case-words";
import { addressOf, type SavedSection } from "./section-texts";

/** All that is written in the case, a line each, with "Ändra" where it may be changed. Also "check your answers". */
export function CaseSummary({ it, mayEdit, saying }: { it: CaseView; mayEdit: boolean; saying: Saying }) {
  const { t, locale } = saying;
  const { facts } = it;
  const change = (section: SavedSection): Pick<SummaryRow, "action"> =>
    mayEdit
      ? {
          action: {
            href: `/pre-registrations/${it.id}/edit/${addressOf(section)}?back=case`,
            label: t("preRegistrations.case.change"),
            about: t(`preRegistrations.case.changeAbout.${section}`),
          },
        }
      : {};
  const row = (section: Exclude<Section, "costs">, value: React.ReactNode): SummaryRow => ({
    label: t(`preRegistrations.case.rows.${section}`),
    value:
      it.sections[section] === "notStarted" ? (
        <NotFilled saying={saying} />
      ) : (
        withState(value, it, section, saying)
      ),
    ...change(section),
  });
  return (
    <SummaryList
      rows={[
        row("need", <Written text={facts.need} />),
        row("initiative", <Written text={facts.initiative} />),
        row("beyondOrdinary", <Written text={facts.beyondOrdinary} />),
        row("groups", peopleWords(it, saying)),
        row("provider", providerWords(facts, saying)),
        row("period", periodWords(facts, saying)),
        row(
          "owner",
          it.owner
            ? [it.owner.name ?? t("preRegistrations.case.protectedOwner"), it.owner.title]
                .filter(Boolean)
                .join(", ")
            : null,
        ),
        row("area", facts.area ? t(`words.areas.${facts.area}`) : null),
        row("units", unitsWords(it, saying)),
        row("risk", <Written text={facts.risk} />),
        { label: t("preRegistrations.case.rows.unit"), value: it.unit, ...change("basics") },
        { label: t("preRegistrations.case.rows.fund"), value: facts.fundName },
        ...(it.version
          ? [
              {
                label: t("preRegistrations.case.rows.version"),
                value: (
                  <Link href={`/agreements/${it.version}`}>
                    {facts.version
                      ? t(`words.versions.${it.version}`)
                      : t("preRegistrations.case.draftVersion", {
                          version: t(`words.versions.${it.version}`),
                        })}
                  </Link>
                ),
              },
            ]
          : []),
        ...(facts.ideas.length > 0
          ? [
              {
                label: t("preRegistrations.case.rows.ideas"),
                value: <Ideas ideas={facts.ideas} locale={locale} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function NotFilled({ saying: { t } }: { saying: Saying }) {
  return <span className="soft">{t("preRegistrations.case.notFilled")}</span>;
}

/** A text as it was written, with its line breaks. */
export function Written({ text }: { text: string }) {
  return <span className="as-written">{text}</span>;
}

function withState(value: React.ReactNode, it: CaseView, section: Section, { t }: Saying) {
  if (it.sections[section] !== "incomplete") return value;
  return (
    <>
      {value} <span className="note">{t("preRegistrations.case.halfFilled")}</span>
    </>
  );
}

function peopleWords({ facts, units }: CaseView, { t, locale }: Saying): string {
  const count = facts.headcount ?? 0;
  const groups = facts.groups.map((group) => `${group.takingPart} ${inSentence(group.occupation)}`);
  const where = listed(
    units.map((unit) => unit.name),
    locale,
  );
  const who = groups.length > 0 ? listed(groups, locale) : t("preRegistrations.case.people", { count });
  return where ? `${who}, ${where}` : who;
}

/** "Vårdbiträden" inside a sentence; "AT-läkare" and the like stay as they are. */
function inSentence(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

type Provided = Pick<CaseView["facts"], "providerKind" | "providerName">;

export function providerWords({ providerKind, providerName }: Provided, { t }: Pick<Saying, "t">): string {
  const kind = providerKind ? t(`words.providers.${providerKind}`) : "";
  return providerName && kind ? `${providerName} (${kind})` : providerName || kind;
}

type Period = Pick<CaseView["facts"], "periodFrom" | "periodUntil">;

export function periodWords(
  { periodFrom, periodUntil }: Period,
  { t, locale }: Pick<Saying, "t" | "locale">,
): string {
  if (periodFrom && periodUntil) return dayRange(periodFrom, periodUntil, locale);
  if (periodFrom) return t("preRegistrations.case.from", { from: longDay(periodFrom, locale) });
  return periodUntil ? t("preRegistrations.case.until", { until: longDay(periodUntil, locale) }) : "";
}

function unitsWords({ units }: CaseView, { t, locale }: Saying): string {
  return units
    .map(({ name, ownCost }) =>
      ownCost > 0n
        ? `${name} (${t("preRegistrations.case.ownCostShort", { amount: money(ownCost, locale) })})`
        : name,
    )
    .join(", ");
}

function Ideas({ ideas }: { ideas: { id: string; title: string }[]; locale: Saying["locale"] }) {
  return (
    <>
      {ideas.map((idea, nth) => (
        <span key={idea.id}>
          {nth > 0 ? ", " : ""}
          <Link href={`/ideas/${idea.id}`}>{idea.title}</Link>
        </span>
      ))}
    </>
  );
}
