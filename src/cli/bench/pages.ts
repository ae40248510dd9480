import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { encode } from "next-auth/jwt";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { inTurns, median, mostHeld, residentMiB, timed } from "./measure";
import { type Figure, target } from "./report";

/** A web server that stands, and the id of its process. */
export type Server = { address: string; pid: number };

/** How often an address is asked in a round; the round's figure is the middle one. */
const ASKED = 15;

/** The cookie of the session that the world holds: signed as the portal signs it. */
export async function signedIn(client: Client, secret: string): Promise<string> {
  const { rows } = await client.query(
    "SELECT bench_e() AS employer, bench_id('session') AS session, bench_id('person-0') AS person",
  );
  const { employer, session, person } = rows[0];
  const token = await encode({ token: { sid: session, employerId: employer, personId: person }, secret });
  return `next-auth.session-token=${token}`;
}

async function page(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}

async function asked(address: string, cookie: string): Promise<number> {
  const figures: number[] = [];
  for (let nth = 0; nth < ASKED; nth++) figures.push(await timed(() => page(address, cookie)));
  return median(figures);
}

/** The pages that people wait for, against a bare page of Next and against the same page of a small world. */
export async function measurePages(
  servers: { bare: Server; small: Server; large: Server },
  cookie: string,
): Promise<Figure[]> {
  const { bare, small, large } = servers;
  const queue = "/pre-registrations";
  const home = "/";
  const book = await bookAddresses(large.address, cookie);
  const addresses = {
    bare: `${bare.address}/`,
    queueSmall: small.address + queue,
    queueLarge: large.address + queue,
    homeSmall: small.address + home,
    homeLarge: large.address + home,
    bookSmall: small.address + book.first,
    bookFirst: large.address + book.first,
    bookDeep: large.address + book.deep,
  };
  for (const address of Object.values(addresses))
    for (let warm = 0; warm < 5; warm++) await page(address, cookie);
  const it = await inTurns(
    Object.fromEntries(
      Object.entries(addresses).map(([name, address]) => [name, () => asked(address, cookie)]),
    ) as Record<keyof typeof addresses, () => Promise<number>>,
  );
  const ms = (figure: number) => `${figure.toFixed(1)} ms`;
  return [
    target(
      "Coordinator's queue / bare Next page",
      it.queueLarge / it.bare,
      "≤",
      2.5,
      `${ms(it.queueLarge)} / ${ms(it.bare)}`,
    ),
    target(
      "Coordinator's queue, large / small",
      it.queueLarge / it.queueSmall,
      "≤",
      1.2,
      `${ms(it.queueLarge)} / ${ms(it.queueSmall)}`,
    ),
    target(
      "Ledger page, deep / first",
      it.bookDeep / it.bookFirst,
      "≤",
      1.2,
      `${ms(it.bookDeep)} / ${ms(it.bookFirst)}`,
    ),
    target(
      "Ledger page, large / small",
      it.bookFirst / it.bookSmall,
      "≤",
      1.5,
      `${ms(it.bookFirst)} / ${ms(it.bookSmall)}`,
    ),
    target(
      "Coordinator's home, large / small",
      it.homeLarge / it.homeSmall,
      "≤",
      1.5,
      `${ms(it.homeLarge)} / ${ms(it.homeSmall)}`,
    ),
  ];
}

/** The first page of the book, and one deep in it: its link to the next page, with the place in the middle put in. */
async function bookAddresses(large: string, cookie: string): Promise<{ first: string; deep: string }> {
  const first = "/ledger";
  const next = /href="(\/ledger\?[^"]*after=)(\d+)([^"]*)"/.exec(await page(large + first, cookie));
  if (!next) throw new Error("the first page of the book has no link to a second");
  const [, before = "", seq = "", rest = ""] = next;
  return { first, deep: `${before}${BigInt(seq) / 2n}${rest}`.replaceAll("&amp;", "&") };
}

/** The whole book as CSV through the signed-in route, against what COPY itself needs; and a large workbook. */
export async function measureExports(
  large: Server,
  cookie: string,
  owner: Client,
  folder: string,
): Promise<Figure[]> {
  const file = join(folder, "bench-export");
  const fetched = async (path: string) => {
    const answer = await fetch(large.address + path, { headers: { cookie } });
    if (!answer.ok || !answer.body)
      throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    await pipeline(Readable.fromWeb(answer.body as NodeStream<Uint8Array>), createWriteStream(file));
  };
  // A person may fetch so many files in so many minutes; what is measured is not that.
  const csv = async () => {
    await owner.query("TRUNCATE rate_limit");
    await fetched("/exports/ledger?format=csv");
  };
  const copy = () => pipeline(owner.query(copyTo(COPIED)), createWriteStream(file));
  const xlsx = async () => {
    await owner.query("TRUNCATE rate_limit");
    await fetched("/exports/ledger?format=xlsx&rows=100000");
  };
  // What the process holds that has served pages and never made a file; a process that has made one keeps what it took.
  const idle = residentMiB(large.pid);
  const firstCsv = (await mostHeld(large.pid, csv)) - idle;
  await copy();
  const times = await inTurns({ csv: () => timed(csv), copy: () => timed(copy) });
  const memory = await inTurns({
    csv: async () => (await mostHeld(large.pid, csv)) - idle,
    xlsx: async () => (await mostHeld(large.pid, xlsx)) - idle,
  });
  await rm(file, { force: true });
  const s = (figure: number) => `${(figure / 1000).toFixed(2)} s`;
  return [
    target(
      "CSV of the whole book, route / COPY to a file",
      times.csv / times.copy,
      "≤",
      1.3,
      `${s(times.csv)} / ${s(times.copy)}`,
    ),
    target("CSV of the whole book, memory above idle (MiB)", Math.max(firstCsv, memory.csv), "≤", 64, ""),
    target("XLSX of 100,000 rows, memory above idle (MiB)", memory.xlsx, "≤", 256, ""),
  ];
}

const ends = (side: "from" | "to") => ({
  columns: `e.${side}_account, ${side}_fund.name, ${side}_unit.name, ${side}_case.number, ${side}_part.number`,
  joins: `
  LEFT JOIN fund ${side}_fund ON ${side}_fund.employer_id = e.employer_id AND ${side}_fund.id = e.${side}_fund_id
  LEFT JOIN pot ${side}_pot ON ${side}_pot.employer_id = e.employer_id AND ${side}_pot.fund_id = e.${side}_fund_id AND ${side}_pot.id = e.${side}_pot_id
  LEFT JOIN unit ${side}_unit ON ${side}_unit.employer_id = e.employer_id AND ${side}_unit.id = ${side}_pot.unit_id
  LEFT JOIN pre_registration ${side}_case ON ${side}_case.employer_id = e.employer_id AND ${side}_case.id = e.${side}_case_id
  LEFT JOIN granted_part ${side}_part ON ${side}_part.employer_id = e.employer_id AND ${side}_part.id = e.${side}_part_id`,
});

/** As psql's \copy would be asked for the columns of the export, in no words and no dialect. */
const COPIED = `COPY (
  SELECT e.seq, e.day, e.movement, e.amount, ${ends("from").columns}, ${ends("to").columns}, p.given_name, p.family_name, e.reverses_id
  FROM ledger_entry e ${ends("from").joins} ${ends("to").joins}
  LEFT JOIN person p ON p.employer_id = e.employer_id AND p.id = e.person_id
  ORDER BY e.seq DESC) TO STDOUT (FORMAT csv, HEADER)`;
