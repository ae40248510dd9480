import { REQUIRED_TO_SUBMIT, SECTIONS } from "@/domain/case-sections";
import { CONSULTED_CASE } from "@/domain/pre-registration";
import { shortDay } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { caseWord, type Saying } from "./case-words";
import type { TaskListView, Touched } from "./edit-queries";
import { addressOf } from "./section-texts";

const TONE = { notStarted: "open", incomplete: "waiting", complete: "done" } as const;

/** The task list of a case: each section with how far it has come and who touched it last. */
export function SectionList({ it, saying }: { it: TaskListView; saying: Saying }) {
  const { t, scheme } = saying;
  const { facts, sections, touched } = it;
  const here = `/pre-registrations/${facts.id}`;
  const left = SECTIONS.filter((section) => sections[section] !== "complete").length;
  const enough = REQUIRED_TO_SUBMIT.every((section) => sections[section] === "complete");
  const before = facts.status === "draft" || facts.status === "returned";
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/pre-registrations">{t("preRegistrations.words", { scheme })}</Link> /{" "}
          <Link href={here}>
            {caseWord(saying)} {facts.number}
          </Link>
        </p>
        <h1>{facts.title}</h1>
        <p className="sentence sentence-s">
          {t("preRegistrations.edit.sentence", { left, ready: !before ? "sent" : enough ? "yes" : "no" })}
        </p>
        {CONSULTED_CASE.includes(facts.status) ? (
          <Callout tone="warn">
            <p>{t("preRegistrations.edit.consulted")}</p>
          </Callout>
        ) : (
          <p className="soft">{t("preRegistrations.edit.lead")}</p>
        )}
      </header>
      <Section id="sections" unruled finding={t("preRegistrations.edit.tasks")}>
        <ul className="tasks">
          <li>
            <Link href={`${here}/edit/basics`}>{t("preRegistrations.edit.basics.title")}</Link>{" "}
            <Status tone="done" text={t("preRegistrations.edit.state.complete")} bare />
            <Note touched={touched.basics} needed={false} saying={saying} />
          </li>
          {SECTIONS.map((section) => (
            <li key={section}>
              <Link href={`${here}/edit/${addressOf(section)}`}>
                {t(`preRegistrations.edit.${section}.title`)}
              </Link>{" "}
              <Status
                tone={TONE[sections[section]]}
                text={t(`preRegistrations.edit.state.${sections[section]}`)}
                bare
              />
              <Note
                touched={touched[section]}
                needed={before && REQUIRED_TO_SUBMIT.includes(section) && sections[section] !== "complete"}
                saying={saying}
              />
            </li>
          ))}
        </ul>
        <p className="row">
          <ButtonLink tone={left === 0 || enough ? "main" : undefined} href={here}>
            {t(before ? "preRegistrations.edit.check" : "preRegistrations.edit.toCase")}
          </ButtonLink>
        </p>
        {before ? <p className="hint">{t("preRegistrations.edit.checkHint")}</p> : null}
      </Section>
    </>
  );
}

function Note({
  touched,
  needed,
  saying: { t, locale, today },
}: {
  touched: Touched | undefined;
  needed: boolean;
  saying: Saying;
}) {
  const day = touched && shortDay(touched.on, locale, today);
  const words = [
    needed ? t("preRegistrations.edit.needed") : null,
    touched?.by && day ? t("preRegistrations.edit.touched", { who: touched.by, day }) : null,
    touched && !touched.by && day ? t("preRegistrations.edit.touchedHidden", { day }) : null,
  ].filter(Boolean);
  return words.length > 0 ? <span className="note">{words.join(" · ")}</span> : null;
}
