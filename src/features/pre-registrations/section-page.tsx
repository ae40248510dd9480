import { faultyLines } from "@/domain/account-coding";
import { COST_TYPES } from "@/domain/agreement";
import { costSum, whyNotCostLine } from "@/domain/case-sections";
import { CONSULTED_CASE } from "@/domain/pre-registration";
import { CodingFaults } from "@/features/codings/coding-faults";
import { money } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { caseWord, type Saying } from "./case-words";
import type { SectionView } from "./edit-queries";
import { SectionForm } from "./section-form";
import type { SavedSection } from "./section-texts";

/** One section on a page of its own: the form, and beside it what helps to fill it in. */
export function SectionPage({
  it,
  section,
  back,
  rows,
  saying,
}: {
  it: SectionView;
  section: SavedSection;
  back: "case" | null;
  rows: number;
  saying: Saying;
}) {
  const { t, scheme } = saying;
  const here = `/pre-registrations/${it.facts.id}`;
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/pre-registrations">{t("preRegistrations.words", { scheme })}</Link> /{" "}
          <Link href={here}>
            {caseWord(saying)} {it.facts.number}
          </Link>{" "}
          / <Link href={`${here}/edit`}>{t("preRegistrations.edit.tasks")}</Link>
        </p>
        <p className="soft">{it.facts.title}</p>
        <h1>{t(`preRegistrations.edit.${section}.title`)}</h1>
        {CONSULTED_CASE.includes(it.facts.status) ? (
          <Callout tone="warn">
            <p>{t("preRegistrations.edit.consulted")}</p>
          </Callout>
        ) : null}
      </header>
      <div className="columns columns-main-side">
        <SectionForm it={it} section={section} back={back} rows={rows} saying={saying} />
        <aside className="stack-l">
          {section === "costs" ? <CostHelp it={it} saying={saying} /> : null}
          {section === "need" || section === "initiative" ? <IdeasSay it={it} saying={saying} /> : null}
        </aside>
      </div>
    </>
  );
}

/** What the employees wrote, to build on; it is not copied, since words of theirs should lie in one place. */
function IdeasSay({ it, saying: { t } }: { it: SectionView; saying: Saying }) {
  if (it.ideas.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="ideas">
      <h2 id="ideas" className="h-s">
        {t("preRegistrations.edit.ideas")}
      </h2>
      {it.ideas.map((idea) => (
        <blockquote key={idea.id} className="said">
          <p className="as-written">{idea.why}</p>
          <p className="note">
            <Link href={`/ideas/${idea.id}`}>{idea.title}</Link>
          </p>
        </blockquote>
      ))}
    </section>
  );
}

/** The sum so far, and what the case's version of the agreement does not pay, in its own words. */
function CostHelp({ it, saying }: { it: SectionView; saying: Saying }) {
  const { t, locale, today } = saying;
  const refused = COST_TYPES.flatMap((type) => {
    const why = whyNotCostLine(it.version, type);
    return why && why.key !== "preRegistrations.why.noVersion" ? [{ type, why }] : [];
  });
  const { costLines, providerKind } = it.facts;
  return (
    <>
      <CodingFaults faulty={faultyLines(costLines, it.segments, providerKind, today)} saying={saying} />
      <p>{t("preRegistrations.edit.costs.total", { amount: money(costSum(it.facts.costLines), locale) })}</p>
      {refused.length > 0 ? (
        <section className="stack-s" aria-labelledby="not-paid">
          <h2 id="not-paid" className="h-s">
            {t("preRegistrations.edit.costs.notPaid")}
          </h2>
          <dl className="stack-s small">
            {refused.map(({ type, why }) => (
              <div key={type}>
                <dt>
                  <strong>{t(`words.costTypes.${type}`)}</strong>
                </dt>
                <dd>{sentence(t, why)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  );
}
