import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, jobActor } from "@/domain/actor";
import { addDays, type Day } from "@/domain/day";
import { handleAlarm, proveLedger, raiseAlarms } from "@/features/alarms/commands";
import { getJobs } from "@/features/alarms/job-queries";
import { getAlarms } from "@/features/alarms/queries";
import { getTasks } from "@/features/tasks/queries";
import { disconnect } from "@/server/db";
import { runDay } from "@/server/jobs";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import { refusal } from "./after-decision";
import { approvedCase, grantedCase } from "./approved-case";
import { DIFFERENCES, POT_KEY } from "./money-world";

let db: FreshDatabase;
let owner: pg.Client;
let all: World;
let city: House;

beforeEach(async () => {
  db = await freshDatabase();
  all = await world(db);
  ({ city } = all);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  return async () => {
    await disconnect();
    await owner.end();
    await db.drop();
  };
});

const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await owner.query<Row>(sql, values)).rows;
const alter = (sql: string, ...values: unknown[]) => owner.query(sql, values);

/** The alarms of a house as words; of a proof only what was compared and by how much. */
const alarms = async (house: House) =>
  (
    await rows<{ it: string }>(
      `SELECT kind || ' ' || CASE kind WHEN 'proof' THEN split_part(key, ' ', 1) || ' ' || amount ELSE key END
         || CASE WHEN handled_at IS NOT NULL THEN ' handled' ELSE '' END || CASE WHEN ended_at IS NOT NULL THEN ' ended' ELSE '' END AS it
       FROM alarm WHERE employer_id = $1 ORDER BY 1`,
      [house.employerId],
    )
  ).map(({ it }) => it);
const raise = (house: House, day: Day) => raiseAlarms(jobActor(house.employerId), day, noon(day));
const prove = (house: House, day: Day) => proveLedger(jobActor(house.employerId), day, noon(day));
const open = async (actor: Actor) => (await getAlarms(actor, { show: "open", after: null })).rows;

