import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveCase } from "@/features/approvals/commands";
import { assertSafeLogin, disconnect, read, UnsafeLogin, write } from "@/server/db";
import { newId } from "@/server/id";
import { readyCases } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { kr, noon, type World, world } from "../people";

/**
 * The only tables that no employer owns: the list of employers itself, which migrations were made, and how often somebody
 * fetched a file, of which the rows hold an id and a number.
 */
const WITHOUT_EMPLOYER = ["_prisma_migrations", "employer", "rate_limit"];
/** Those of them that have no policy, because their rows say nothing of anybody's cases. */
const WITHOUT_POLICY = ["_prisma_migrations", "rate_limit"];
/** Asked before an employer is known, by a definer function that answers with ids only. */
const INDEXED_OTHERWISE = ["identity_issuer_subject_employer_id_key"];

let db: FreshDatabase;
let at: World;
let owner: pg.Client;
let web: pg.Client;
let tables: string[];

beforeAll(async () => {
  db = await freshDatabase();
  at = await world(db);
  // A decided case in two of them, so that most tables hold rows of more than one employer.
  for (const house of [at.city, at.office]) {
    const [caseId = ""] = await readyCases(house, [{ amount: kr(1_000), applicant: house.people.employee }]);
    await approveCase(house.people.chief, { caseId, amount: kr(1_000) }, noon());
  }
  owner = new pg.Client({ connectionString: db.ownerUrl });
  web = new pg.Client({ connectionString: db.webUrl });
  await owner.connect();
  await web.connect();
  const { rows } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1",
  );
  tables = rows.map((it) => it.name);
});
afterAll(async () => {
  await owner.end();
  await web.end();
  await disconnect();
  await db.drop();
});

/** Asks as the web's login, in a transaction of one employer (null: without the setting), and takes it all back. */
async function asWeb<T>(employerId: string | null, ask: () => Promise<T>): Promise<T> {
  await web.query("BEGIN");
  try {
    if (employerId !== null) await web.query("SELECT set_config('app.employer_id', $1, true)", [employerId]);
    return await ask();
  } finally {
    await web.query("ROLLBACK");
  }
}
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "went through",
    (fault: { code?: string }) => fault.code,
  );

describe("the catalogue", () => {
  it("knows only the named tables without an employer, and there are enough others to mean something", async () => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'employer_id' ORDER BY 1",
    );
    expect(tables.filter((name) => !rows.some((it) => it.name === name))).toEqual(WITHOUT_EMPLOYER);
    expect(rows.length).toBeGreaterThan(35);
  });

  it("has row-level security with a policy for every role on every one of them, not forced on the owner", async () => {
    const { rows } = await owner.query<{
      name: string;
      enabled: boolean;
      forced: boolean;
      policies: number;
      expected: number;
    }>(
      `
      SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
        (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
        (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*' AND p.polroles = '{0}' AND p.polwithcheck IS NULL
          AND pg_get_expr(p.polqual, p.polrelid) = format('(%s = (NULLIF(current_setting(''app.employer_id''::text, true), ''''::text))::uuid)', CASE c.relname WHEN 'employer' THEN 'id' ELSE 'employer_id' END)) AS expected
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)`,
      [WITHOUT_POLICY],
    );
    expect(rows.filter((it) => !it.enabled || it.forced || it.policies !== 1 || it.expected !== 1)).toEqual(
      [],
    );
    expect(rows).toHaveLength(tables.length - WITHOUT_POLICY.length);
  });

  it("has employer_id first in every index of them", async () => {
    const { rows } = await owner.query<{ name: string; first: string }>(
      `
      SELECT i.relname AS name, a.attname AS first FROM pg_index x
      JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> ALL($1)`,
      [WITHOUT_EMPLOYER],
    );
    expect(rows.filter((it) => it.first !== "employer_id").map((it) => it.name)).toEqual(INDEXED_OTHERWISE);
    expect(rows.length).toBeGreaterThan(60);
  });

  it("has employer_id first, on both ends, in every foreign key of them: the system's own checks see past policies", async () => {
    const { rows } = await owner.query<{ name: string; own: string; other: string; points: string }>(`
      SELECT k.conname AS name, a.attname AS own, b.attname AS other, k.confrelid::regclass::text AS points FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`);
    expect(
      rows.filter(
        (it) => it.own !== "employer_id" || it.other !== (it.points === "employer" ? "id" : "employer_id"),
      ),
    ).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
  });

  it("gives the web no way to change history, money or balances", async () => {
    const may = async (table: string) => {
      const { rows } = await owner.query<{ may: string }>(
        "SELECT string_agg(p, ' ') AS may FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) p WHERE has_table_privilege('portal_app', $1, p)",
        [table],
      );
      return rows[0]?.may;
    };
    expect(await may("ledger_entry")).toBe("SELECT INSERT");
    expect(await may("case_event")).toBe("SELECT INSERT");
    expect(await may("fund_balance")).toBe("SELECT");
    for (const table of tables) expect(await may(table)).not.toMatch(/TRUNCATE|REFERENCES|TRIGGER/);
  });
});

