import { createHash } from "node:crypto";
import pg from "pg";
import type { Actor } from "@/domain/actor";
import { Refusal } from "@/domain/reason";
import { approveCase } from "@/features/approvals/commands";
import { disconnect } from "@/server/db";
import { newId } from "@/server/id";
import { receiptOf } from "@/server/receipts";
import { atOnce, inTurns, timed } from "./measure";
import { EACH, RACERS, ROOM } from "./race";
import { type Figure, target } from "./report";

/** How many bookings are under way at the same time. */
const WIDTH = 32;

type Ids = { employer: string; decider: string };

/**
 * The last krona: 1,500 bookings, then 1,500 whole approvals, on a fund with room for 300, against as many inserts into
 * a table of the same width that share nothing. Each round has a fund of its own, and must come out exact.
 */
export async function measureMoney(owner: pg.Client, webUrl: string): Promise<Figure[]> {
  const { rows } = await owner.query("SELECT bench_e() AS employer, bench_id('person-1') AS decider");
  const ids = rows[0] as Ids;
  const connections = await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      const client = new pg.Client({ connectionString: webUrl });
      await client.connect();
      await client.query("SELECT set_config('app.employer_id', $1, false)", [ids.employer]);
      return client;
    }),
  );
  try {
    const perSecond = await inTurns({
      raw: async () => RACERS / (await timed(() => rawInserts(connections, ids))),
      bookings: async (round) => {
        const time = await timed(() => bookings(connections, ids, round));
        await assertExact(owner, `hot-${round}`);
        return RACERS / time;
      },
      approvals: async (round) => {
        const time = await timed(() => approvals(ids, round));
        await assertExact(owner, `race-${round}`);
        return RACERS / time;
      },
    });
    const pace = (figure: number) => `${Math.round(figure * 1000)} / s`;
    const beside = (figure: number) => `${pace(figure)} / ${pace(perSecond.raw)}`;
    return [
      target(
        "Last krona, 1,500 bookings with room for 300 / raw inserts",
        perSecond.bookings / perSecond.raw,
        "≥",
        0.15,
        beside(perSecond.bookings),
      ),
      target(
        "Last krona, 1,500 whole approvals / raw inserts",
        perSecond.approvals / perSecond.raw,
        "≥",
        0.06,
        beside(perSecond.approvals),
      ),
    ];
  } finally {
    await Promise.all(connections.map((client) => client.end()));
    await disconnect();
  }
}

const COLUMNS = `(employer_id, id, movement, amount, day, at, from_account, from_fund_id, from_pot_id, to_account, to_fund_id, to_pot_id, to_case_id)
  VALUES ($1, $2, 'reserve', ${EACH}, current_date, now(), 'available', md5($3)::uuid, md5($4)::uuid, 'reserved', md5($3)::uuid, md5($4)::uuid, md5($5)::uuid)`;

function rawInserts(connections: readonly pg.Client[], { employer }: Ids): Promise<void> {
  return atOnce(RACERS, WIDTH, async (nth, lane) => {
    await connections[lane]?.query({
      name: "raw",
      text: `INSERT INTO bench_raw ${COLUMNS.replace("(employer_id, id,", "(seq, employer_id, id,").replace("VALUES (", "VALUES (1, ")}`,
      values: [employer, newId(), "fund", "pot", `case-${nth}`],
    });
  });
}

/** The same id as the world's own bench_id gives. */
const md5 = (what: string) =>
  createHash("md5")
    .update(what)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** One statement each, as `book` sends it. */
function bookings(connections: readonly pg.Client[], { employer }: Ids, round: number): Promise<void> {
  return atOnce(RACERS, WIDTH, async (nth, lane) => {
    try {
      await connections[lane]?.query({
        name: "book",
        text: `INSERT INTO ledger_entry ${COLUMNS}`,
        values: [employer, newId(), `fund-hot-${round}`, `pot-hot-${round}`, `race-${round}-${nth + 1}`],
      });
    } catch (fault) {
      if (!(fault instanceof pg.DatabaseError && fault.constraint === "fund_balance_available")) throw fault;
    }
  });
}

/** The whole command: rules, status, money, event, chain and receipt. */
function approvals({ employer, decider }: Ids, round: number): Promise<void> {
  const actor: Actor = {
    employerId: employer,
    personId: decider,
    role: "manager",
    onBehalfOf: null,
    units: "all",
    unionId: null,
    mandates: [
      {
        id: md5("mandate-1"),
        kind: "decisionMaker",
        paragraph: "4.2",
        amountLimit: null,
        side: null,
        until: null,
      },
    ],
  };
  return atOnce(RACERS, WIDTH, async (nth) => {
    const caseId = md5(`race-${round}-${nth + 1}`);
    const receipt = receiptOf("approval.decide", newId(), { caseId, amount: EACH });
    try {
      await approveCase(actor, { caseId, amount: EACH }, new Date(), receipt);
    } catch (fault) {
      if (!(fault instanceof Refusal && fault.reason.key === "refusals.notEnoughAvailable")) throw fault;
    }
  });
}

async function assertExact(owner: pg.Client, name: string): Promise<void> {
  const { rows } = await owner.query(
    `SELECT b.available::text, b.reserved::text, (SELECT count(*)::int FROM ledger_entry e WHERE e.employer_id = bench_e() AND e.to_fund_id = bench_id($1) AND e.movement = 'reserve') AS booked
     FROM fund_balance b WHERE b.employer_id = bench_e() AND b.fund_id = bench_id($1) AND b.key = '00000000-0000-0000-0000-000000000000'`,
    [`fund-${name}`],
  );
  const [it] = rows;
  if (it?.available !== "0" || it.reserved !== String(EACH * BigInt(ROOM)) || it.booked !== ROOM)
    throw new Error(`${name}: the last krona was not exact: ${JSON.stringify(it)}`);
}
