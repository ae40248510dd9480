import { Logger, runMigrations, runOnce } from "graphile-worker";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NIGHT_TASKS, type NightTask, nightTasks } from "@/cli/night-tasks";
import { jobActor } from "@/domain/actor";
import { addDays, type Day } from "@/domain/day";
import { JOB_TASKS, type JobTask } from "@/domain/job";
import { assertSafeLogin, disconnect } from "@/server/db";
import { readiness } from "@/server/health";
import { runDay } from "@/server/jobs";
import { NoQueue, prepareQueue, QUEUE_SCHEMA } from "@/server/queue";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, type World, world } from "../people";
import { approvedCase } from "./approved-case";
import { DIFFERENCES } from "./money-world";

// The worker against a fresh database, by its own login and with a clock that the test moves.

let db: FreshDatabase;
let owner: pg.Client;
let all: World;
let city: House;
/** The clock on the wall. */
let clock: Date;

/** Five past midnight in Stockholm in winter: soon after the day has begun. */
const midnight = (day: Day) => new Date(`${addDays(day, -1)}T23:05:00.000Z`);

beforeEach(async () => {
  db = await freshDatabase();
  all = await world(db);
  ({ city } = all);
  await disconnect();
  process.env.DATABASE_URL = db.workerUrl;
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await prepareQueue(db.workerUrl);
  await runMigrations({ connectionString: db.workerUrl, schema: QUEUE_SCHEMA, logger: SILENT });
});
afterEach(async () => {
  await disconnect();
  await owner.end();
  await db.drop();
});

const SILENT = new Logger(() => () => undefined);
type Tasks = Record<JobTask, NightTask>;

/** A worker for as long as there is something to do. */
const workOnce = (tasks?: Tasks) =>
  runOnce({
    connectionString: db.workerUrl,
    schema: QUEUE_SCHEMA,
    taskList: nightTasks(() => clock, tasks),
    noHandleSignals: true,
    concurrency: 1,
    logger: SILENT,
  });
const lookForDue = (again = false) =>
  owner.query("SELECT graphile_worker.add_job('due', json_build_object('again', $1::boolean))", [again]);
async function work(day: Day, tasks?: Tasks): Promise<void> {
  clock = midnight(day);
  await lookForDue();
  await workOnce(tasks);
}

const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await owner.query<Row>(sql, values)).rows;
const runs = () =>
  rows<{ task: JobTask; day: Day; attempts: number; done: boolean; error: string | null }>(
    `SELECT task, day::text, attempts, done_at IS NOT NULL AS done, error FROM job_run
     WHERE employer_id = $1 ORDER BY day, array_position($2::text[], task)`,
    [city.employerId, JOB_TASKS],
  );
const alarms = async (house: House) =>
  (
    await rows<{ it: string }>(
      `SELECT kind || ' ' || key || CASE WHEN ended_at IS NULL THEN '' ELSE ' ended' END AS it FROM alarm
       WHERE employer_id = $1 ORDER BY kind, key`,
      [house.employerId],
    )
  ).map(({ it }) => it);
const fundOf = async (house: House) =>
  (
    await rows<{ state: string; available: string; reserved: string }>(
      `SELECT f.state::text, b.available::text, b.reserved::text FROM fund f JOIN fund_balance b ON b.employer_id = f.employer_id AND b.fund_id = f.id
       WHERE f.id = $1 AND b.key = '00000000-0000-0000-0000-000000000000'`,
      [house.fund.fundId],
    )
  )[0];
const entries = async () =>
  Number((await rows<{ n: string }>("SELECT count(*) AS n FROM ledger_entry"))[0]?.n);

/** The tasks, writing down in which order they are done for the city. */
function watched(): { tasks: Tasks; order: string[] } {
  const order: string[] = [];
  const tasks = Object.fromEntries(
    JOB_TASKS.map((task) => [
      task,
      async (...[doer, day, now]: Parameters<NightTask>) => {
        if (doer.employerId === city.employerId) order.push(`${day} ${task}`);
        await NIGHT_TASKS[task](doer, day, now);
      },
    ]),
  ) as Tasks;
  return { tasks, order };
}

