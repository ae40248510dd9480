// The portal's database inside a cluster: its owner, and the logins of the web and the worker, which own nothing of it.
import { ownerLogin } from "./embedded-postgres.mjs";

export const webLogin = "portal_web";
export const workerLogin = "portal_worker";
export const databaseName = "omstallningsportalen";

/**
 * @param {string} login
 * @param {string} password
 * @param {number} port
 * @param {string} name
 */
export function addressOf(login, password, port, name = databaseName) {
  return `postgresql://${login}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

/**
 * Runs some SQL. `pg` is fetched only here: the start script runs before anything is installed.
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes the logins and the database that are missing, also in a cluster that an earlier version made.
 * @param {{ port: number, owner: string, web: string, worker?: string, name?: string }} wish
 */
export async function ensureDatabase({ port, owner, web, worker, name = databaseName }) {
  /** @type {[string, string][]} */
  const logins = [[webLogin, web]];
  if (worker) logins.push([workerLogin, worker]);
  await withClient(addressOf(ownerLogin, owner, port, "postgres"), async (client) => {
    for (const [login, secret] of logins) {
      const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [login]);
      if (role.rowCount !== 0) continue;
      const password = client.escapeLiteral(secret);
      await client.query(
        `CREATE ROLE ${login} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${password}`,
      );
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (database.rowCount === 0) {
      await client.query(`CREATE DATABASE ${name} OWNER ${ownerLogin}`);
      // PUBLIC may make temporary tables in any database; the web has no use for them.
      await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    }
    for (const [login] of logins) await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${login}`);
  });
}
