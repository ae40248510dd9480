import pg from "pg";
import { jobActor } from "@/domain/actor";
import { addDays, type Day, dayOf, daysBetween } from "@/domain/day";
import { callConsultation, planConsultation } from "@/features/consultations/commands";
import { giveStatement } from "@/features/consultations/voice-commands";
import { moveFunds } from "@/features/funds/move-commands";
import { disconnect } from "@/server/db";
import { accountingSteps } from "./demo/accounting";
import type { Cast } from "./demo/cast";
import { CITY, CITY_CASES } from "./demo/city";
import { CITY_IDEAS } from "./demo/city-ideas";
import { CITY_SHARE, kr, lomFunds, tloFunds } from "./demo/fund-story";
import { ideaSteps } from "./demo/idea-story";
import {
  AGENCY,
  AGENCY_CASES,
  AGENCY_IDEAS,
  AGENCY_WITHOUT_AGREEMENT,
  AGENCY_WITHOUT_AGREEMENT_IDEAS,
  REGION,
  REGION_CASES,
  REGION_IDEAS,
} from "./demo/others";
import { staff } from "./demo/staff";
import { caseSteps, type SharedMeeting } from "./demo/story";
import { at, play, type Step } from "./demo/timeline";
import type { DemoCase, DemoEmployer, DemoIdea } from "./demo/world";

// Makes the demo employers by the same commands that the pages use, so that the demo cannot be illegal.

/** The days of the demo, all counted from today. */
type Calendar = { today: Day; year: number; founded: Day; frameStart: Day; previousEnd: Day };

function calendar(today: Day): Calendar {
  const year = Number(today.slice(0, 4));
  return {
    today,
    year,
    founded: `${year - 6}-01-02`,
    frameStart: `${year - 2}-01-01`,
    previousEnd: `${year - 3}-12-31`,
  };
}

/** When a case began: inside its own frame, whatever day of the year the demo is made. */
function startOf(it: DemoCase, { today, frameStart, previousEnd }: Calendar): Day {
  if (it.previous) return addDays(previousEnd, -it.began);
  const room = Math.min(1, Math.max(0, (daysBetween(frameStart, today) - 510) / 380));
  return addDays(today, -Math.round(it.began <= 500 ? it.began : 500 + (it.began - 500) * room));
}

/** The meeting ahead, with what waits for the unions' answers. */
function upcomingMeeting(
  cast: Cast,
  cases: readonly DemoCase[],
): { meeting: SharedMeeting; before: Step[]; after: Step[] } {
  const meeting: SharedMeeting = { id: "" };
  if (!cases.some(({ stage }) => stage === "inConsultation")) return { meeting, before: [], after: [] };
  const kind = cast.demo.scheme === "lom" ? "jointGroup" : "unions";
  const coordinator = cast.coordinator();
  return {
    meeting,
    before: [
      {
        at: at(addDays(cast.today, -10), 9),
        run: async (now) => {
          meeting.id = await planConsultation(
            coordinator,
            { kind, day: addDays(cast.today, 11), place: "Stadshuset, rum Bryggan" },
            now,
          );
        },
      },
    ],
    after: [
      {
        at: at(addDays(cast.today, -9), 9),
        run: (now) => callConsultation(coordinator, { id: meeting.id }, now),
      },
      ...(kind === "unions"
        ? [{ at: at(addDays(cast.today, -3), 10), run: (now: Date) => firstAnswers(cast, meeting.id, now) }]
        : []),
    ],
  };
}

/** Some unions have answered ahead of the meeting: one has no objection, one wants to come back. */
async function firstAnswers(cast: Cast, meetingId: string, now: Date): Promise<void> {
  for (const [index, voice] of (await cast.voicesAt(meetingId)).entries()) {
    if (index % 3 === 2) continue;
    const returns = index % 3 === 1;
    await giveStatement(
      voice.rep,
      {
        voiceId: voice.id,
        versionNumber: voice.versionNumber,
        kind: returns ? "willReturn" : "noObjection",
        text: returns ? "Vi vill se schemat först." : "",
        returnsOn: returns ? addDays(cast.today, 9) : null,
      },
      now,
    );
  }
}

function steps(cast: Cast, days: Calendar, cases: readonly DemoCase[], ideas: readonly DemoIdea[]): Step[] {
  const { meeting, before, after } = upcomingMeeting(cast, cases);
  return [
    // The night after the frame before has passed its last days: what was not granted goes back.
    {
      at: at(addDays(days.previousEnd, 1), 1),
      run: (now) => moveFunds(jobActor(cast.employerId), now),
    },
    ...before,
    ...cases.flatMap((it) => caseSteps(cast, it, startOf(it, days), meeting)),
    ...after,
    ...ideas.flatMap((it) => ideaSteps(cast, it, addDays(days.today, -it.began))),
  ];
}

type Wish = {
  demo: DemoEmployer;
  cases: readonly DemoCase[];
  ideas: readonly DemoIdea[];
  /** Opens the funds, or gives the steps that do. */
  funds: (cast: Cast, days: Calendar) => Promise<Step[]>;
  agreement: "inForce" | "preparing" | null;
};

const WISHES: readonly Wish[] = [
  {
    demo: CITY,
    cases: CITY_CASES,
    ideas: CITY_IDEAS,
    funds: (cast, days) => tloFunds(cast, days, CITY_SHARE, 3_400_000),
    agreement: null,
  },
  {
    demo: REGION,
    cases: REGION_CASES,
    ideas: REGION_IDEAS,
    funds: (cast, days) => tloFunds(cast, days, { amount: kr(7_000_000) }, null),
    agreement: null,
  },
  {
    demo: AGENCY,
    cases: AGENCY_CASES,
    ideas: AGENCY_IDEAS,
    funds: (cast, days) =>
      lomFunds(cast, days, { payroll: 450_000_000, opening: 7_200_000, shared: 700_000 }),
    agreement: "inForce",
  },
  {
    demo: AGENCY_WITHOUT_AGREEMENT,
    cases: [],
    ideas: AGENCY_WITHOUT_AGREEMENT_IDEAS,
    funds: (cast, days) => lomFunds(cast, days, { payroll: 235_000_000, opening: 2_350_000, shared: null }),
    agreement: "preparing",
  },
];

async function seed(now: Date): Promise<void> {
  const days = calendar(dayOf(now));
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    for (const [index, wish] of WISHES.entries()) {
      const cast = await staff(owner, wish.demo, days, wish.agreement, at(days.founded, 8 + index));
      const opening = await wish.funds(cast, days);
      const books = wish.demo === CITY ? accountingSteps(cast, `${days.year - 5}-01-05`) : [];
      const story = [...opening, ...books, ...steps(cast, days, wish.cases, wish.ideas)];
      await play(story, now, (done, all) => {
        if (done % 100 === 0 || done === all) console.log(`${wish.demo.name}: ${done} av ${all} steg`);
      });
      await moveFunds(jobActor(cast.employerId), now);
    }
  } finally {
    await owner.end();
    await disconnect();
  }
}

await seed(new Date());
