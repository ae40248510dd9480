import type { CostType } from "@/domain/agreement";
import { addDays, type Day } from "@/domain/day";
import { approveCase, declineCase } from "@/features/approvals/commands";
import {
  approveMinutes,
  callConsultation,
  planConsultation,
  recordMinutes,
} from "@/features/consultations/commands";
import { giveStatement } from "@/features/consultations/voice-commands";
import { closeReservation } from "@/features/filings/close-commands";
import { prepareFiling, recordRefusal, sendFiling } from "@/features/filings/commands";
import { recordGrant } from "@/features/filings/grant-commands";
import { submitIdea } from "@/features/ideas/author-commands";
import { endorseIdea, takeUpIdea } from "@/features/ideas/commands";
import { addInitiative, stopInitiative } from "@/features/initiatives/plan-commands";
import {
  createCase,
  parkCase,
  prepareCase,
  submitCase,
  withdrawCase,
} from "@/features/pre-registrations/commands";
import { returnCase } from "@/features/pre-registrations/endorse-commands";
import { sendToConsultation } from "@/features/pre-registrations/freeze-commands";
import { saveCosts, saveSection, saveUnits } from "@/features/pre-registrations/section-commands";
import { demoCodes } from "./accounting";
import { carryOut } from "./carry-out";
import type { Cast } from "./cast";
import { CITY } from "./city";
import { groupSteps } from "./group-story";
import { type Memory, period, reached } from "./stages";
import { at, type Step } from "./timeline";
import type { DemoCase } from "./world";

const kr = (kronor: number) => BigInt(Math.round(kronor)) * 100n;

/** A meeting that several cases share; made before them. */
export type SharedMeeting = { id: string };

/** The steps of one case, from the employee's idea to where it stands today. */
export function caseSteps(cast: Cast, it: DemoCase, start: Day, upcoming: SharedMeeting): Step[] {
  const m: Memory = { ideaId: "", caseId: "", revision: 1, meetingId: "", initiativeId: "", filingId: "" };
  const steps: Step[] = [];
  const on = (days: number, hour: number, run: Step["run"]) =>
    steps.push({ at: at(addDays(start, days), hour), run });
  const coordinator = cast.coordinator();
  const amount = kr(it.amount);
  const ownCost = kr(it.ownCost ?? 0);
  // A case that waits for its unit came from an idea that was handed in without the manager.
  const withManager = it.stage !== "submitted";

  on(0, 9, async (now) => {
    const words = {
      title: it.title,
      why: `${it.occupation[0]} i ${it.unit.length > 3 ? it.unit : "förvaltningen"} får andra uppgifter framöver. Vi vill kunna ta dem själva.`,
    };
    m.ideaId = await submitIdea(
      cast.actor(it.author, "employee"),
      { ...words, audience: "some", headcount: it.headcount, withManager },
      now,
    );
  });
  if (withManager)
    on(2, 10, (now) => endorseIdea(cast.managerOf(it.author), { id: m.ideaId, ownCost, note: "" }, now));
  else on(2, 10, (now) => takeUpIdea(coordinator, { id: m.ideaId }, now));

  on(4, 9, async (now) => {
    m.caseId = await createCase(
      coordinator,
      {
        ideas: [m.ideaId],
        title: it.title,
        unitId: cast.unit(it.unit),
        fundId: cast.fundId(it.previous === true),
      },
      now,
    );
  });
  on(4, 10, (now) => writeSections(cast, it, m, start, now));
  if (!reached(it, "submitted")) return steps;
  on(5, 9, (now) => submitCase(coordinator, { id: m.caseId }, now));
  if (it.stage === "returned")
    on(7, 11, (now) =>
      returnCase(
        coordinator,
        { id: m.caseId, missing: "Skriv hur ni löser bemanningen de dagar som kursen går." },
        now,
      ),
    );
  if (it.stage === "parked")
    on(9, 13, (now) => parkCase(coordinator, { id: m.caseId, reason: "Väntar på besked om lokaler." }, now));
  if (!reached(it, "prepared")) return steps;

  on(7, 14, (now) => prepareCase(coordinator, { id: m.caseId }, now));
  if (it.stage === "withdrawn")
    on(9, 14, (now) =>
      withdrawCase(
        coordinator,
        { id: m.caseId, reason: "Enheten löser det inom ordinarie utbildning." },
        now,
      ),
    );
  if (!reached(it, "inConsultation")) return steps;
  if (it.stage === "inConsultation") {
    // The meeting was planned ten days ago and the cases were sent to it at once.
    steps.push({
      at: at(addDays(cast.today, -10), 11),
      run: (now) =>
        sendToConsultation(coordinator, { caseIds: [m.caseId], consultationId: upcoming.id }, now),
    });
    return steps;
  }
  if (cast.demo.scheme === "lom") {
    steps.push(...groupSteps(cast, m, start));
    return reached(it, "underWay") ? [...steps, ...carryOut(cast, it, m, start)] : steps;
  }

  on(8, 9, async (now) => {
    m.meetingId = await planConsultation(
      coordinator,
      { kind: "unions", day: addDays(start, 17), place: "Stadshuset, rum Bryggan" },
      now,
    );
    await sendToConsultation(coordinator, { caseIds: [m.caseId], consultationId: m.meetingId }, now);
    await callConsultation(coordinator, { id: m.meetingId }, now);
  });
  on(17, 10, (now) => answerAll(cast, m.caseId, now));
  on(18, 9, (now) =>
    recordMinutes(
      coordinator,
      {
        id: m.meetingId,
        number: `${now.getUTCFullYear()}-${cast.nextMinutes()}`,
        text: "Arbetsgivaren gick igenom underlaget. Facken lämnade sina yttranden.",
      },
      now,
    ),
  );
  on(20, 13, async (now) => approveMinutes(await cast.anyRep(m.caseId), { id: m.meetingId }, now));

  if (it.stage === "declined")
    on(22, 10, (now) =>
      declineCase(
        cast.decider(amount),
        {
          caseId: m.caseId,
          reason: "En mässa är löpande omvärldsbevakning och leder inte till nya uppgifter.",
          nextStep: "Kan gå via enhetens ordinarie kompetensbudget.",
        },
        now,
      ),
    );
  if (!reached(it, "approved")) return steps;
  on(22, 10, (now) => approveCase(cast.decider(amount), { caseId: m.caseId, amount }, now));
  if (!reached(it, "filed")) return steps;

  const planned = period(it, start, cast.today);
  on(23, 9, async (now) => {
    m.initiativeId = await addInitiative(
      coordinator,
      {
        caseId: m.caseId,
        title: it.title,
        unitId: cast.unit(it.unit),
        amount,
        ...planned,
        headcount: it.headcount,
        ideaIds: [m.ideaId],
      },
      now,
    );
    m.filingId = await prepareFiling(coordinator, { initiativeId: m.initiativeId, note: "" }, now);
  });
  on(24, 9, (now) => sendFiling(coordinator, { id: m.filingId }, now));
  if (it.stage === "filingReturned")
    on(45, 11, (now) =>
      recordRefusal(
        coordinator,
        {
          id: m.filingId,
          outcome: "returned",
          answeredOn: addDays(start, 44),
          text: "Beskriv utföraren närmare och skicka igen.",
        },
        now,
      ),
    );
  if (!reached(it, "granted")) return steps;
  on(45, 11, (now) =>
    recordGrant(
      coordinator,
      {
        id: m.filingId,
        answeredOn: addDays(start, 44),
        text: "",
        split: "initiatives",
        parts: [{ number: cast.nextNumber(start), amount, earliestClaimDay: null, title: it.title }],
      },
      now,
    ),
  );
  on(46, 9, (now) => closeReservation(coordinator, { caseId: m.caseId }, now));
  if (it.stage === "notCarriedOut")
    on(100, 9, (now) =>
      stopInitiative(
        coordinator,
        {
          id: m.initiativeId,
          to: "notCarriedOut",
          reason: "Kursen ställdes in och ingen annan kunde ta över.",
        },
        now,
      ),
    );
  return reached(it, "underWay") ? [...steps, ...carryOut(cast, it, m, start)] : steps;
}

