import type { Reason } from "@/domain/reason";
import type { Tasks } from "@/domain/task";
import type { PersonalTask } from "@/features/tasks/queries";
import { money, roundMoney, shortDay } from "@/messages/format";
import { Figures } from "@/ui/figures";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";
import { FundThread } from "./home-money";
import type { HomeMoney } from "./home-money-queries";
import { NotStartedTable } from "./home-not-started";
import { PipelineSection } from "./home-pipeline";
import type { HomePipeline } from "./home-pipeline-queries";

/** How much money is left and when it is lost, what to do now, and where the rest lies. */
export function CoordinatorHome({
  all,
  funds,
  pipeline,
  noAgreement,
  saying,
}: {
  all: Tasks<PersonalTask>;
  /** Null: nothing can be reserved today. */
  funds: HomeMoney | null;
  pipeline: HomePipeline;
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t } = saying;
  const when = whenWords(saying);
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
          <FirstThing
            all={all}
            otherwise={
              funds
                ? {
                    title: t("tasks.home.first"),
                    text: t("tasks.home.coordinator.nothing"),
                    link: { href: "/pre-registrations", label: t("tasks.home.coordinator.toCases") },
                  }
                : {
                    title: t("tasks.home.first"),
                    text: t("tasks.home.noFundNext"),
                    link: { href: "/funds", label: t("tasks.home.toFunds") },
                  }
            }
            saying={saying}
          />
        </div>
        <div className="stack-l">
          <HomeTasks all={all} saying={saying} />
        </div>
      </div>
      {funds ? <MoneyFigures money={funds} saying={saying} /> : null}
      <PipelineSection pipeline={pipeline} saying={saying} />
      <NotStartedTable rows={pipeline.notStarted} saying={saying} />
    </>
  );
}

/** How much is left and when it is lost; where nothing is lost, how many years it is. */
function moneySentence({ fund, thread, daysLeft, yearly }: HomeMoney, { t, locale, today }: Saying): string {
  const available = roundMoney(thread.available, locale);
  const said =
    fund.reserveDay !== null && daysLeft !== null
      ? t("tasks.home.coordinator.sentence", {
          available,
          frame: roundMoney(thread.frame, locale),
          day: shortDay(fund.reserveDay, locale, today),
          days: daysLeft,
        })
      : t("tasks.home.coordinator.balance", { available });
  const years = yearly ? Math.round(Number(thread.available) / Number(yearly)) : 0;
  const more = [
    years > 1 ? t("tasks.home.coordinator.years", { years }) : "",
    thread.onItsWay > thread.available ? t("tasks.home.coordinator.tooMuch") : "",
  ];
  return [said, ...more.filter(Boolean)].join(" ");
}

function MoneyFigures({ money: it, saying }: { money: HomeMoney; saying: Saying }) {
  const { t, locale, today } = saying;
  const { pace, daysToDecision, fund, thread, yearly } = it;
  return (
    <Figures
      ruled
      items={[
        ...(pace.needed === null
          ? []
          : [
              {
                label: t("tasks.home.coordinator.pace"),
                value: t("tasks.home.coordinator.perMonth", { amount: roundMoney(pace.needed, locale) }),
                of: t("tasks.home.coordinator.paceOf", { amount: roundMoney(pace.now, locale) }),
              },
            ]),
        ...(yearly === null
          ? []
          : [
              {
                label: t("tasks.home.coordinator.yearly"),
                value: money(yearly, locale),
                of: t("tasks.home.coordinator.yearlyOf", { fund: fund.name }),
              },
            ]),
        {
          label: t("tasks.home.coordinator.decision"),
          value:
            daysToDecision === null
              ? t("tasks.home.none")
              : t("tasks.home.coordinator.days", { days: daysToDecision }),
          of: t(
            daysToDecision === null
              ? "tasks.home.coordinator.decisionNone"
              : "tasks.home.coordinator.decisionOf",
          ),
        },
        {
          label: t("tasks.home.coordinator.claim"),
          value: roundMoney(thread.granted, locale),
          of: fund.requisitionDay
            ? t("tasks.home.coordinator.claimOf", { day: shortDay(fund.requisitionDay, locale, today) })
            : t("tasks.home.coordinator.claimOpen"),
        },
      ]}
    />
  );
}
