import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** Where the cluster of tests/integration/global-setup.ts listens, and the migrated database to copy. */
export type TestCluster = {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly webUrl: string;
  readonly workerUrl: string;
  readonly template: string;
};

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

export type FreshDatabase = {
  readonly name: string;
  readonly ownerUrl: string;
  readonly webUrl: string;
  /** By the login of the worker, which owns the queue's schema. */
  readonly workerUrl: string;
  drop(): Promise<void>;
};

async function asAdmin(adminUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

function withName(url: string, name: string): string {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy.toString();
}

/** A migrated, empty database of one's own, for one test file: copied from the template in a tenth of a second. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = inject("testCluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(
    cluster.adminUrl,
    `CREATE DATABASE ${name} TEMPLATE ${cluster.template}`,
    // A copy takes all along but the rights on the database itself.
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${new URL(cluster.webUrl).username}, ${new URL(cluster.workerUrl).username}`,
  );
  return {
    name,
    ownerUrl: withName(cluster.ownerUrl, name),
    webUrl: withName(cluster.webUrl, name),
    workerUrl: withName(cluster.workerUrl, name),
    // FORCE: a pool that a test forgot to close must not make the next file fail.
    drop: () => asAdmin(cluster.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
