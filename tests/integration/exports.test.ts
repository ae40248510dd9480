import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createEmployer } from "@/cli/create-employer";
import type { Actor } from "@/domain/actor";
import type { PotAddress } from "@/domain/ledger";
import type { Reader, Search } from "@/features/reports/list-export";
import { LIST_EXPORTS, type ListName } from "@/features/reports/list-exports";
import { type ListKind, listFile } from "@/features/reports/list-file";
import { paidClaims } from "@/features/reports/sie-queries";
import { translator } from "@/messages/translator";
import { copyRows } from "@/server/copy-rows";
import { copyCsv, copyText, literal, type SqlCell } from "@/server/copy-sql";
import { type Cell, csvFile, type Dialect } from "@/server/csv";
import { crlfLines } from "@/server/csv-copy";
import { readCsv } from "@/server/csv-read";
import { rowsExpected, stream } from "@/server/db";
import { newId } from "@/server/id";
import { EXPORTS, secondsToWait } from "@/server/rate-limit";
import { AT_ONCE } from "@/server/running-exports";
import { sheetIn } from "../e2e/xlsx";
import { hrActor, type MoneyWorld, moneyWorld, NOW } from "./money-world";

const asked = vi.hoisted(() => ({ visitor: null as unknown }));
vi.mock("@/server/session", () => ({
  visitor: async () => asked.visitor,
  localeOfRequest: async () => "sv",
}));

const t = translator("sv");
const FORMULA = '=HYPERLINK("http://x";"y")';
let world: MoneyWorld;
let neighbour: Actor;
let pot: PotAddress;
let reader: Reader;

beforeAll(async () => {
  world = await moneyWorld();
  const other = await createEmployer(
    world.owner,
    {
      slug: "grannstad",
      name: "Grannstad",
      scheme: "tlo",
      demo: true,
      admin: { givenName: "Bo", familyName: "Ås" },
    },
    NOW,
    "2024-01-01",
  );
  neighbour = hrActor(other.employerId, other.adminId);
  reader = {
    actor: world.actor,
    roles: [],
    t,
    locale: "sv",
    today: "2026-11-23",
    scheme: "tlo",
    caseWord: null,
  };
  pot = await world.fund(FORMULA);
  const own = await world.pot(pot.fundId);
  const { caseId, parts } = await world.aCase(pot, 1);
  const part = { ...pot, caseId, partId: parts[0] ?? "" };
  await world.book([{ movement: "provide", amount: 1_000_050n, ...pot }]);
  await world.book([{ movement: "transfer", amount: 7n, from: pot, to: own }]);
  await world.book([{ movement: "reserve", amount: 40_000n, ...pot, caseId }]);
  await world.book([{ movement: "commit", amount: 40_000n, ...part }]);
  await world.book([{ movement: "draw", amount: 30_000n, ...part }]);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("TRUNCATE rate_limit");
});

const all = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
};

async function fetched(name: ListName, kind: ListKind, search: Search = {}, who = reader) {
  const file = await listFile({ name, list: LIST_EXPORTS[name] }, kind, who, search);
  let rows = 0;
  const bytes = await all(
    file.bytes((passed) => {
      rows += passed;
    }),
  );
  return { bytes, rows, about: file.about };
}

/** The rows of a file, below its head. */
function readBack(bytes: Buffer): string[][] {
  const { csv, faults } = readCsv(bytes);
  expect(faults).toEqual([]);
  return (csv?.rows ?? []).map(({ cells }) => cells);
}

