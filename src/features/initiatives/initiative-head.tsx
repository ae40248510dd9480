import { daysBetween } from "@/domain/day";
import { initiativeSteps } from "@/domain/initiative-ball";
import { longDay, shortDay } from "@/messages/format";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Standing, type StandingCell } from "@/ui/standing";
import { Status } from "@/ui/status";
import { Tracker } from "@/ui/tracker";
import {
  ballFacts,
  holderWords,
  initiativeStatus,
  nextSentence,
  type Saying,
  sinceWords,
} from "./initiative-words";
import type { InitiativeView } from "./queries";

/** What the initiative is, who has the ball, how it stands with us and with the national fund, and its way. */
export function InitiativeHead({ it, saying }: { it: InitiativeView; saying: Saying }) {
  const { t, locale, today } = saying;
  const steps = initiativeSteps(ballFacts(it));
  const numbers = it.parts.flatMap((part) => part.number ?? []);
  return (
    <header className="stack">
      <p className="eyebrow">
        <Link href="/initiatives">{t("initiatives.title")}</Link> /{" "}
        {it.case.seen ? (
          <Link href={`/pre-registrations/${it.case.id}`}>{it.case.number}</Link>
        ) : (
          it.case.number
        )}
        {numbers.length > 0 ? ` · ${t("initiatives.numbers", { numbers: numbers.join(", ") })}` : null}
      </p>
      <h1>{it.title}</h1>
      <p className="sentence sentence-s">{nextSentence(it, saying)}</p>
      <Standing
        cells={[
          {
            label: t("initiatives.standing.ball"),
            value: holderWords(it, saying),
            weight: "ball",
            note: sinceWords(it.since, saying),
          },
          {
            label: t("initiatives.standing.us"),
            value: <Status {...initiativeStatus(it.status, t)} />,
            note: t("initiatives.standing.sinceDay", {
              day: shortDay(it.since, locale, today),
              days: Math.max(0, daysBetween(it.since, today)),
            }),
          },
          ...(it.files ? [atNationalFund(it, saying)] : []),
        ]}
      />
      {it.answer ? (
        <Callout
          tone="stop"
          title={t(`initiatives.over.${it.status === "cancelled" ? "cancelled" : "notCarriedOut"}`)}
        >
          <p>{it.answer}</p>
        </Callout>
      ) : null}
      {steps.length > 0 ? (
        <Tracker
          across
          label={t("initiatives.way.label")}
          stateWords={{
            done: t("initiatives.way.done"),
            current: t("initiatives.way.current"),
            ahead: t("initiatives.way.ahead"),
          }}
          steps={steps.map(({ step, state }) => ({ name: t(`initiatives.way.${step}`), state }))}
        />
      ) : null}
      {it.completedOn ? (
        <p className="note">
          {t("initiatives.completed", { day: longDay(it.completedOn, locale), count: it.tookPart ?? 0 })}
        </p>
      ) : null}
    </header>
  );
}

function atNationalFund(it: InitiativeView, saying: Saying): StandingCell {
  const { t, locale, today } = saying;
  const label = t("initiatives.standing.fund");
  const { filing } = it;
  if (!filing || filing.status === "draft")
    return {
      label,
      value: <Status tone="open" text={t("initiatives.filing.none")} />,
      note: t("initiatives.standing.notSent"),
    };
  const tone = { sent: "waiting", granted: "done", returned: "warn", rejected: "stop" } as const;
  const since = filing.answeredOn ?? filing.sentOn ?? today;
  return {
    label,
    value: <Status tone={tone[filing.status]} text={t(`initiatives.filing.${filing.status}`)} />,
    note: t("initiatives.standing.sinceDay", {
      day: shortDay(since, locale, today),
      days: Math.max(0, daysBetween(since, today)),
    }),
  };
}