/** Four days: the city's last day to reserve passes, and the region's comes within 14 days. */
const [ONE, TWO, THREE, FOUR] = ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"] as const;

async function aFundThatEndsAndOneThatNears(): Promise<void> {
  await approvedCase(city, { amount: kr(312_000) });
  await owner.query("UPDATE fund SET application_day = NULL");
  await owner.query("UPDATE fund SET reserve_day = '2027-01-15' WHERE id = $1", [all.region.fund.fundId]);
}

/** What must stand when the worker has been off for three days and is back, however it came back. */
async function expectAllDoneOnce(): Promise<void> {
  expect(await runs()).toEqual(
    [ONE, TWO, THREE, FOUR].flatMap((day) =>
      JOB_TASKS.map((task) => ({ task, day, attempts: 1, done: true, error: null })),
    ),
  );
  expect(await fundOf(city)).toEqual({ state: "closing", available: "0", reserved: "0" });
  expect(await alarms(city)).toEqual(["reserveDay 2026-12-31 7 ended"]);
  expect(await alarms(all.region)).toEqual(["reserveDay 2027-01-15 14", "reserveDay 2027-01-15 30 ended"]);
  expect(await rows(DIFFERENCES)).toEqual([]);
}

describe("the worker stopped for three days of clock", () => {
  beforeEach(async () => {
    await aFundThatEndsAndOneThatNears();
    await work(ONE);
    expect(await fundOf(city)).toMatchObject({ state: "open", reserved: String(kr(312_000)) });
    expect(await alarms(city)).toEqual(["reserveDay 2026-12-31 7"]);
    expect(await alarms(all.region)).toEqual(["reserveDay 2027-01-15 30"]);
  });

  test("does every day once when it returns, the oldest first, and nothing more after that", async () => {
    const { tasks, order } = watched();
    await work(FOUR, tasks);
    expect(order).toEqual([TWO, THREE, FOUR].flatMap((day) => JOB_TASKS.map((task) => `${day} ${task}`)));
    await expectAllDoneOnce();

    const before = await entries();
    await work(FOUR, tasks);
    expect(order).toHaveLength(12);
    expect(await entries()).toBe(before);
    await expectAllDoneOnce();
  });

  test("leaves what working every day leaves", async () => {
    for (const day of [TWO, THREE, FOUR]) await work(day);
    await expectAllDoneOnce();
  });

  test("two workers that return at once do nothing twice", async () => {
    clock = midnight(FOUR);
    await lookForDue();
    await lookForDue();
    await Promise.all([workOnce(), workOnce()]);
    await expectAllDoneOnce();
  });

  test("five at once at the same day of the same task neither move money nor tell twice", async () => {
    clock = midnight(FOUR);
    const at = (task: JobTask) =>
      Promise.all(
        Array.from({ length: 5 }, () =>
          runDay(
            city.employerId,
            task,
            FOUR,
            () => clock,
            () => NIGHT_TASKS[task](jobActor(city.employerId), FOUR, clock),
          ),
        ),
      );
    await at("moveFunds");
    await at("raiseAlarms");
    await at("proveLedger");
    await at("tidyUp");
    await work(FOUR);
    expect(await fundOf(city)).toEqual({ state: "closing", available: "0", reserved: "0" });
    expect(
      await rows(
        "SELECT movement::text, amount::text FROM ledger_entry WHERE employer_id = $1 ORDER BY seq",
        [city.employerId],
      ),
    ).toEqual([
      { movement: "provide", amount: String(kr(9_800_000)) },
      { movement: "reserve", amount: String(kr(312_000)) },
      { movement: "unreserve", amount: String(kr(312_000)) },
      { movement: "revert", amount: String(kr(9_800_000)) },
    ]);
    expect(await alarms(city)).toEqual(["reserveDay 2026-12-31 7 ended"]);
    const again = await runDay(
      city.employerId,
      "moveFunds",
      FOUR,
      () => clock,
      () => Promise.reject(new Error("done before")),
    );
    expect(again).toBe(false);
  });

  test("a worker that died in the middle of a day holds up none that comes after", async () => {
    clock = midnight(FOUR);
    await owner.query(
      "SELECT graphile_worker.add_job('moveFunds', json_build_object('employerId', $1::text, 'day', $2::text), job_key := $3)",
      [city.employerId, TWO, `moveFunds ${city.employerId} ${TWO}`],
    );
    await owner.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1",
    );
    await owner.query(
      "INSERT INTO job_run (employer_id, task, day, started_at) VALUES ($1, 'moveFunds', $2, $3)",
      [city.employerId, TWO, clock],
    );
    await lookForDue(true);
    await workOnce();
    expect((await runs()).filter((run) => run.attempts === 2)).toMatchObject([
      { task: "moveFunds", day: TWO, done: true },
    ]);
    expect((await runs()).every((run) => run.done)).toBe(true);
    expect(await fundOf(city)).toMatchObject({ state: "closing", available: "0" });
  });
});

