import "server-only";
import type { Readable } from "node:stream";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Doer } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { Refusal } from "@/domain/reason";
import { copyOut } from "./copy";
import type { CopySql } from "./copy-sql";
import { type DatabaseFault, databaseFault } from "./database-fault";
import { type EventDraft, writeEvents } from "./events";
import { Prisma, PrismaClient } from "./generated/client";
import { giveReceipt, type Receipt, takeReceipt } from "./receipts";
import { closeSidePool, sidePool } from "./side-pool";

export type Tx = Prisma.TransactionClient;

/** What a command works with: one transaction, who and when, and the events that are written last. */
export type Work = {
  tx: Tx;
  actor: Doer;
  now: Date;
  today: Day;
  tell(event: EventDraft): void;
};

let client: PrismaClient | undefined;
let checked: Promise<void> | undefined;

function database(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  client ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 20, connectionTimeoutMillis: 5_000 }),
  });
  return client;
}

/** Closes the connections; only for what ends: tests, command lines. */
export async function disconnect(): Promise<void> {
  await client?.$disconnect();
  await closeSidePool();
  client = undefined;
  checked = undefined;
}

/**
 * Refuses to work with a login that could look past the policies: a superuser, one that bypasses row-level security,
 * or one that owns tables (or may become their owner). Asked once at boot, and before the first query if the database
 * was away at boot.
 */
export function assertSafeLogin(): Promise<void> {
  checked ??= askLogin().catch((fault) => {
    checked = undefined;
    throw fault;
  });
  return checked;
}

export class UnsafeLogin extends Error {}

async function askLogin(): Promise<void> {
  const [login] = await database().$queryRaw<{ name: string; unsafe: boolean; owns: boolean }[]>`
    SELECT current_user::text AS name, r.rolsuper OR r.rolbypassrls AS unsafe,
      EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
    FROM pg_roles r WHERE r.rolname = current_user`;
  if (!login || login.unsafe || login.owns)
    throw new UnsafeLogin(
      `DATABASE_URL signs in as "${login?.name}", which can look past row-level security. Use a login that owns nothing and is neither superuser nor BYPASSRLS.`,
    );
}

/**
 * The one door for reading: one read-only snapshot in which only the actor's employer exists.
 * The callback awaits everything and returns plain data; it is never nested.
 */
export async function read<T>(actor: { employerId: string }, look: (tx: Tx) => Promise<T>): Promise<T> {
  await assertSafeLogin();
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('transaction_read_only', 'on', true), set_config('app.employer_id', ${actor.employerId}, true)`;
      return look(tx);
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, maxWait: 10_000, timeout: 30_000 },
  );
}

/**
 * The one door for writing: status, money and events in one transaction. A receipt that was used before with the same
 * input gets the first answer and does nothing. A deadlock or serialisation failure is tried once more.
 * What it returns must be plain (ids), because it is kept with the receipt.
 */
export function write(
  actor: Doer,
  now: Date,
  receipt: Receipt | null,
  work: (work: Work) => Promise<string>,
): Promise<string>;
export function write(
  actor: Doer,
  now: Date,
  receipt: Receipt | null,
  work: (work: Work) => Promise<void>,
): Promise<void>;
export async function write(
  actor: Doer,
  now: Date,
  receipt: Receipt | null,
  work: (work: Work) => Promise<unknown>,
): Promise<unknown> {
  await assertSafeLogin();
  try {
    return await attempt(actor, now, receipt, work);
  } catch (fault) {
    if (databaseFault(fault)?.kind !== "retry") throw asRefusal(fault);
    return attempt(actor, now, receipt, work).catch((again) => {
      throw asRefusal(again);
    });
  }
}

function attempt(
  actor: Doer,
  now: Date,
  receipt: Receipt | null,
  work: (work: Work) => Promise<unknown>,
): Promise<unknown> {
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.employer_id', ${actor.employerId}, true)`;
      if (receipt && actor.personId) {
        const first = await takeReceipt(tx, actor.employerId, actor.personId, receipt, now);
        if (first) return first.answer;
      }
      const events: EventDraft[] = [];
      const answer = await work({ tx, actor, now, today: dayOf(now), tell: (event) => events.push(event) });
      if (receipt && actor.personId && typeof answer === "string")
        await giveReceipt(tx, actor.employerId, actor.personId, receipt, answer);
      await writeEvents(tx, actor, now, events);
      return answer;
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted, maxWait: 30_000, timeout: 60_000 },
  );
}

/** The database's own refusals that a person can meet, in the words of the rule behind them. */
function asRefusal(fault: unknown): unknown {
  const known: DatabaseFault | null = databaseFault(fault);
  return known?.kind === "refused" ? new Refusal(known.reason) : fault;
}

/**
 * The bytes of a COPY in a read-only snapshot of its own in which only the actor's employer exists; for what is too
 * large for `read`. Whoever asks reads to the end or destroys the stream: either frees the connection.
 */
export async function stream(actor: { employerId: string }, sql: CopySql): Promise<Readable> {
  await assertSafeLogin();
  return copyOut(sidePool(), actor.employerId, sql.copy);
}

/** About how many rows a COPY will give, as the planner guesses; nothing is counted. */
export async function rowsExpected(actor: { employerId: string }, sql: CopySql): Promise<number> {
  return read(actor, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${sql.query}`,
    );
    return row?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
  });
}

/** Who a sign-in is, in every employer that knows it. Ids only. */
export async function whoIs(
  issuer: string,
  subject: string,
): Promise<{ employerId: string; personId: string }[]> {
  await assertSafeLogin();
  return database()
    .$queryRaw`SELECT employer_id AS "employerId", person_id AS "personId" FROM who_is(${issuer}, ${subject})`;
}

/** Every employer's id, for jobs and for the demo's sign-in page. Ids only. */
export async function employers(): Promise<string[]> {
  await assertSafeLogin();
  const rows = await database().$queryRaw<{ id: string }[]>`SELECT employer_id AS id FROM employers()`;
  return rows.map((row) => row.id);
}

/** Whether the database answers at all. */
export async function isAwake(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