describe("a COPY", () => {
  test("holds only the own employer's rows, whatever is asked for", async () => {
    const cells: SqlCell[] = [{ text: "name" }];
    const names = async (actor: Actor) =>
      (await all(await stream(actor, copyText(cells, "FROM unit WHERE parent_id IS NULL")))).toString();
    expect(await names(world.actor)).toBe("Provstad\n");
    expect(await names(neighbour)).toBe("Grannstad\n");
    expect(await names({ ...neighbour, employerId: newId() })).toBe("");
  });

  test("cannot write", async () => {
    const sql = copyText([{ number: "nextval('ledger_entry_seq_seq')" }], "");
    await expect(stream(world.actor, sql).then(all)).rejects.toThrow();
  });

  const nasty = fc.oneof(
    fc.string({ unit: "binary" }).map((it) => it.replaceAll("\0", "")),
    fc.tuple(fc.constantFrom(..."=+-@\t\r\n;,\"'\\ å"), fc.string()).map(([first, rest]) => first + rest),
    fc.constantFrom(
      "",
      "\\.",
      "\\N",
      '"',
      "\r\n",
      "'; DROP TABLE unit; --",
      "−12",
      "NULL",
      "\ufeff",
      "a\nb",
      "a,b;c",
    ),
  );
  const row = fc.record({
    text: nasty,
    ore: fc.option(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n })),
    small: fc.bigInt({ min: -150n, max: 150n }),
    day: fc.option(fc.constantFrom("2026-11-22", "1999-01-01")),
    number: fc.option(fc.integer()),
  });
  const CELLS: SqlCell[] = [
    { number: "v.n" },
    { text: "v.a" },
    { ore: "v.b" },
    { ore: "v.s" },
    { day: "v.c" },
    { text: "v.a" },
  ];
  const ofSql = (value: string | bigint | number | null, type: string) =>
    value === null ? `NULL::${type}` : `${literal(String(value))}::${type}`;

  test.each<Dialect>(["swedish", "machine"])(
    "writes the same bytes as csv.ts for any text and amount (%s)",
    async (dialect) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
          const values = rows.map(
            (it) =>
              `(${ofSql(it.number, "int")}, ${ofSql(it.text, "text")}, ${ofSql(it.ore, "bigint")}, ${ofSql(it.small, "bigint")}, ${ofSql(it.day, "date")})`,
          );
          const from = `FROM (VALUES ${values.join(", ")}) v(n, a, b, s, c)`;
          const cells: Cell[][] = rows.map((it) => [
            { number: it.number },
            { text: it.text },
            { ore: it.ore },
            { ore: it.small },
            { day: it.day },
            { text: it.text },
          ]);
          let passed = 0;
          const lines = crlfLines(await stream(world.actor, copyCsv(CELLS, from, dialect)), (n) => {
            passed += n;
          });
          const head = CELLS.map((_, nth) => `h${nth}`);
          const own = await all(csvFile(head, cells, dialect));
          const copied = await all(lines);
          expect(own.subarray(own.length - copied.length).toString()).toBe(copied.toString());
          expect(own.subarray(0, own.length - copied.length).toString()).toMatch(/^\ufeff?h0[;,]h1.*h5\r\n$/);
          expect(passed).toBe(rows.length);

          const back: Cell[][] = [];
          for await (const it of copyRows(await stream(world.actor, copyText(CELLS, from)), CELLS))
            back.push(it);
          expect(back).toEqual(cells);
        }),
        { numRuns: 150 },
      );
    },
  );

  test("parts its chunks anywhere, also within quotes and letters", async () => {
    const text = Buffer.from('a;"b\n""å"\nc;ö\n"\n";\n');
    const whole = 'a;"b\n""å"\r\nc;ö\r\n"\n";\r\n';
    for (let at = 0; at <= text.length; at += 1) {
      let rows = 0;
      const chunks = (async function* () {
        yield text.subarray(0, at);
        yield text.subarray(at);
      })();
      const out = await all(
        crlfLines(chunks, (n) => {
          rows += n;
        }),
      );
      expect([out.toString(), rows]).toEqual([whole, 3]);
    }
  });

  test("ends in the database and gives its connection back when the reader goes away", async () => {
    const endless = copyCsv(
      [{ number: "n" }],
      "FROM generate_series(1, 9999) m, generate_series(1, 9999) n",
      "machine",
    );
    const running = async () => {
      const { rows } = await world.owner.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%' AND state <> 'idle'",
      );
      return rows[0].n as number;
    };
    // Twice as often as there are connections.
    for (let nth = 0; nth < 12; nth += 1) {
      for await (const chunk of await stream(world.actor, endless)) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
    }
    await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 10_000 });
    expect((await fetched("ledger", "csv")).rows).toBe(5);
  });

  test("says that it failed, and frees its connection, when the statement does", async () => {
    const broken = copyCsv([{ number: "1 / (3 - n)" }], "FROM generate_series(1, 5) n", "machine");
    for (let nth = 0; nth < 12; nth += 1)
      await expect(stream(world.actor, broken).then(all)).rejects.toThrow(/division by zero/);
    expect((await fetched("ledger", "machine")).rows).toBe(5);
  });

  test("is guessed in size without being counted", async () => {
    const sql = copyText([{ number: "n" }], "FROM generate_series(1, 1000) n");
    expect(await rowsExpected(world.actor, sql)).toBe(1000);
  });
});