describe("a task that fails", () => {
  /** Fails for the city on one day, for as long as it is told to. */
  function failing(on: Day): { tasks: Tasks; mend(): void } {
    let fails = true;
    const raiseAlarms: NightTask = async (doer, day, now) => {
      if (fails && doer.employerId === city.employerId && day === on)
        throw new TypeError("nothing there\n  no rows");
      await NIGHT_TASKS.raiseAlarms(doer, day, now);
    };
    const mend = () => {
      fails = false;
    };
    return { tasks: { ...NIGHT_TASKS, raiseAlarms }, mend };
  }
  const waiting = () =>
    rows<{ attempts: number; later: boolean }>(
      "SELECT attempts, run_at > now() AS later FROM graphile_worker._private_jobs",
    );

  test("is kept with its day, stops nobody else, and is tried again until it is done", async () => {
    const { tasks, mend } = failing(ONE);
    await work(ONE, tasks);
    const failed = { task: "raiseAlarms", day: ONE, attempts: 1, done: false };
    expect((await runs()).filter((run) => !run.done)).toMatchObject([failed]);
    expect((await runs()).find((run) => !run.done)?.error).toMatch(
      /^TypeError: no rows \(log: [0-9a-f]{8}\)$/,
    );
    expect(await alarms(all.region)).not.toEqual([]);

    // The next day goes on beside it, and looking for what is due does not hurry it.
    await work(TWO, tasks);
    expect((await runs()).filter((run) => !run.done)).toMatchObject([failed]);
    expect((await runs()).filter((run) => run.day === TWO && run.done)).toHaveLength(4);
    expect(await waiting()).toEqual([{ attempts: 1, later: true }]);

    await owner.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await workOnce(tasks);
    expect((await runs()).filter((run) => !run.done)).toMatchObject([{ ...failed, attempts: 2 }]);
    mend();
    await lookForDue(true);
    await workOnce(tasks);
    expect((await runs()).filter((run) => run.attempts > 1)).toEqual([
      { ...failed, attempts: 3, done: true, error: null },
    ]);
    expect(await waiting()).toEqual([]);
  });
});

describe("health", () => {
  const state = async () => {
    const { ready, jobs } = await readiness(clock);
    return { ready, jobs: jobs.state };
  };

  test("says late from the second day on without taking the web out of rotation", async () => {
    clock = midnight(ONE);
    expect(await state()).toEqual({ ready: true, jobs: "late" });
    await work(ONE);
    expect(await state()).toEqual({ ready: true, jobs: "ok" });
    clock = midnight(TWO);
    expect(await state()).toEqual({ ready: true, jobs: "ok" });
    clock = midnight(THREE);
    expect(await state()).toEqual({ ready: true, jobs: "late" });
    await work(THREE);
    expect((await readiness(clock)).jobs).toEqual({
      state: "ok",
      tasks: JOB_TASKS.map((task) => ({
        task,
        lastDone: midnight(THREE).toISOString(),
        lastDay: THREE,
        failed: 0,
      })),
    });
  });

  test("says failing, and late when one employer alone is behind", async () => {
    const tasks: Tasks = {
      ...NIGHT_TASKS,
      tidyUp: async (doer, day, now) => {
        if (doer.employerId === city.employerId && day === TWO) throw new Error("no");
        await NIGHT_TASKS.tidyUp(doer, day, now);
      },
    };
    await work(ONE, tasks);
    await work(TWO, tasks);
    const health = await readiness(clock);
    expect(health).toMatchObject({ ready: true, jobs: { state: "failing" } });
    expect(health.jobs.tasks.at(-1)).toMatchObject({ task: "tidyUp", lastDay: ONE, failed: 1 });
    clock = midnight(THREE);
    expect(await state()).toEqual({ ready: true, jobs: "late" });
  });
});

