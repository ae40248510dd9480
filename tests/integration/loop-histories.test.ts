import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FILING_MOVES } from "@/domain/filing";
import { INITIATIVE_MOVES } from "@/domain/initiative";
import { CASE_MOVES } from "@/domain/pre-registration";
import { Refusal } from "@/domain/reason";
import { REQUISITION_MOVES } from "@/domain/requisition";
import { approveCase, declineCase } from "@/features/approvals/commands";
import { closeReservation } from "@/features/filings/close-commands";
import { prepareFiling, recordRefusal, sendFiling } from "@/features/filings/commands";
import { recordGrant } from "@/features/filings/grant-commands";
import {
  completeInitiative,
  countParticipants,
  startInitiative,
} from "@/features/initiatives/carry-out-commands";
import { addInitiative, stopInitiative } from "@/features/initiatives/plan-commands";
import { withdrawCase } from "@/features/pre-registrations/commands";
import {
  addEvidence,
  completeEvidence,
  sendRequisition,
  startRequisition,
} from "@/features/requisitions/commands";
import {
  reconcileRequisition,
  recordClaimAnswer,
  recordPayment,
} from "@/features/requisitions/payment-commands";
import { disconnect } from "@/server/db";
import { readyCases } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, TODAY, world } from "../people";
import { tookPart } from "./after-decision";
import { approvedCase } from "./approved-case";
import { DIFFERENCES } from "./money-world";

// Random histories of the whole loop, from a case that waits for its decision to reconciled money, eight at a time on
// one fund that cannot pay them all. Whatever is tried, in whatever order: a step is taken or refused in words, every
// status goes by its table, and the book holds what the cases say.

const HISTORIES = 512;
const AT_ONCE = 8;
/** Not enough for all of them. */
const FRAME = kr(60_000_000);
const LATER = "2027-06-01";

let db: FreshDatabase;
let city: House;
let owner: pg.Client;

beforeAll(async () => {
  db = await freshDatabase();
  city = (await world(db, FRAME)).city;
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await disconnect();
  await db.drop();
});

/** `act` null: what comes next. */
type Step = { act: Act | null; share: number };

/** The acts; each comes about as often as it takes to get through the loop. */
const ACTS = [
  "approve",
  "approve",
  "decline",
  "withdraw",
  "plan",
  "plan",
  "prepareFiling",
  "prepareFiling",
  "send",
  "send",
  "grant",
  "grant",
  "returnFiling",
  "close",
  "stop",
  "start",
  "start",
  "count",
  "complete",
  "complete",
  "claim",
  "claim",
  "prove",
  "prove",
  "evidenceComplete",
  "sendClaim",
  "sendClaim",
  "answerClaim",
  "pay",
  "pay",
  "reconcile",
  "reconcile",
] as const;

const history: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...ACTS) },
    ),
    share: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 10, maxLength: 16 },
);

/** What a case has come to: its own status and those of all that hangs on it, with the newest of each. */
type Standing = {
  statuses: Map<string, string>;
  amount: bigint;
  newest: Record<"initiative" | "filing" | "part" | "claim", { id: string; status: string } | undefined>;
};

async function standing(caseId: string): Promise<Standing> {
  const { rows } = await owner.query<{ kind: string; id: string; status: string; amount: string }>(
    `SELECT 'case' AS kind, id, status::text, amount FROM pre_registration WHERE id = $1
     UNION ALL SELECT 'initiative', id, status::text, amount FROM initiative WHERE case_id = $1
     UNION ALL SELECT 'filing', id, status::text, amount FROM filing WHERE case_id = $1
     UNION ALL SELECT 'part', id, '', amount FROM granted_part WHERE case_id = $1
     UNION ALL SELECT 'claim', r.id, r.status::text, r.amount FROM requisition r JOIN granted_part p ON p.id = r.part_id WHERE p.case_id = $1
     ORDER BY id`,
    [caseId],
  );
  const newest = (kind: string) => rows.filter((row) => row.kind === kind).at(-1);
  return {
    statuses: new Map(rows.map((row) => [`${row.kind} ${row.id}`, row.status])),
    amount: BigInt(newest("case")?.amount ?? 0),
    newest: {
      initiative: newest("initiative"),
      filing: newest("filing"),
      part: newest("part"),
      claim: newest("claim"),
    },
  };
}

type Act = (typeof ACTS)[number];

/** What comes next for whoever just wants to get on: without it random acts would hardly ever reach a claim. */
function natural({ newest: { initiative, filing, part, claim } }: Standing, share: number): Act {
  if (claim?.status === "paid") return "reconcile";
  if (claim?.status === "sent") return share % 6 === 0 ? "answerClaim" : "pay";
  // Evidence leaves no status behind, so it is tried whether it is enough.
  if (claim?.status === "draft" && share % 3 > 0) return share % 3 === 1 ? "prove" : "evidenceComplete";
  if (claim) return "sendClaim";
  if (initiative?.status === "completed" && part) return "claim";
  if (initiative?.status === "underWay") return "complete";
  if (initiative?.status === "scheduled") return "start";
  if (filing?.status === "sent") return "grant";
  if (filing?.status === "draft") return "send";
  if (initiative?.status === "planned") return "prepareFiling";
  return "plan";
}