describe("raw SQL as the web's login", () => {
  it("sees nothing without an employer", async () => {
    for (const table of tables.filter((it) => !WITHOUT_POLICY.includes(it)))
      expect((await asWeb(null, () => web.query(`SELECT 1 FROM "${table}"`))).rowCount, table).toBe(0);
  });

  it("sees all of its own employer's rows and none of a neighbour's, in every table", async () => {
    let shared = 0;
    for (const table of tables.filter((it) => !WITHOUT_POLICY.includes(it))) {
      const key = table === "employer" ? "id" : "employer_id";
      const { rows } = await owner.query<{ id: string; n: number }>(
        `SELECT ${key} AS id, count(*)::int AS n FROM "${table}" GROUP BY 1`,
      );
      if (rows.length > 1) shared += 1;
      for (const house of Object.values(at)) {
        const seen = await asWeb(house.employerId, () =>
          web.query<{ id: string }>(`SELECT ${key} AS id FROM "${table}"`),
        );
        expect(
          seen.rows.every((it) => it.id === house.employerId),
          table,
        ).toBe(true);
        expect(seen.rowCount, table).toBe(rows.find((it) => it.id === house.employerId)?.n ?? 0);
      }
    }
    // The test means something only where two employers have rows.
    expect(shared).toBeGreaterThan(25);
  });

  it("sees nothing as an employer that does not exist", async () => {
    expect((await asWeb(newId(), () => web.query("SELECT 1 FROM pre_registration"))).rowCount).toBe(0);
  });

  it("sees nothing after a finished transaction on the same connection, where the setting is '' and not missing", async () => {
    await web.query("BEGIN");
    await web.query("SELECT set_config('app.employer_id', $1, true)", [at.city.employerId]);
    expect((await web.query("SELECT 1 FROM person")).rowCount).toBeGreaterThan(0);
    await web.query("COMMIT");
    const { rows } = await web.query<{ setting: string | null }>(
      "SELECT current_setting('app.employer_id', true) AS setting",
    );
    expect(rows).toEqual([{ setting: "" }]);
    expect((await web.query("SELECT 1 FROM person")).rowCount).toBe(0);
  });

  it("cannot put a row with a neighbour, move one there, or touch one there", async () => {
    const { city, region } = at;
    const insert = (employerId: string) =>
      web.query('INSERT INTO "union" (employer_id, id, name) VALUES ($1, $2, $3)', [
        employerId,
        newId(),
        "Ny",
      ]);
    expect(await asWeb(city.employerId, () => code(insert(region.employerId)))).toBe("42501");
    expect(await asWeb(null, () => code(insert(city.employerId)))).toBe("42501");
    expect(await asWeb(city.employerId, () => code(insert(city.employerId)))).toBe("went through");
    expect(
      await asWeb(city.employerId, () =>
        code(
          web.query('UPDATE "union" SET employer_id = $1 WHERE id = $2', [
            region.employerId,
            city.unions.first,
          ]),
        ),
      ),
    ).toBe("42501");
    expect(
      (
        await asWeb(city.employerId, () =>
          web.query('UPDATE "union" SET name = $1 WHERE id = $2', ["Vår", region.unions.first]),
        )
      ).rowCount,
    ).toBe(0);
    expect(
      (
        await asWeb(city.employerId, () =>
          web.query("DELETE FROM draft WHERE employer_id = $1", [region.employerId]),
        )
      ).rowCount,
    ).toBe(0);
  });

  it("cannot point at a neighbour's row, although the system's check would find it", async () => {
    const { city, region } = at;
    const point = (unitId: string) =>
      web.query(
        "INSERT INTO person (employer_id, id, unit_id, given_name, family_name) VALUES ($1, $2, $3, 'N', 'N')",
        [city.employerId, newId(), unitId],
      );
    expect(await asWeb(city.employerId, () => code(point(region.units.top)))).toBe("23503");
    expect(await asWeb(city.employerId, () => code(point(city.units.top)))).toBe("went through");
  });

  it("cannot make an employer, nor change what was written down", async () => {
    const { employerId } = at.city;
    expect(
      await asWeb(employerId, () =>
        code(
          web.query("INSERT INTO employer (id, slug, name, scheme) VALUES ($1, 'x', 'X', 'tlo')", [newId()]),
        ),
      ),
    ).toBe("42501");
    for (const statement of [
      "UPDATE case_event SET kind = 'x'",
      "DELETE FROM case_event",
      "UPDATE ledger_entry SET amount = 1",
      "DELETE FROM ledger_entry",
      "UPDATE fund_balance SET available = 0",
      "TRUNCATE case_event",
    ])
      expect(await asWeb(employerId, () => code(web.query(statement))), statement).toBe("42501");
    for (const statement of [
      "UPDATE case_event SET kind = 'x'",
      "DELETE FROM ledger_entry",
      "TRUNCATE case_event CASCADE",
    ])
      expect(await code(owner.query(statement)), `owner: ${statement}`).toBe("23001");
  });
});