describe("the alarms of a day", () => {
  test("tell of a fund's near days with what is at stake, once however often it is asked", async () => {
    await approvedCase(city, { amount: kr(800_000) });
    await grantedCase(city, { amount: kr(1_000_000) });
    for (const day of [TODAY, TODAY, addDays(TODAY, 1)]) await raise(city, day);
    expect(await alarms(city)).toEqual(["applicationDay 2026-12-15 30", "reserveDay 2026-12-31 90"]);
    // What is granted is secured; what is only reserved is not.
    const [row] = await rows<{ amount: string }>("SELECT amount FROM alarm WHERE kind = 'reserveDay'");
    expect(BigInt(row?.amount ?? 0)).toBe(kr(8_800_000));
    await Promise.all(Array.from({ length: 4 }, () => raise(city, "2026-12-20")));
    expect(await alarms(city)).toEqual([
      "applicationDay 2026-12-15 30 ended",
      "reserveDay 2026-12-31 14",
      "reserveDay 2026-12-31 90 ended",
    ]);
    expect(await alarms(all.region)).toEqual([]);
  });

  test("tell of what was granted and stands still, and end when it moves on", async () => {
    const it = await grantedCase(city, {
      ownerId: null,
      period: { from: "2027-02-01", until: "2027-05-31" },
    });
    await raise(city, "2027-02-20");
    expect(await alarms(city)).toEqual([`noOwner ${TODAY}`, "notStarted 2027-02-01"]);
    await alter(
      "UPDATE initiative SET owner_id = $1 WHERE id = $2",
      city.people.northManager.personId,
      it.initiativeId,
    );
    await raise(city, "2027-02-21");
    expect(await alarms(city)).toEqual([`noOwner ${TODAY} ended`, "notStarted 2027-02-01"]);
    await alter("UPDATE initiative SET owner_id = NULL, status = 'underWay' WHERE id = $1", it.initiativeId);
    await raise(city, "2027-02-22");
    expect(await alarms(city)).toEqual([`noOwner ${TODAY}`, "notStarted 2027-02-01 ended"]);
  });

  test("tell of a claim that waits, an agreement to review and a case whose version has ended", async () => {
    const it = await grantedCase(city, { period: { from: "2027-02-01", until: "2027-05-31" } });
    await alter(
      `INSERT INTO requisition (employer_id, id, part_id, status, status_since, amount, sent_on) VALUES ($1, gen_random_uuid(), $2, 'sent', '2027-01-01', 700, '2027-01-01')`,
      city.employerId,
      it.partIds[0],
    );
    await alter("UPDATE initiative SET status = 'completed' WHERE id = $1", it.initiativeId);
    const old = await approvedCase(city);
    await alter("UPDATE pre_registration SET version = 'komKr2021' WHERE id = $1", old.caseId);
    await alter("UPDATE local_agreement SET valid_until = '2027-05-31'");
    await raise(city, "2027-03-03");
    expect(await alarms(city)).toEqual(["claimWaits 2027-01-01", "versionEnded 2022-09-30"]);
    expect(await open(city.people.coordinator)).toMatchObject([
      {
        kind: "versionEnded",
        about: { name: expect.stringContaining("T-"), href: `/pre-registrations/${old.caseId}` },
      },
      { kind: "claimWaits", amount: 700n, about: { name: "Vård och omsorg 1 och 2" } },
    ]);
    await raise(all.agency, "2027-03-03");
    expect(await alarms(all.agency)).toEqual(["agreementReview 2027-05-31"]);
    expect((await open(all.agency.people.admin)).map(({ kind }) => kind)).toEqual(["agreementReview"]);
    expect(await open(all.agency.people.hr)).toEqual([]);
  });

  test("tell how many yearly provisions lie unused under LOM", async () => {
    const { agency } = all;
    await raise(agency, TODAY);
    expect(await alarms(agency)).toEqual([]);
    // Three years' worth, of which one was set aside this year.
    const older = await rows<{ id: string }>(
      `WITH f AS (INSERT INTO fund (employer_id, id, name, version, state, period_from, period_until, reverts) VALUES ($1, gen_random_uuid(), 'LOM 2025', 'lom', 'open', '2025-01-01', '2025-12-31', false) RETURNING id)
       INSERT INTO pot (employer_id, fund_id, id) SELECT $1, id, gen_random_uuid() FROM f RETURNING id, fund_id`,
      [agency.employerId],
    );
    await alter(
      `INSERT INTO ledger_entry (employer_id, id, movement, amount, day, at, from_account, to_account, to_fund_id, to_pot_id)
       SELECT $1, gen_random_uuid(), 'provide', $3, '2025-01-01', now(), 'outside', 'available', fund_id, id FROM pot WHERE id = $2`,
      agency.employerId,
      older[0]?.id,
      String(kr(19_600_000)),
    );
    await raise(agency, TODAY);
    expect(await alarms(agency)).toEqual(["oldBalance 3"]);
  });
});

