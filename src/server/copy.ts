import "server-only";
import type { Readable } from "node:stream";
import type { Pool } from "pg";
import { to as copyTo } from "pg-copy-streams";

/** A reader that has stopped reading may hold its snapshot and its connection for so long and no longer. */
const LONGEST = "15min";

/**
 * The bytes of a COPY … TO STDOUT in one read-only snapshot in which only the employer exists. It is read no faster
 * than it is asked for. When all is read the transaction ends and the connection goes back; when the reader goes away
 * earlier, or the statement fails, the connection is cut, which ends both in the database too.
 */
export async function copyOut(pool: Pool, employerId: string, sql: string): Promise<Readable> {
  const client = await pool.connect();
  let isFree = false;
  const free = (broken: boolean) => {
    if (isFree) return;
    isFree = true;
    client.off("error", cut);
    client.release(broken);
  };
  // A connection that dies says so through the stream; unheard, its own event would end the process.
  const cut = () => free(true);
  client.on("error", cut);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // Compiling a statement with many columns takes longer than running it over a million rows.
    await client.query(
      "SELECT set_config('app.employer_id', $1, true), set_config('statement_timeout', $2, true), set_config('datestyle', 'ISO', true), set_config('jit', 'off', true)",
      [employerId, LONGEST],
    );
  } catch (fault) {
    free(true);
    throw fault;
  }
  const rows = client.query(copyTo(sql));
  // All of it is in this process: nothing stands in the connection any longer.
  client.once("drain", () => {
    client.query("ROLLBACK").then(
      () => free(false),
      () => free(true),
    );
  });
  // Whoever reads hears it too; this is for a stream that nobody reads any longer.
  rows.on("error", () => undefined);
  rows.once("close", () => {
    if (!rows.readableEnded) free(true);
  });
  return rows;
}
