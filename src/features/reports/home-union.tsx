import type { Reason } from "@/domain/reason";
import type { Tasks } from "@/domain/task";
import type { Meetings, SaidBefore } from "@/features/consultations/list-queries";
import { listSentence } from "@/features/consultations/meetings";
import { SaidBeforeList } from "@/features/consultations/said-before";
import { addressOf } from "@/features/tasks/addresses";
import type { PersonalTask } from "@/features/tasks/queries";
import { FirstThing, HomeHead, HomeTasks, type Saying, whenWords } from "./home-frame";
import { SharingSection } from "./home-sharing";
import type { Sharing } from "./home-sharing-queries";

/** The next meeting and what is left to answer, what one said before and what came of it, and how the money is shared. */
export function UnionHome({
  all,
  meetings,
  said,
  sharing,
  noAgreement,
  saying,
}: {
  all: Tasks<PersonalTask>;
  meetings: Meetings;
  said: SaidBefore[];
  sharing: Sharing | null;
  noAgreement: Reason | null;
  saying: Saying;
}) {
  const { t } = saying;
  const [next] = meetings.ahead;
  return (
    <>
      <HomeHead
        eyebrow={whenWords(saying)}
        sentence={next ? listSentence(next, true, saying) : t("tasks.home.union.none")}
        noAgreement={noAgreement}
        saying={saying}
      >
        <p className="soft">{t(next ? "tasks.home.union.silence" : "tasks.home.union.noneText")}</p>
      </HomeHead>
      <div className="columns columns-main-side columns-side-first">
        <div className="stack-l">
          <FirstThing
            all={all}
            otherwise={{
              title: t("tasks.home.union.nothing"),
              text: t("tasks.home.union.nothingText"),
              link: {
                href: next ? addressOf.consultation(next.id) : "/consultations",
                label: t("tasks.home.union.toMeeting"),
              },
            }}
            saying={saying}
          />
          <HomeTasks all={all} saying={saying} />
        </div>
        <div className="stack-l">
          <SaidBeforeList said={said} saying={saying} />
          <SharingSection sharing={sharing} saying={saying} />
        </div>
      </div>
    </>
  );
}
