import type { Day } from "@/domain/day";
import { type IdeaStatus, ideaSteps } from "@/domain/idea";
import type { CaseStatus } from "@/domain/pre-registration";
import type { Holder } from "@/features/people/holder-queries";
import { shortDay } from "@/messages/format";
import { Tracker } from "@/ui/tracker";
import { holderNames, type Saying } from "./idea-words";

/** The way ahead, with real names where they are known. */
export function IdeaWay({
  idea,
  managers = [],
  coordinators = [],
  answerBy,
  mine,
  saying,
}: {
  idea: { status: IdeaStatus; withManager: boolean; caseStatus: CaseStatus | null };
  managers?: Holder[];
  coordinators?: Holder[];
  /** The day that the one who has it answers. */
  answerBy: Day | null;
  /** Said to who wrote it. */
  mine: boolean;
  saying: Saying;
}) {
  const { t, locale, today, scheme } = saying;
  const named = (holders: Holder[], role: "manager" | "coordinator") => {
    const whose = role === "manager" && !mine ? "managerOther" : role;
    if (holders.length > 0)
      return t(`ideas.way.${whose}`, { who: holderNames(holders.map(alone), role, saying) });
    return t(
      role === "coordinator"
        ? "ideas.way.someCoordinator"
        : mine
          ? "ideas.way.someManager"
          : "ideas.way.someManagerOther",
    );
  };
  const standIn = managers.find(({ substitute }) => substitute)?.substitute;
  const names = {
    written: t(
      !mine
        ? "ideas.way.writtenBy"
        : idea.status === "draft" || idea.status === "returned"
          ? "ideas.way.written"
          : "ideas.way.handedIn",
    ),
    manager: named(managers, "manager"),
    coordinator: named(coordinators, "coordinator"),
    unions: t("ideas.way.unions"),
    decision: t("ideas.way.decision", { scheme }),
    underWay: t("ideas.way.underWay"),
  };
  const ahead = {
    written: undefined,
    manager: standIn
      ? t("ideas.way.standsIn", {
          name: standIn.name ?? t("ideas.who.hidden"),
          until: shortDay(standIn.until, locale, today),
        })
      : answerBy && t("ideas.way.managerWhen", { day: shortDay(answerBy, locale, today) }),
    coordinator: t("ideas.way.coordinatorWhen"),
    unions: t("ideas.way.unionsWhen"),
    decision: t("ideas.way.decisionWhen", { scheme }),
    underWay: t("ideas.way.underWayWhen"),
  };
  return (
    <Tracker
      label={t("ideas.way.label")}
      stateWords={{ done: t("ideas.way.done"), current: t("ideas.way.current"), ahead: t("ideas.way.ahead") }}
      steps={ideaSteps(idea, idea.caseStatus).map(({ step, state }) => {
        const when =
          state === "done"
            ? undefined
            : state === "current" && step === "written"
              ? t("ideas.way.now")
              : ahead[step];
        return { name: names[step], state, ...(when ? { when } : {}) };
      })}
    />
  );
}

/** The name alone: who stands in is said on the line below. */
const alone = (holder: Holder): Holder => ({ ...holder, substitute: null });
