import { longDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Tracker } from "@/ui/tracker";
import type { CaseHead } from "./case-queries";
import { caseSentence, type Saying, stepName } from "./case-words";

/** A case for who is part of it and works with other things: where it is and who has the ball, without names. */
export function EmployeeCase({ it, saying }: { it: CaseHead; saying: Saying }) {
  const { t, locale, scheme } = saying;
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/pre-registrations">{t("preRegistrations.words", { scheme })}</Link> / {it.number}
        </p>
        <p className="soft">{it.title}</p>
        <h1 className="sentence">{caseSentence({ standing: it.standing, reserveDay: null }, saying)}</h1>
        <p className="soft">{t("preRegistrations.case.employeeLead")}</p>
      </header>
      <Tracker
        label={t("preRegistrations.step.label")}
        stateWords={{ done: t("preRegistrations.step.done"), current: t("preRegistrations.step.current") }}
        steps={it.steps.map(({ step, state, on }) => ({
          name: stepName(step, t),
          when: on ? longDay(on, locale) : undefined,
          state,
        }))}
      />
    </>
  );
}
