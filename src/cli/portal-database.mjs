// The portal's database inside a cluster: two logins, one of which owns nothing.
import { ownerLogin } from "./embedded-postgres.mjs";

export const webLogin = "portal_web";
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
 * Makes the logins and the database that are missing.
 * @param {{ port: number, owner: string, web: string, name?: string }} wish
 */
export async function ensureDatabase({ port, owner, web, name = databaseName }) {
  await withClient(addressOf(ownerLogin, owner, port, "postgres"), async (client) => {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [webLogin]);
    if (role.rowCount === 0) {
      const password = client.escapeLiteral(web);
      await client.query(
        `CREATE ROLE ${webLogin} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${password}`,
      );
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (database.rowCount === 0) {
      await client.query(`CREATE DATABASE ${name} OWNER ${ownerLogin}`);
      // PUBLIC may make temporary tables in any database; the web has no use for them.
      await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${webLogin}`);
    }
  });
}