describe("the nightly proof", () => {
  let caseId: string;
  beforeEach(async () => {
    ({ caseId } = await approvedCase(city, { amount: kr(100) }));
    await grantedCase(city, { amount: kr(200) });
    await prove(city, TODAY);
    expect(await alarms(city)).toEqual([]);
    expect(await rows(DIFFERENCES)).toEqual([]);
  });
  const where = () => [city.fund.potId, POT_KEY];

  test.each([
    [
      "a balance",
      `UPDATE fund_balance SET available = available + 7 WHERE pot_id = $1 AND key = $2`,
      ["proof balance 7"],
    ],
    [
      "a pot's total and its balance",
      `UPDATE fund_balance SET reserved = reserved - 9 WHERE pot_id = $1 AND key = $2`,
      ["proof balance 9", "proof potTotal 9"],
    ],
    ["a row of balances", `DELETE FROM fund_balance WHERE pot_id = $1 AND key = $2`, undefined],
  ] as const)(
    "%s that is not the sum of the book is an alarm, and nothing is repaired",
    async (_, sql, told) => {
      await alter(sql, ...where());
      const wrong = await rows("SELECT * FROM fund_balance ORDER BY pot_id, key");
      expect((await rows(DIFFERENCES)).length).toBe(1);
      for (const day of [addDays(TODAY, 1), addDays(TODAY, 2)]) {
        await prove(city, day);
        if (told) expect(await alarms(city)).toEqual(told);
        else expect(await alarms(city)).toHaveLength(2);
      }
      expect(await rows("SELECT * FROM fund_balance ORDER BY pot_id, key")).toEqual(wrong);
    },
  );

  test("a day's sum that is not its entries is an alarm that ends when it is mended, and comes back when it does", async () => {
    const change = (by: number) =>
      alter(
        "UPDATE ledger_day SET reserved = reserved + $2 WHERE pot_id = $1 AND movement = 'reserve'",
        city.fund.potId,
        by,
      );
    await change(5);
    await prove(city, "2026-11-24");
    const [first] = await open(city.people.hr);
    expect(first).toMatchObject({
      kind: "proof",
      amount: 5n,
      about: { name: "Medel 2024–2026", place: { proof: "day", unit: null, of: TODAY } },
    });
    await handleAlarm(city.people.hr, { id: first?.id ?? "" }, noon());
    await prove(city, "2026-11-25");
    expect(await alarms(city)).toEqual(["proof day 5 handled"]);
    await change(-5);
    await prove(city, "2026-11-26");
    expect(await alarms(city)).toEqual(["proof day 5 handled ended"]);
    await change(5);
    await prove(city, "2026-11-27");
    expect(await alarms(city)).toEqual(["proof day 5"]);
  });

  test("money that is reserved for a case that is over, or left on a part that is settled, is an alarm", async () => {
    await alter("UPDATE pre_registration SET status = 'withdrawn' WHERE id = $1", caseId);
    await alter("UPDATE granted_part SET settled_at = now()");
    await prove(city, "2026-11-24");
    expect(await alarms(city)).toEqual([`proof case ${kr(100)}`, `proof part ${kr(200)}`]);
    expect((await open(city.people.admin)).map(({ about }) => about.place?.of).sort()).toEqual([
      expect.stringMatching(/^N-/),
      expect.stringMatching(/^T-/),
    ]);
  });

  test("sees no neighbour's difference, and a day that has passed is not proven", async () => {
    await alter("UPDATE fund_balance SET available = available + 7 WHERE pot_id = $1", all.region.fund.potId);
    await prove(city, "2026-11-24");
    await proveLedger(jobActor(all.region.employerId), "2026-11-24", noon("2026-11-25"));
    expect([...(await alarms(city)), ...(await alarms(all.region))]).toEqual([]);
    await prove(all.region, "2026-11-25");
    expect(await alarms(all.region)).toEqual(["proof balance 7"]);
  });

  describe("of the chain of events", () => {
    const proven = async () =>
      Number((await rows<{ seq: string }>("SELECT seq FROM chain_proof"))[0]?.seq ?? 0);
    const forge = async (seq: number) => {
      await alter("ALTER TABLE case_event DISABLE TRIGGER append_only");
      await alter(
        "UPDATE case_event SET amount = coalesce(amount, 0) + 1 WHERE employer_id = $1 AND seq = $2",
        city.employerId,
        seq,
      );
    };

    test("goes on from where it came, and tells where it is broken", async () => {
      const before = await proven();
      expect(before).toBeGreaterThan(0);
      await grantedCase(city, { amount: kr(1) });
      await forge(before + 1);
      for (const day of ["2026-11-24", "2026-11-25"]) await prove(city, day);
      expect(await alarms(city)).toEqual([`chain ${before + 1}`]);
      expect(await proven()).toBe(before);
      expect((await open(city.people.admin)).map(({ kind }) => kind)).toEqual(["chain"]);
      expect(await open(city.people.hr)).toEqual([]);
    });

    test("is made from the beginning on the first of a month, and sees a proven link that was replaced at once", async () => {
      await forge(1);
      await prove(city, "2026-11-30");
      expect(await alarms(city)).toEqual([]);
      await prove(city, "2026-12-01");
      expect(await alarms(city)).toEqual(["chain 1"]);
      const last = await proven();
      await alter(
        "UPDATE case_event SET hash = repeat('a', 64) WHERE employer_id = $1 AND seq = $2",
        city.employerId,
        last,
      );
      await prove(city, "2026-12-02");
      expect(await alarms(city)).toEqual(["chain 1 ended", `chain ${last}`]);
    });
  });
});

