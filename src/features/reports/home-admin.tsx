import type { Reason } from "@/domain/reason";
import type { Tasks } from "@/domain/task";
import type { PersonalTask } from "@/features/tasks/queries";
import { Link } from "@/ui/link";
import { NextStep } from "@/ui/next-step";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";
import type { NEEDS, Need } from "./home-admin-queries";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";

/** Where each is seen to. */
const PLACES: Record<(typeof NEEDS)[number], string> = {
  units: "/admin/units",
  coordinator: "/admin/people",
  agreement: "/admin/agreements",
  decider: "/admin/people",
  jointGroup: "/admin/people",
  sender: "/admin/people",
  unions: "/admin/unions",
  money: "/funds",
};

/** What is missing before the employer can run, in the order in which to see to it. */
export function AdminHome({
  all,
  needs,
  employer,
  noAgreement,
  saying,
}: {
  all: Tasks<PersonalTask>;
  needs: Need[];
  employer: string;
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t } = saying;
  const missing = needs.filter(({ met }) => !met);
  const [first] = missing;
  return (
    <>
      <HomeHead
        eyebrow={whenWords(saying)}
        sentence={t("tasks.home.admin.sentence", { missing: missing.length, employer })}
        noAgreement={noAgreement}
        saying={saying}
      />
      <div className="columns columns-main-side columns-side-first">
        <div className="stack-l">
          {first ? (
            <NextStep
              title={t("tasks.home.first")}
              link={{ href: PLACES[first.need], label: t(`tasks.home.admin.${first.need}`) }}
            >
              <p>{t(`tasks.home.admin.${first.need}Text`)}</p>
            </NextStep>
          ) : (
            <FirstThing
              all={all}
              otherwise={{
                title: t("tasks.home.admin.ready"),
                text: t("tasks.home.admin.readyText"),
                link: { href: "/admin/people", label: t("tasks.home.admin.toPeople") },
              }}
              saying={saying}
            />
          )}
          {all.tasks.length > 0 ? <HomeTasks all={all} from={first ? 0 : 1} saying={saying} /> : null}
        </div>
        <div className="stack-l">
          <Section id="needs" unruled finding={t("tasks.home.admin.list")}>
            <Obstacles
              items={needs.map(({ need, met }) => ({
                tone: met ? "done" : "stop",
                text: <Link href={PLACES[need]}>{t(`tasks.home.admin.${need}`)}</Link>,
                ask: met ? t("tasks.home.admin.done") : t(`tasks.home.admin.${need}Text`),
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  );
}
