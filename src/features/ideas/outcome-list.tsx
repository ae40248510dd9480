import { longDay } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Link } from "@/ui/link";
import type { Saying } from "./idea-words";
import type { Outcome } from "./outcome-queries";

/** What ideas have led to, so that the next one dares. */
export function OutcomeList({ outcomes, saying: { t, locale } }: { outcomes: Outcome[]; saying: Saying }) {
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{t("ideas.outcomes.sentence", { count: outcomes.length })}.</h1>
        <p className="soft">{t("ideas.outcomes.lead")}</p>
      </header>
      {outcomes.length === 0 ? (
        <Empty title={t("ideas.outcomes.title")} level={2}>
          <p>{t("ideas.outcomes.noneText")}</p>
        </Empty>
      ) : (
        <ul className="tasks">
          {outcomes.map(({ id, title, unit, completedOn, tookPart }) => (
            <li key={`${id} ${completedOn}`}>
              <Link href={`/ideas/${id}`}>{title}</Link>
              <span className="note">
                {unit} · {t("ideas.outcomes.done", { day: longDay(completedOn, locale) })}
                {tookPart === null ? "" : ` · ${t("ideas.outcomes.tookPart", { count: tookPart })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink href="/ideas/new">{t("ideas.outcomes.like")}</ButtonLink>
      </p>
    </>
  );
}