describe("handling an alarm", () => {
  beforeEach(async () => {
    await grantedCase(city, { ownerId: null });
    await raise(city, "2026-12-20");
  });
  const idOf = async (kind: string) =>
    (await rows<{ id: string }>("SELECT id FROM alarm WHERE kind = $1", [kind]))[0]?.id ?? "";
  const handle = async (actor: Actor, kind: string) =>
    handleAlarm(actor, { id: await idOf(kind) }, noon("2026-12-20"));

  test("takes it off the list with who did it, once, and it is not raised again while it holds", async () => {
    await handle(city.people.coordinator, "noOwner");
    expect((await open(city.people.coordinator)).map(({ kind }) => kind)).toEqual(["reserveDay"]);
    await raise(city, "2026-12-21");
    const { rows: past } = await getAlarms(city.people.coordinator, { show: "past", after: null });
    expect(past).toMatchObject([
      { kind: "noOwner", handled: { by: "Cilla Fors", on: "2026-12-20" }, endedOn: null },
    ]);
    await expect(handle(city.people.coordinator, "noOwner")).rejects.toEqual(refusal("refusals.movedOn"));
  });

  test("is for those who see it: by role, by unit and by employer", async () => {
    const { employee, hr, admin, careCoordinator, coordinator } = city.people;
    await expect(handle(employee, "reserveDay")).rejects.toEqual(refusal("refusals.noRight"));
    await expect(handle(hr, "noOwner")).rejects.toEqual(refusal("refusals.notFound"));
    await expect(handle(admin, "reserveDay")).rejects.toEqual(refusal("refusals.notFound"));
    await expect(handle(all.region.people.coordinator, "reserveDay")).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    const ofSchool = acting(coordinator, { units: [city.units.school] });
    await expect(handle(ofSchool, "noOwner")).rejects.toEqual(refusal("refusals.notFound"));
    expect((await open(ofSchool)).map(({ kind }) => kind)).toEqual(["reserveDay"]);
    expect((await open(careCoordinator)).map(({ kind }) => kind)).toEqual(["noOwner", "reserveDay"]);
    await handle(careCoordinator, "noOwner");
  });

  test("is one task for each role, by the nearest day ahead", async () => {
    const taskOf = async (actor: Actor) => {
      const held = {
        assignmentId: "00000000-0000-4000-8000-000000000000",
        role: actor.role,
        unitId: city.units.top,
        unitName: "top enhet",
        unionId: null,
        everywhere: true,
        onBehalfOf: null,
        chosen: true,
      };
      const { tasks } = await getTasks(
        { actor, roles: [held as never], employer: { scheme: "tlo" } },
        "2026-12-20",
      );
      return tasks.find(({ kind }) => kind === "handleAlarms");
    };
    expect(await taskOf(city.people.coordinator)).toMatchObject({
      count: 2,
      due: "2026-12-31",
      href: "/alarms",
    });
    expect(await taskOf(city.people.hr)).toMatchObject({ count: 1 });
    expect(await taskOf(city.people.admin)).toBeUndefined();
    await handle(city.people.hr, "reserveDay");
    expect(await taskOf(city.people.hr)).toBeUndefined();
  });

  test("pages through a long list without losing or doubling any", async () => {
    await alter(
      `INSERT INTO alarm (employer_id, id, kind, subject_id, key, day, raised_at)
       SELECT $1, gen_random_uuid(), 'claimWaits', gen_random_uuid(), n::text, '2026-12-01', '2026-12-01'::timestamptz + (n / 3) * interval '1 minute' FROM generate_series(1, 120) n`,
      city.employerId,
    );
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof getAlarms>> = await getAlarms(city.people.hr, {
        show: "open",
        after,
      });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
      pages += 1;
    } while (after);
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(121);
    expect(seen).toHaveLength(121);
  });
});

test("the administrator's page tells of the last run and of what failed", async () => {
  const { employerId, people } = city;
  const day = (of: Day, task: "tidyUp" | "moveFunds", work = async () => {}) =>
    runDay(employerId, task, of, () => noon(of), work).catch(() => undefined);
  await day("2026-11-21", "moveFunds");
  await day(TODAY, "tidyUp");
  await day("2026-11-22", "moveFunds", () => Promise.reject(new Error("out of luck")));
  const { tasks, failures } = await getJobs(people.admin, TODAY);
  expect(tasks.map(({ task, lastDay, behind }) => [task, lastDay, behind])).toEqual([
    ["moveFunds", "2026-11-21", 1],
    ["raiseAlarms", null, null],
    ["proveLedger", null, null],
    ["tidyUp", TODAY, 0],
  ]);
  expect(failures).toMatchObject([
    {
      task: "moveFunds",
      day: "2026-11-22",
      attempts: 1,
      error: expect.stringContaining("Error: out of luck"),
    },
  ]);
  expect((await getJobs(all.region.people.admin, TODAY)).failures).toEqual([]);
  await expect(getJobs(people.hr, TODAY)).rejects.toEqual(refusal("refusals.noSight"));
});