let numbers = 0;

async function play(step: { act: Act; share: number }, caseId: string, at: Standing): Promise<unknown> {
  const { coordinator, sender, chief, hr, northManager } = city.people;
  const of = (kind: keyof Standing["newest"]) => at.newest[kind]?.id ?? caseId;
  const [initiativeId, filingId, partId, claimId] = [of("initiative"), of("filing"), of("part"), of("claim")];
  const part = (amount: bigint) => (amount * BigInt(step.share)) / 100n || 1n;
  switch (step.act) {
    case "approve":
      return approveCase(chief, { caseId, amount: at.amount }, noon());
    case "decline":
      return declineCase(chief, { caseId, reason: "Nej.", nextStep: "Sök igen." }, noon());
    case "withdraw":
      return withdrawCase(coordinator, { id: caseId, reason: "Behövs inte." }, noon());
    case "plan": {
      const amount = step.share > 60 ? part(at.amount) : at.amount;
      const period = { periodFrom: "2027-02-01", periodUntil: "2027-05-31" };
      return addInitiative(
        coordinator,
        { caseId, title: "Kurs", unitId: city.units.north, amount, ...period, headcount: 12, ideaIds: [] },
        noon(),
      );
    }
    case "prepareFiling":
      return prepareFiling(coordinator, { initiativeId, note: "" }, noon());
    case "send":
      return sendFiling(sender, { id: filingId }, noon());
    case "grant": {
      const amount = step.share > 50 ? at.amount : part(at.amount);
      numbers += 1;
      return recordGrant(
        coordinator,
        {
          id: filingId,
          answeredOn: TODAY,
          text: "",
          split: "initiatives",
          parts: [{ number: `26-${numbers}`, amount, earliestClaimDay: null, title: "" }],
        },
        noon(),
      );
    }
    case "returnFiling":
      return recordRefusal(
        coordinator,
        {
          id: filingId,
          outcome: step.share > 50 ? "returned" : "rejected",
          answeredOn: TODAY,
          text: "Komplettera.",
        },
        noon(),
      );
    case "close":
      return closeReservation(coordinator, { caseId }, noon());
    case "stop":
      return stopInitiative(
        coordinator,
        { id: initiativeId, to: step.share > 50 ? "cancelled" : "notCarriedOut", reason: "Inställd." },
        noon(LATER),
      );
    case "start":
      return startInitiative(northManager, { id: initiativeId }, noon(LATER));
    case "count":
      return countParticipants(northManager, { id: initiativeId, groups: tookPart(9) }, noon(LATER));
    case "complete":
      await countParticipants(northManager, { id: initiativeId, groups: tookPart(9) }, noon(LATER));
      return completeInitiative(northManager, { id: initiativeId, completedOn: LATER }, noon(LATER));
    case "claim":
      return startRequisition(coordinator, { partId, amount: part(at.amount) }, noon(LATER));
    case "prove":
      await addEvidence(
        coordinator,
        { id: claimId, kind: "invoice", number: "88", day: LATER, amount: at.amount },
        noon(LATER),
      );
      return addEvidence(
        coordinator,
        { id: claimId, kind: "participantList", number: "D1", day: LATER, amount: null },
        noon(LATER),
      );
    case "evidenceComplete":
      return completeEvidence(coordinator, { id: claimId }, noon(LATER));
    case "sendClaim":
      await completeEvidence(coordinator, { id: claimId }, noon(LATER)).catch(onlyRefusals);
      return sendRequisition(sender, { id: claimId }, noon(LATER));
    case "answerClaim":
      return recordClaimAnswer(
        coordinator,
        { id: claimId, outcome: step.share > 50 ? "returned" : "partlyRejected", answer: "Komplettera." },
        noon(LATER),
      );
    case "pay": {
      const { rows } = await owner.query("SELECT amount FROM requisition WHERE id = $1", [claimId]);
      const claimed = BigInt(rows[0]?.amount ?? 1);
      const paidAmount = step.share > 50 ? claimed : part(claimed);
      return recordPayment(
        hr,
        { id: claimId, paidAmount, paidOn: LATER, cause: "Fonden tog bort en post." },
        noon(LATER),
      );
    }
    case "reconcile":
      return reconcileRequisition(hr, { id: claimId }, noon(LATER));
  }
}

/** Anything but a refusal in words (a deadlock, say) fails the test. */
function onlyRefusals(fault: unknown): "refused" {
  if (fault instanceof Refusal) return "refused";
  throw fault;
}

