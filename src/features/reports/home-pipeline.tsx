import { type Ore, sum } from "@/domain/money";
import { SLOW_FROM, type Step, type StepFacts, slowStep } from "@/domain/pipeline";
import { money, roundMoney } from "@/messages/format";
import type { T } from "@/messages/translator";
import { Pipeline, type PipelineStep } from "@/ui/pipeline";
import { Section } from "@/ui/section";
import type { Saying } from "./home-frame";
import type { HomePipeline } from "./home-pipeline-queries";

/** Where the cases of a step are listed. */
const LISTS: Record<Step, string> = {
  submitted: "/pre-registrations?status=submitted",
  endorsed: "/pre-registrations?show=coordinator",
  inConsultation: "/pre-registrations?status=inConsultation",
  toDecision: "/pre-registrations?show=unions",
  withNationalFund: "/pre-registrations?status=approved",
  notStarted: "/initiatives?show=notStarted",
  underWay: "/initiatives?status=underWay",
  toRequisition: "/requisitions",
};

/** Where the money lies between idea and claim: kronor, how many, and how long in the median. */
export function PipelineSection({ pipeline, saying }: { pipeline: HomePipeline; saying: Saying }) {
  const { t, locale } = saying;
  const { before, after, late } = pipeline;
  const slowBefore = slowStep(before, SLOW_FROM.before);
  const slowAfter = slowStep(after, SLOW_FROM.after);
  const largest = [...before, ...after].reduce((most, { amount }) => (amount > most ? amount : most), 0n);
  const [waiting, decided] = [sum(before.map((it) => it.amount)), sum(after.map((it) => it.amount))];
  const steps = (all: readonly StepFacts[], slow: Step | null): PipelineStep[] =>
    all.map((it) => ({
      name: t(`tasks.home.pipeline.${it.step}`),
      note: t(`tasks.home.pipeline.${it.step}Note`),
      href: LISTS[it.step],
      amount: money(it.amount, locale),
      share: shareOf(it.amount, largest),
      count: t(isInitiatives(it.step) ? "tasks.home.pipeline.initiatives" : "tasks.home.pipeline.cases", {
        count: it.count,
      }),
      days: daysWords(it, late, t),
      slow: it.step === slow || (it.step === "underWay" && late > 0),
    }));
  return (
    <Section
      id="pipeline"
      finding={
        waiting > 0n
          ? t("tasks.home.pipeline.finding", {
              amount: roundMoney(waiting, locale),
              step: slowBefore ?? "none",
            })
          : t("tasks.home.pipeline.findingNone")
      }
      aside={t("tasks.home.pipeline.note")}
    >
      <Pipeline
        halves={[
          {
            heading: t("tasks.home.pipeline.before", { amount: money(waiting, locale) }),
            tied: false,
            steps: steps(before, slowBefore),
          },
          {
            heading: t("tasks.home.pipeline.after", {
              amount: money(decided, locale),
              step: slowAfter ?? "none",
            }),
            tied: true,
            steps: steps(after, slowAfter),
          },
        ]}
      />
    </Section>
  );
}

const isInitiatives = (step: Step) =>
  step === "notStarted" || step === "underWay" || step === "toRequisition";

function shareOf(amount: Ore, largest: Ore): number {
  return largest === 0n ? 0 : Number((amount * 1000n) / largest) / 1000;
}

/** What is under way follows its plan or is late; the rest says its median. The headings say which is the slow one. */
function daysWords({ step, count, medianDays }: StepFacts, late: number, t: T): string {
  if (count === 0 || medianDays === null) return t("tasks.home.none");
  if (step === "underWay")
    return late > 0 ? t("tasks.home.pipeline.late", { count: late }) : t("tasks.home.pipeline.onPlan");
  return t("tasks.home.pipeline.days", { days: medianDays });
}
