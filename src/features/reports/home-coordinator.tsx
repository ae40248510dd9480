import type { ReactNode } from "react";
import type { Reason } from "@/domain/reason";
import type { Tasks } from "@/domain/task";
import { ForecastChart } from "@/features/funds/forecast-chart";
import { ForecastFigures } from "@/features/funds/forecast-figures";
import { ageSentence } from "@/features/funds/forecast-words";
import type { PersonalTask } from "@/features/tasks/queries";
import { roundMoney, shortDay } from "@/messages/format";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";
import { FundThread } from "./home-money";
import type { CoordinatorView, HomeMoney } from "./home-money-queries";
import { canSave, LostNext } from "./home-next";
import { NotStartedTable } from "./home-not-started";
import { PipelineSection } from "./home-pipeline";

/** How much money is left and when it is lost, what to do about it now, and where the rest lies. */
export function CoordinatorHome({
  all,
  view: { funds, pipeline },
  noAgreement,
  saying,
}: {
  all: Tasks<PersonalTask>;
  view: CoordinatorView;
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t } = saying;
  const when = whenWords(saying);
  const isLosing = funds !== null && canSave(funds);
  return (
    <>
      <HomeHead
        eyebrow={funds ? t("tasks.home.about", { when, fund: funds.fund.name }) : when}
        sentence={funds ? moneySentence(funds, saying) : t("tasks.home.noFund")}
        noAgreement={noAgreement}
        saying={saying}
      >
        {funds ? <FundThread money={funds} saying={saying} /> : null}
      </HomeHead>
      <div className="columns columns-main-side columns-side-first">
        <div className="stack-l">
          {isLosing ? (
            <LostNext money={funds} saying={saying} />
          ) : (
            <FirstThing all={all} otherwise={otherwise(funds, saying)} saying={saying} />
          )}
          <HomeTasks all={all} from={isLosing ? 0 : 1} saying={saying} />
        </div>
        {funds ? (
          <div className="stack-l">
            <ForecastChart it={funds} saying={saying} />
            <ForecastFigures it={funds} saying={saying} />
          </div>
        ) : null}
      </div>
      <PipelineSection pipeline={pipeline} saying={saying} />
      <NotStartedTable rows={pipeline.notStarted} saying={saying} />
    </>
  );
}

function otherwise(funds: HomeMoney | null, { t }: Saying) {
  const title = t("tasks.home.first");
  return funds
    ? {
        title,
        text: t("tasks.home.coordinator.nothing"),
        link: { href: "/pre-registrations", label: t("tasks.home.coordinator.toCases") },
      }
    : { title, text: t("tasks.home.noFundNext"), link: { href: "/funds", label: t("tasks.home.toFunds") } };
}

/** Stands for a part of a sentence that is drawn in another way; no text has it. */
const PART = "\u0000";

/** How much is left and how much of it will be unused on which day; where nothing is lost, how many years it is. */
function moneySentence(it: HomeMoney, saying: Saying): ReactNode {
  const { t, locale, today } = saying;
  const { expectedLeft, daysLeft, pacePerWeek } = it.forecast;
  const left = roundMoney(it.available, locale);
  const day = shortDay(it.lastDay, locale, today);
  const amount = roundMoney(expectedLeft, locale);
  const more = [
    ageSentence(it, saying),
    it.thread.onItsWay > it.available ? t("tasks.home.coordinator.tooMuch") : null,
  ]
    .filter(Boolean)
    .join(" ");
  const losing = it.losing !== null;
  const whole = { left, frame: roundMoney(it.thread.frame, locale), day, days: daysLeft };
  const said =
    !losing && pacePerWeek === 0n
      ? t("money.forecast.sentenceKeptStill", whole)
      : expectedLeft === 0n
        ? t(losing ? "money.forecast.sentenceAll" : "money.forecast.sentenceKeptAll", whole)
        : t(losing ? "money.forecast.sentence" : "money.forecast.sentenceKept", { ...whole, unused: PART });
  const [before, after] = said.split(PART);
  return (
    <>
      {before}
      {after === undefined ? null : (
        <>
          <strong>{losing ? t("money.forecast.unused", { amount }) : amount}</strong>
          {after}
        </>
      )}
      {more ? ` ${more}` : ""}
    </>
  );
}
