import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyMigrations, MigrationError, pendingMigrations } from "@/server/migrations";
import { type FreshDatabase, freshDatabase } from "../database";

let database: FreshDatabase;
let owner: pg.Client;
let web: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  web = new pg.Client({ connectionString: database.webUrl });
  await Promise.all([owner.connect(), web.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), web.end()]);
  await database.drop();
});

describe("migrations", () => {
  test("nothing is pending after migrating, and the web's login can see that", async () => {
    expect(await pendingMigrations(async (sql) => (await web.query(sql)).rows)).toEqual([]);
  });

  test("a second run applies nothing", async () => {
    expect(await applyMigrations(owner)).toEqual([]);
  });

  test("the table is kept as Prisma keeps it", async () => {
    const { rows } = await owner.query("SELECT * FROM _prisma_migrations ORDER BY migration_name");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ applied_steps_count: 1, logs: null, rolled_back_at: null });
      expect(row.checksum).toMatch(/^[0-9a-f]{64}$/);
      expect(row.finished_at).toBeInstanceOf(Date);
      expect(() => readFileSync(`prisma/migrations/${row.migration_name}/migration.sql`)).not.toThrow();
    }
  });

  test("a changed file is refused, in words", async () => {
    await owner.query("BEGIN");
    await owner.query("UPDATE _prisma_migrations SET checksum = repeat('0', 64)");
    await expect(applyMigrations(owner)).rejects.toThrow(/has been changed since it was applied/);
    await expect(applyMigrations(owner)).rejects.toBeInstanceOf(MigrationError);
    await owner.query("ROLLBACK");
  });

  test("a database without the last migration says which one is pending", async () => {
    await owner.query("BEGIN");
    const { rows } = await owner.query(
      "DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name",
    );
    expect(await pendingMigrations(async (sql) => (await owner.query(sql)).rows)).toEqual([
      rows[0].migration_name,
    ]);
    await owner.query("ROLLBACK");
  });
});

describe("the web's login", () => {
  test("is neither superuser nor above the policies, and owns nothing", async () => {
    const { rows } = await web.query(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 },
    ]);
  });

  test("has the rights of portal_app, and makes no tables, not even temporary ones", async () => {
    const { rows } = await web.query("SELECT pg_has_role(current_user, 'portal_app', 'usage') AS member");
    expect(rows).toEqual([{ member: true }]);
    await expect(web.query("CREATE TABLE mine (id int)")).rejects.toThrow(/permission denied/);
    await expect(web.query("CREATE TEMPORARY TABLE mine (id int)")).rejects.toThrow(/permission denied/);
  });

  test("Swedish order: å, ä and ö come after z", async () => {
    const { rows } = await web.query(
      "SELECT v FROM (VALUES ('Öckerö'), ('Zinkgruvan'), ('Ale'), ('Åre')) AS t (v) ORDER BY v",
    );
    expect(rows.map((row: { v: string }) => row.v)).toEqual(["Ale", "Zinkgruvan", "Åre", "Öckerö"]);
  });
});
