import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createEmployer } from "@/cli/create-employer";
import { walkEventChains } from "@/cli/walk-event-chain";
import { jobActor } from "@/domain/actor";
import { write } from "@/server/db";
import { eventHash } from "@/server/events";
import { newId } from "@/server/id";
import { type MoneyWorld, moneyWorld, NOW, TODAY } from "./money-world";

let world: MoneyWorld;
let neighbour = "";
beforeAll(async () => {
  world = await moneyWorld();
  ({ employerId: neighbour } = await createEmployer(
    world.owner,
    {
      slug: "grannstad",
      name: "Grannstad",
      scheme: "lom",
      demo: true,
      admin: { givenName: "Bo", familyName: "Al" },
    },
    NOW,
    TODAY,
  ));
  // Over a thousand events, so that the walk turns a page; some with words.
  for (let round = 0; round < 6; round++)
    await write(world.actor, NOW, null, async (w) => {
      for (let nth = 0; nth < 200; nth++)
        w.tell({
          kind: "fund.adjusted",
          subjectId: newId(),
          amount: BigInt(nth),
          day: TODAY,
          detail: "in",
          text: nth % 50 === 0 ? `Skäl ${round}` : undefined,
        });
    });
  await write(jobActor(neighbour), NOW, null, async (w) =>
    w.tell({ kind: "fund.stateMoved", subjectId: newId(), detail: "open" }),
  );
});
afterAll(() => world.close());

const whole = [
  { slug: "grannstad", events: 1, broken: null },
  { slug: "provstad", events: 1_200, broken: null },
];

test("a chain that nobody touched is whole, page after page", async () => {
  expect(await walkEventChains(world.owner)).toEqual(whole);
});

test("twenty transactions at once make one chain", async () => {
  const before =
    (await walkEventChains(world.owner)).find((report) => report.slug === "grannstad")?.events ?? 0;
  await Promise.all(
    Array.from({ length: 20 }, () =>
      write(jobActor(neighbour), NOW, null, async (w) =>
        w.tell({ kind: "fund.stateMoved", subjectId: newId(), detail: "open" }),
      ),
    ),
  );
  expect(await walkEventChains(world.owner)).toEqual([
    { slug: "grannstad", events: before + 20, broken: null },
    whole[1],
  ]);
});