const TABLES: Record<string, readonly { from: string; to: string }[]> = {
  case: CASE_MOVES,
  initiative: INITIATIVE_MOVES,
  filing: FILING_MOVES,
  claim: REQUISITION_MOVES,
};

/** Whether a table leads from one status to another in at most two steps: some commands take two at once. */
function leads(kind: string, from: string, to: string): boolean {
  const table = TABLES[kind] ?? [];
  const next = (status: string) => table.filter((move) => move.from === status).map((move) => move.to);
  return next(from).includes(to) || next(from).some((between) => next(between).includes(to));
}

/** One history on its own case, step by step by the tables; the status in which the case ended. */
async function live(steps: readonly Step[], caseId: string, taken: Map<string, number>): Promise<string> {
  let before = await standing(caseId);
  for (const { act, share } of steps) {
    const step = { act: act ?? natural(before, share), share };
    const answer = await play(step, caseId, before).catch(onlyRefusals);
    if (answer !== "refused") taken.set(step.act, (taken.get(step.act) ?? 0) + 1);
    const after = await standing(caseId);
    for (const [what, status] of after.statuses) {
      const was = before.statuses.get(what);
      if (was && was !== status)
        expect(
          leads(what.split(" ")[0] ?? "", was, status),
          `${what}: ${was} → ${status} by ${step.act}`,
        ).toBe(true);
    }
    before = after;
  }
  return before.statuses.get(`case ${caseId}`) ?? "";
}

/** Most begin when the decision is made; one in eight waits for it, behind an open gate. */
async function beginnings(thousands: number): Promise<string[]> {
  const waiting = await readyCases(city, [{ amount: kr(thousands * 1000) }]);
  const approved = Array.from({ length: AT_ONCE - 1 }, (_, nth) =>
    approvedCase(city, { amount: kr(thousands * 1000 + nth) }).then((it) => it.caseId),
  );
  return [...waiting, ...(await Promise.all(approved))];
}

test(`${HISTORIES} histories of the whole loop, ${AT_ONCE} at a time: by the tables, and the book agrees`, {
  timeout: 300_000,
}, async () => {
  const taken = new Map<string, number>();
  const cases = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: AT_ONCE, maxLength: AT_ONCE }),
      fc.integer({ min: 20, max: 300 }),
      async (histories, thousands) => {
        const ids = await beginnings(thousands);
        const lived = histories.map(async (steps, nth) => {
          const caseId = ids[nth] ?? "";
          const [first] = steps;
          const decided = (["decline", "withdraw", "approve"] as const)[(first?.share ?? 0) % 3] ?? "approve";
          const opening: Step[] = nth === 0 ? [{ act: decided, share: 1 }] : [];
          cases.set(caseId, await live([...opening, ...steps], caseId, taken));
        });
        await Promise.all(lived);
      },
    ),
    { numRuns: HISTORIES / AT_ONCE, seed: 20261122, endOnFailure: true },
  );

  // A test of refusals alone would prove little: every act was taken, and many cases came all the way.
  expect([...new Set(ACTS)].filter((act) => (taken.get(act) ?? 0) < 3)).toEqual([]);
  expect(taken.get("reconcile")).toBeGreaterThan(10);
  expect((await owner.query(DIFFERENCES)).rows).toEqual([]);
  expect(
    (await owner.query("SELECT 1 FROM fund_balance WHERE least(available, reserved, committed, drawn) < 0"))
      .rows,
  ).toEqual([]);
  // What is over holds nothing: a closed case has no reservation, a settled part nothing left to draw.
  const over = [...cases]
    .filter(([, status]) => ["declined", "withdrawn", "converted"].includes(status))
    .map(([id]) => id);
  expect(
    (await owner.query("SELECT key FROM fund_balance WHERE key = ANY($1) AND reserved <> 0", [over])).rows,
  ).toEqual([]);
  expect(
    (
      await owner.query(
        "SELECT b.key FROM fund_balance b JOIN granted_part p ON p.id = b.key WHERE p.settled_at IS NOT NULL AND b.committed <> 0",
      )
    ).rows,
  ).toEqual([]);
  // What came in lies on the four accounts, or went back: what is released after the reserve day reverts at once.
  const [{ kept, reverted }] = (
    await owner.query(
      `SELECT (SELECT sum(available + reserved + committed + drawn) FROM fund_balance WHERE employer_id = $1 AND key = '00000000-0000-0000-0000-000000000000') AS kept,
        (SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE employer_id = $1 AND movement = 'revert') AS reverted`,
      [city.employerId],
    )
  ).rows;
  expect(BigInt(kept) + BigInt(reverted)).toBe(FRAME);
  await disconnect();
  const [{ deadlocks }] = (
    await owner.query("SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()")
  ).rows;
  expect(deadlocks).toBe(0);
});