describe("the book as a file", () => {
  test.each<[ListKind, string]>([
    ["csv", "10000,50"],
    ["machine", "10000.50"],
  ])(
    "is all of the own employer's entries, the newest first, and no formula (%s)",
    async (kind, provided) => {
      const { bytes, rows } = await fetched("ledger", kind);
      const entries = readBack(bytes);
      expect(rows).toBe(5);
      expect(entries.map(([, , movement]) => movement)).toEqual([
        "Rekvisition betald",
        "Beviljande",
        "Bokning",
        "Flytt mellan potter",
        "Avsättning",
      ]);
      expect(entries[4]?.[3]).toBe(provided);
      expect(entries[4]?.[10]).toBe(`'${FORMULA}`);
      expect(entries[3]?.slice(4, 8)).toEqual(["Kvar att boka", `'${FORMULA}`, "Gemensam pott", ""]);
      expect(bytes.subarray(0, 3).equals(Buffer.from("\ufeff"))).toBe(kind === "csv");
      expect((await fetched("ledger", kind, {}, { ...reader, actor: neighbour })).rows).toBe(0);
    },
  );

  test("is a workbook with typed cells, where no text is a formula", async () => {
    const [note, head, first, , , , last] = sheetIn((await fetched("ledger", "xlsx")).bytes);
    expect(note?.[0]).toBe("Hämtad 23 november 2026 från /ledger");
    expect(head?.slice(0, 4)).toEqual(["Post", "Dag", "Händelse", "Belopp, kr"]);
    expect(first?.[3]).toBe(300);
    expect(last?.[3]).toBe(10000.5);
    // Days as Excel counts them, and text as it is: a cell of text is never run.
    expect(last?.[1]).toBe(46349);
    expect(last?.[10]).toBe(FORMULA);
  });

  test("keeps the page's filter", async () => {
    const rows = async (search: Search) => (await fetched("ledger", "csv", search)).rows;
    expect(await rows({ movement: "reserve" })).toBe(1);
    expect(await rows({ fund: pot.fundId })).toBe(5);
    expect(await rows({ fund: newId() })).toBe(0);
    expect(await rows({ case: "2026-0001" })).toBe(3);
    expect(await rows({ until: "2026-11-22" })).toBe(0);
    expect(await rows({ from: "2026-11-23", pot: pot.potId })).toBe(5);
    expect(await rows({ unit: world.unitId })).toBe(4);
    expect(await rows({ rows: "2" })).toBe(2);
    expect(await rows({ fund: "' OR true --", case: "' OR '1'='1" })).toBe(0);
  });

  test("is not for who does not see single entries", async () => {
    const { employerId, personId } = world.actor;
    const admin = { ...reader, actor: { ...hrActor(employerId, personId), role: "admin" as const } };
    await expect(fetched("ledger", "csv", {}, admin)).rejects.toThrow("refusals.notFound");
  });
});

test("a list has no most: ten thousand ideas come out, each once, and the filter holds", async () => {
  await world.owner.query(
    `INSERT INTO idea (employer_id, id, unit_id, author_id, title, why, audience, with_manager, status, status_since)
     SELECT $1, gen_random_uuid(), $2, $3, CASE WHEN n % 10 = 0 THEN '=Kurs ' ELSE 'Idé ' END || n, 'Därför.', 'me', true, 'submitted', '2026-11-01'::timestamptz + n / 7 * interval '1 minute'
     FROM generate_series(1, 10000) n`,
    [world.actor.employerId, world.unitId, world.actor.personId],
  );
  const titles = readBack((await fetched("ideas", "csv")).bytes).map(([title]) => title);
  expect(new Set(titles).size).toBe(10_000);
  expect(titles).toHaveLength(10_000);
  const some = readBack((await fetched("ideas", "machine", { q: "kurs" })).bytes);
  expect(some).toHaveLength(1000);
  expect(some.every(([title]) => title?.startsWith("'=Kurs "))).toBe(true);
}, 60_000);

describe("so many and no more", () => {
  test("a person waits after thirty files, another does not", async () => {
    const [one, other] = [newId(), newId()];
    for (let nth = 0; nth < EXPORTS.points; nth += 1) expect(await secondsToWait(one)).toBeNull();
    const wait = await secondsToWait(one);
    expect(wait).toBeGreaterThan(EXPORTS.seconds - 60);
    expect(wait).toBeLessThanOrEqual(EXPORTS.seconds);
    expect(await secondsToWait(other)).toBeNull();
    await world.owner.query("UPDATE rate_limit SET expire = 1 WHERE key = $1", [`export:${one}`]);
    expect(await secondsToWait(one)).toBeNull();
  });
});