describe("whoever can switch off the triggers is found out", () => {
  const tamper = async (...statements: string[]) => {
    await world.owner.query("ALTER TABLE case_event DISABLE TRIGGER append_only");
    for (const sql of statements)
      await world.owner.query(sql, sql.includes("$1") ? [world.actor.employerId] : []);
    const report = (await walkEventChains(world.owner)).find((it) => it.slug === "provstad");
    return report?.broken ?? null;
  };
  const undo: string[] = [];
  afterEach(async () => {
    for (const sql of undo.splice(0)) await world.owner.query(sql);
    await world.owner.query("ALTER TABLE case_event ENABLE TRIGGER append_only");
    expect((await walkEventChains(world.owner)).find((it) => it.slug === "provstad")).toEqual(whole[1]);
  });

  test("an amount changed afterwards", async () => {
    undo.push("UPDATE case_event SET amount = 7 WHERE seq = 8 AND amount = 8");
    const broken = await tamper("UPDATE case_event SET amount = 8 WHERE employer_id = $1 AND seq = 8");
    expect(broken).toMatchObject({
      seq: 8n,
      why: expect.stringContaining("has been changed"),
      event: expect.stringContaining("fund.adjusted"),
    });
  });

  test("a person, a day or an instant changed afterwards", async () => {
    const { rows } = await world.owner.query(
      "SELECT person_id FROM case_event WHERE employer_id = $1 AND seq = 9",
      [world.actor.employerId],
    );
    undo.push(
      `UPDATE case_event SET person_id = '${rows[0].person_id}', day = '${TODAY}', at = '${NOW.toISOString()}' WHERE seq BETWEEN 9 AND 11 AND employer_id = '${world.actor.employerId}'`,
    );
    expect(
      await tamper("UPDATE case_event SET at = at + interval '1 ms' WHERE employer_id = $1 AND seq = 11"),
    ).toMatchObject({ seq: 11n });
    expect(
      await tamper("UPDATE case_event SET day = day + 1 WHERE employer_id = $1 AND seq = 10"),
    ).toMatchObject({ seq: 10n });
    expect(
      await tamper("UPDATE case_event SET person_id = NULL WHERE employer_id = $1 AND seq = 9"),
    ).toMatchObject({ seq: 9n });
  });

  test("an event taken out, in the middle or at the end", async () => {
    await world.owner.query(
      "CREATE TABLE kept AS SELECT * FROM case_event WHERE employer_id = $1 AND seq IN (500, 1200)",
      [world.actor.employerId],
    );
    undo.push("INSERT INTO case_event SELECT * FROM kept ON CONFLICT DO NOTHING", "DROP TABLE kept");
    expect(await tamper("DELETE FROM case_event WHERE employer_id = $1 AND seq = 1200")).toMatchObject({
      seq: 1199n,
      why: expect.stringContaining("events are missing after"),
    });
    expect(await tamper("DELETE FROM case_event WHERE employer_id = $1 AND seq = 500")).toMatchObject({
      seq: 501n,
      why: expect.stringContaining("event 500 is missing"),
    });
  });

  test("a forged event with its own hash made right: the next one names the old hash", async () => {
    const own = [world.actor.employerId];
    const { rows } = await world.owner.query(
      "SELECT *, day::text AS on_day FROM case_event WHERE employer_id = $1 AND seq = 701",
      own,
    );
    const [event] = rows;
    const forged = eventHash({
      seq: 701n,
      id: event.id,
      kind: event.kind,
      noun: event.noun,
      subjectId: event.subject_id,
      caseId: null,
      personId: event.person_id,
      role: event.role,
      onBehalfOf: null,
      amount: 1n,
      day: event.on_day,
      detail: event.detail,
      textHash: event.text_hash,
      at: event.at,
      prevHash: event.prev_hash,
    });
    undo.push(
      `UPDATE case_event SET amount = ${event.amount}, hash = '${event.hash}' WHERE employer_id = '${own[0]}' AND seq = 701`,
    );
    const broken = await tamper(
      `UPDATE case_event SET amount = 1, hash = '${forged}' WHERE employer_id = $1 AND seq = 701`,
    );
    expect(broken).toMatchObject({ seq: 702n, why: expect.stringContaining("predecessor") });
  });

  test("words changed, or taken away with their row; blanked ones are in order", async () => {
    const { rows } = await world.owner.query(
      "SELECT e.seq, t.* FROM case_event e JOIN event_text t ON t.event_id = e.id WHERE e.employer_id = $1 ORDER BY e.seq LIMIT 3",
      [world.actor.employerId],
    );
    const [changed, gone, blanked] = rows;
    for (const row of [changed, gone, blanked])
      undo.push(
        `INSERT INTO event_text VALUES ('${row.employer_id}', '${row.event_id}', '${row.salt}', '${row.text}') ON CONFLICT (employer_id, event_id) DO UPDATE SET salt = excluded.salt, text = excluded.text`,
      );
    expect(
      await tamper(`UPDATE event_text SET salt = NULL, text = NULL WHERE event_id = '${blanked.event_id}'`),
    ).toBeNull();
    expect(await tamper(`DELETE FROM event_text WHERE event_id = '${gone.event_id}'`)).toMatchObject({
      seq: BigInt(gone.seq),
      why: expect.stringContaining("words are gone"),
    });
    expect(
      await tamper(`UPDATE event_text SET text = 'Annat' WHERE event_id = '${changed.event_id}'`),
    ).toMatchObject({ seq: BigInt(changed.seq), why: expect.stringContaining("words have been changed") });
  });

  test("a head moved back, or forged", async () => {
    const { rows } = await world.owner.query("SELECT hash FROM event_chain WHERE employer_id = $1", [
      world.actor.employerId,
    ]);
    undo.push(
      `UPDATE event_chain SET seq = 1200, hash = '${rows[0].hash}' WHERE employer_id = '${world.actor.employerId}'`,
    );
    expect(await tamper("UPDATE event_chain SET seq = 1199 WHERE employer_id = $1")).toMatchObject({
      seq: 1_200n,
      why: expect.stringContaining("head stands at event 1199"),
    });
    expect(
      await tamper("UPDATE event_chain SET seq = 1200, hash = repeat('c', 64) WHERE employer_id = $1"),
    ).toMatchObject({ why: expect.stringContaining("another hash") });
  });
});

describe("npm run audit:verify", () => {
  const run = async (ownerUrl: string) => {
    const args = ["--conditions=react-server", "--import", "tsx", "src/cli/audit-verify.ts"];
    const how = { env: { ...process.env, DATABASE_OWNER_URL: ownerUrl } };
    return promisify(execFile)(process.execPath, args, how).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (fault: { code: number; stderr: string; stdout: string }) => ({
        code: fault.code,
        said: fault.stdout + fault.stderr,
      }),
    );
  };

  test("says of each employer that its chain is whole, or where it breaks, and ends with 1", {
    timeout: 60_000,
  }, async () => {
    const sound = await run(world.database.ownerUrl);
    expect(sound).toEqual({
      code: 0,
      said: expect.stringContaining("provstad: 1200 events, the chain is whole."),
    });

    await world.owner.query("ALTER TABLE case_event DISABLE TRIGGER append_only");
    await world.owner.query("UPDATE case_event SET detail = 'out' WHERE employer_id = $1 AND seq = 1100", [
      world.actor.employerId,
    ]);
    const broken = await run(world.database.ownerUrl);
    expect(broken.code).toBe(1);
    expect(broken.said).toContain("provstad: BROKEN at event 1100 (fund.adjusted");
    expect(broken.said).toContain("grannstad: 21 events, the chain is whole.");
  });
});