describe("the two doors", () => {
  it("open on the actor's employer alone, and reading is read only", async () => {
    const { city, region } = at;
    expect(
      await read(city.people.hr, (tx) => tx.person.count({ where: { employerId: region.employerId } })),
    ).toBe(0);
    const change = read(city.people.hr, (tx) => tx.union.updateMany({ data: { name: "Ändrad" } }));
    await expect(change).rejects.toThrow(/read-only transaction/);
    const intoNeighbour = write(city.people.admin, noon(), null, async ({ tx }) => {
      await tx.union.createMany({ data: [{ employerId: region.employerId, id: newId(), name: "Ny" }] });
    });
    await expect(intoNeighbour).rejects.toThrow(/row-level security/);
  });
});

describe("boot", () => {
  const made: string[] = [];
  /** A login of its own in this database, with what makes it unsafe. */
  async function login(attributes: string, more: (name: string) => string[] = () => []): Promise<string> {
    const name = `test_${randomBytes(6).toString("hex")}`;
    made.push(name);
    for (const statement of [
      `CREATE ROLE ${name} LOGIN PASSWORD 'x' ${attributes}`,
      `GRANT portal_app TO ${name}`,
      `GRANT CONNECT ON DATABASE ${db.name} TO ${name}`,
      ...more(name),
    ])
      await owner.query(statement);
    const url = new URL(db.webUrl);
    url.username = name;
    url.password = "x";
    return url.toString();
  }
  async function boot(url: string): Promise<string> {
    await disconnect();
    process.env.DATABASE_URL = url;
    return assertSafeLogin().then(
      () => "safe",
      (fault: unknown) => (fault instanceof UnsafeLogin ? "refused" : String(fault)),
    );
  }
  afterAll(async () => {
    await disconnect();
    process.env.DATABASE_URL = db.webUrl;
    for (const name of made)
      for (const statement of [
        `REASSIGN OWNED BY ${name} TO CURRENT_USER`,
        `DROP OWNED BY ${name}`,
        `DROP ROLE ${name}`,
      ])
        await owner.query(statement);
  });

  it("takes the web's login, and one like it", async () => {
    expect(await boot(db.webUrl)).toBe("safe");
    expect(await boot(await login(""))).toBe("safe");
  });

  it("refuses the owner, a superuser and one that bypasses the policies", async () => {
    expect(await boot(db.ownerUrl)).toBe("refused");
    expect(await boot(await login("SUPERUSER"))).toBe("refused");
    expect(await boot(await login("BYPASSRLS"))).toBe("refused");
  });

  it("refuses one that owns a single table, and one that may become its owner", async () => {
    const owning = await login("", (name) => [
      `GRANT CREATE ON SCHEMA public TO ${name}`,
      `ALTER TABLE draft OWNER TO ${name}`,
    ]);
    expect(await boot(owning)).toBe("refused");
    expect(await boot(await login("", (name) => [`GRANT ${made.at(-2)} TO ${name}`]))).toBe("refused");
  });

  it("refuses every query, not only the first question", async () => {
    await boot(db.ownerUrl);
    await expect(read(at.city.people.hr, (tx) => tx.person.count())).rejects.toThrow(UnsafeLogin);
    await expect(write(at.city.people.hr, noon(), null, async () => {})).rejects.toThrow(UnsafeLogin);
  });
});