describe("the route", () => {
  const visit = async (list: string, query = "") => {
    const { GET } = await import("@/app/exports/[list]/route");
    return GET(new Request(`http://x/exports/${list}?${query}`), { params: Promise.resolve({ list }) });
  };
  const signIn = (role: Actor["role"], over: Partial<Actor> = {}) => {
    const actor = { ...world.actor, personId: newId(), role, ...over };
    const employer = { scheme: "tlo", caseWord: null };
    asked.visitor = { actor, employer, roles: [], locale: "sv" };
    return actor;
  };
  const said = async (answer: Response) => [answer.status, await answer.text()];

  test("hands a file to who may have it, and a sentence to who may not", async () => {
    asked.visitor = null;
    expect(await said(await visit("ledger"))).toEqual([401, t("exports.signedOut")]);
    signIn("employee");
    expect(await said(await visit("ideas"))).toEqual([403, t("refusals.noRight")]);
    signIn("hr");
    expect(await said(await visit("people"))).toEqual([403, t("refusals.noSight")]);
    expect(await said(await visit("constructor"))).toEqual([404, t("refusals.notFound")]);
    const answer = await visit("ledger", "format=xlsx&key=a");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="boken-\d{4}-\d\d-\d\d\.xlsx"$/,
    );
    expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(sheetIn(Buffer.from(await answer.arrayBuffer()))).toHaveLength(7);
    signIn("admin");
    expect(await (await visit("units")).text()).toMatch(/^Namn;Nivå;/);
  });

  test("says after thirty files when the next may be fetched", async () => {
    signIn("hr");
    for (let nth = 0; nth < EXPORTS.points; nth += 1) await (await visit("funds")).arrayBuffer();
    const answer = await visit("funds");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const [status, text] = await said(answer);
    expect(status).toBe(429);
    expect(text).toMatch(/nästa kl\. \d\d\.\d\d\.$/);
  });

  test("makes three at once for a person, tells how far each is, and lets go of one that nobody reads", async () => {
    const { GET } = await import("@/app/exports/progress/[key]/route");
    const progress = async (key: string) =>
      (await GET(new Request("http://x"), { params: Promise.resolve({ key }) })).json();
    signIn("hr");
    const open: Response[] = [];
    for (let nth = 0; nth < AT_ONCE; nth += 1) open.push(await visit("ledger", `format=csv&key=k${nth}`));
    expect(await said(await visit("ledger"))).toEqual([429, t("exports.atOnce")]);
    expect(await progress("k0")).toEqual({ line: expect.stringMatching(/^[05]/), over: false });
    await open[0]?.arrayBuffer();
    expect(await progress("k0")).toEqual({ line: t("exports.progress.done", { rows: "5" }), over: true });
    await open[1]?.body?.cancel();
    expect((await progress("k1")).line).toContain("avbröts");
    // More often than there are connections: each goes away after the first bytes, and leaves its connection behind.
    for (let nth = 0; nth < 8; nth += 1) {
      const answer = await visit("ledger");
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    }
    // Somebody else's file is unknown.
    signIn("hr");
    expect(await progress("k0")).toEqual({ line: t("exports.progress.unknown"), over: true });
    await open[2]?.body?.cancel();
  });
});

test("vouchers are asked for with the claims of one fund and one month, in sight only", async () => {
  const { caseId, parts } = await world.aCase(pot, 2);
  const line = "INSERT INTO cost_line (employer_id, id, case_id, line_order, cost_type, text, amount, codes)";
  await world.owner.query(`${line} VALUES ($1, $2, $3, 0, 'courseFee', '', 100, '{"konto":"7412"}')`, [
    world.actor.employerId,
    newId(),
    caseId,
  ]);
  for (const [nth, paidOn] of ["2026-11-01", "2026-12-01"].entries())
    await world.owner.query(
      "INSERT INTO requisition (employer_id, id, part_id, status, status_since, amount, sent_on, paid_on, paid_amount) VALUES ($1, $2, $3, 'paid', $4, 100, '2026-10-01', $5, 90)",
      [world.actor.employerId, newId(), parts[nth], NOW, paidOn],
    );
  const { claims, employer } = await paidClaims(world.actor, pot.fundId, "2026-11");
  expect(employer.name).toBe("Provstad");
  expect(claims.map(({ paidOn, paid, lines }) => [paidOn, paid, lines[0]?.codes])).toEqual([
    ["2026-11-01", 90n, { konto: "7412" }],
  ]);
  expect((await paidClaims(world.actor, pot.fundId, "2026-12")).claims).toHaveLength(1);
  await expect(paidClaims(neighbour, pot.fundId, "2026-11")).rejects.toThrow("refusals.notFound");
});

test("a literal is what it says, whatever the server makes of backslashes", async () => {
  const client = new pg.Client({ connectionString: world.database.webUrl });
  await client.connect();
  try {
    for (const conforming of ["on", "off"])
      for (const text of ["\\", "'", "\\'", "''; --", "a\\nb", "å\n\t"]) {
        await client.query(`SET standard_conforming_strings = ${conforming}`);
        const { rows } = await client.query(`SELECT ${literal(text)}::text AS said`);
        expect(rows[0].said).toBe(text);
      }
  } finally {
    await client.end();
  }
  expect(() => literal("\0")).toThrow();
});