async function writeSections(cast: Cast, it: DemoCase, m: Memory, start: Day, now: Date): Promise<void> {
  const coordinator = cast.coordinator();
  const of = () => ({ id: m.caseId, revision: m.revision++ });
  const [occupation, aid] = it.occupation;
  await saveSection(
    coordinator,
    {
      ...of(),
      section: "need",
      text: `${occupation} i ${cast.unitName(it.unit)} får nya arbetsuppgifter de närmaste åren. ${it.headcount} personer vill lära sig dem.`,
    },
    now,
  );
  await saveSection(
    coordinator,
    { ...of(), section: "initiative", text: `${it.title}. ${it.provider[1]} håller i det på arbetstid.` },
    now,
  );
  await saveCosts(coordinator, { ...of(), lines: costLines(it, cast.demo === CITY) }, now);
  if (it.stage === "draft") return;
  await saveSection(
    coordinator,
    {
      ...of(),
      section: "beyondOrdinary",
      text: "Leder till nya arbetsuppgifter, inte till löpande fortbildning.",
    },
    now,
  );
  await saveSection(
    coordinator,
    {
      ...of(),
      section: "risk",
      text: "Någon dag i veckan blir bemanningen tunnare. Chefen planerar schemat månad för månad.",
    },
    now,
  );
  await saveSection(coordinator, { ...of(), section: "area", area: "competence" }, now);
  await saveSection(
    coordinator,
    {
      ...of(),
      section: "groups",
      headcount: it.headcount,
      groups: [{ occupation, aid: aid || null, takingPart: it.headcount, covering: it.headcount * 2 }],
    },
    now,
  );
  await saveSection(
    coordinator,
    { ...of(), section: "provider", providerKind: it.provider[0], providerName: it.provider[1] },
    now,
  );
  await saveSection(coordinator, { ...of(), section: "period", ...period(it, start, cast.today) }, now);
  await saveSection(coordinator, { ...of(), section: "owner", ownerId: cast.personId(it.owner) }, now);
  await saveUnits(
    coordinator,
    { ...of(), units: [{ unitId: cast.unitOf(it.author), ownCost: kr(it.ownCost ?? 0) }] },
    now,
  );
}

/** The amount split by the case's shares; the last line takes what rounding leaves. */
function costLines(it: DemoCase, coded: boolean) {
  const lines = Object.entries(it.lines) as [CostType, number][];
  let left = kr(it.amount);
  return lines.map(([costType, share], index) => {
    const amount = index === lines.length - 1 ? left : kr((it.amount * share) / 100);
    left -= amount;
    return { costType, text: "", amount, codes: coded ? demoCodes(it, costType, index) : {} };
  });
}

/** Every union answers; most have no objection, some have remarks. */
async function answerAll(cast: Cast, caseId: string, now: Date): Promise<void> {
  for (const [index, voice] of (await cast.voices(caseId)).entries()) {
    const remarks = index === 1;
    const text = remarks ? "Handledarna behöver egen tid i schemat." : "";
    await giveStatement(
      voice.rep,
      {
        voiceId: voice.id,
        versionNumber: voice.versionNumber,
        kind: remarks ? "remarks" : "noObjection",
        text,
        returnsOn: null,
      },
      now,
    );
  }
}