describe("the worker's login", () => {
  test("is safe, and owns the queue and nothing else", async () => {
    await assertSafeLogin();
    await work(ONE);
    const owned = await rows<{ schema: string; what: string }>(`
      SELECT DISTINCT n.nspname AS schema, 'table' AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relowner = 'portal_worker'::regrole
      UNION SELECT n.nspname, 'function' FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proowner = 'portal_worker'::regrole
      UNION SELECT nspname, 'schema' FROM pg_namespace WHERE nspowner = 'portal_worker'::regrole ORDER BY 1, 2`);
    expect(owned.filter(({ schema }) => schema !== "pg_toast")).toEqual([
      { schema: QUEUE_SCHEMA, what: "function" },
      { schema: QUEUE_SCHEMA, what: "schema" },
      { schema: QUEUE_SCHEMA, what: "table" },
    ]);
  });

  test("sees no employer's rows without naming one, and changes neither balances nor the book", async () => {
    const worker = new pg.Client({ connectionString: db.workerUrl });
    await worker.connect();
    const code = (sql: string) =>
      worker.query(sql).then(
        ({ rowCount }) => `${rowCount} rows`,
        (fault: { code?: string }) => fault.code,
      );
    try {
      expect(await code("SELECT 1 FROM person")).toBe("0 rows");
      expect(await code("SELECT 1 FROM ledger_entry")).toBe("0 rows");
      for (const sql of [
        "UPDATE fund_balance SET available = 0",
        "DELETE FROM ledger_entry",
        "DELETE FROM alarm",
        "DELETE FROM job_run",
        "CREATE TABLE public.mine (id int)",
        "CREATE SCHEMA mine",
        "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
      ])
        expect(await code(sql), sql).toBe("42501");
    } finally {
      await worker.end();
    }
  });

  test("must own the queue's schema: another login is refused before it starts as if healthy", async () => {
    await expect(prepareQueue(db.webUrl)).rejects.toThrow(NoQueue);
    const web = new pg.Client({ connectionString: db.webUrl });
    await web.connect();
    try {
      await expect(web.query("SELECT graphile_worker.add_job('due')")).rejects.toMatchObject({
        code: "42501",
      });
    } finally {
      await web.end();
    }
  });
});

test("tidying up forgets old receipts and expired sessions, and nothing younger", async () => {
  const { employerId } = city;
  const { personId } = city.people.hr;
  clock = midnight(ONE);
  for (const [key, at] of [
    ["old", "2026-11-29T12:00:00Z"],
    ["young", "2026-12-01T12:00:00Z"],
  ])
    await owner.query(
      "INSERT INTO form_receipt (employer_id, person_id, action, key, input_hash, at) VALUES ($1, $2, 'idea.save', $3, 'h', $4)",
      [employerId, personId, key, at],
    );
  for (const expires of ["2026-12-29T12:00:00Z", "2026-12-30T12:00:00Z"])
    await owner.query(
      "INSERT INTO session (employer_id, id, person_id, started_at, expires_at) VALUES ($1, gen_random_uuid(), $2, '2026-12-29', $3)",
      [employerId, personId, expires],
    );
  await work(ONE);
  expect(await rows("SELECT key FROM form_receipt")).toEqual([{ key: "young" }]);
  expect(await rows("SELECT expires_at AS at FROM session")).toEqual([
    { at: new Date("2026-12-30T12:00:00Z") },
  ]);
});
