import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseFault, REFUSALS } from "@/server/database-fault";
import { disconnect, read, type Tx, write } from "@/server/db";
import { newId } from "@/server/id";
import { type MoneyWorld, moneyWorld, NOW, part } from "./money-world";

// What the driver and Prisma really throw, not what their pages say.

let world: MoneyWorld;
beforeAll(async () => {
  world = await moneyWorld();
});
afterAll(() => world.close());

const refusal = (key: string) => expect.objectContaining({ reason: expect.objectContaining({ key }) });
const inWrite = (work: (tx: Tx) => Promise<unknown>) =>
  write(world.actor, NOW, null, async ({ tx }) => {
    await work(tx);
  });
const asFault = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was thrown",
    (fault: unknown) => databaseFault(fault),
  );

describe("a constraint that someone can meet becomes the sentence of its rule", () => {
  test("every one that is named exists", async () => {
    const { rows } = await world.owner.query(
      "SELECT conname AS name FROM pg_constraint UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    );
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(Object.keys(REFUSALS)));
  });

  test("unique names and numbers", async () => {
    const { employerId } = world.actor;
    const union = (name: string) => ({ employerId, id: newId(), name });
    await expect(
      inWrite((tx) => tx.union.createMany({ data: [union("Ett"), union("Ett")] })),
    ).rejects.toEqual(refusal("refusals.nameTaken"));

    const someone = {
      employerId,
      unitId: world.unitId,
      givenName: "Bo",
      familyName: "Al",
      employeeNumber: "77",
    };
    await expect(
      inWrite((tx) =>
        tx.person.createMany({
          data: [
            { ...someone, id: newId() },
            { ...someone, id: newId() },
          ],
        }),
      ),
    ).rejects.toEqual(refusal("refusals.employeeNumberTaken"));

    const on = await world.fund();
    const { parts } = await world.aCase(on, 2);
    await expect(
      inWrite((tx) => tx.grantedPart.updateMany({ where: { id: { in: parts } }, data: { number: "26-1" } })),
    ).rejects.toEqual(refusal("refusals.numberTaken"));
    const claim = () => ({
      employerId,
      id: newId(),
      partId: parts[0] ?? "",
      status: "draft" as const,
      statusSince: NOW,
      amount: 1n,
    });
    await expect(inWrite((tx) => tx.requisition.createMany({ data: [claim(), claim()] }))).rejects.toEqual(
      refusal("refusals.claimedTwice"),
    );
  });

  test("what is no rule of ours stays a fault", async () => {
    const on = await world.fund();
    const { caseId } = await world.aCase(on);
    const fault = await world
      .book([{ movement: "commit", amount: 1n, ...part(on, caseId, newId()) }])
      .catch((it: unknown) => it);
    expect(fault).not.toEqual(expect.objectContaining({ reason: expect.anything() }));
    expect(databaseFault(fault)).toBeNull();
    expect(databaseFault(new Error("something else"))).toBeNull();
    expect(databaseFault(undefined)).toBeNull();
  });
});

describe("a deadlock", () => {
  test("is tried once more, and both come through", async () => {
    const [a, b] = [await world.fund(), await world.fund()];
    let attempts = 0;
    let arrived = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const lockBoth = (first: string, second: string) =>
      inWrite(async (tx) => {
        attempts += 1;
        await tx.fund.updateMany({ where: { id: first }, data: { name: "Ram" } });
        arrived += 1;
        if (arrived === 2) meet();
        await met;
        await tx.fund.updateMany({ where: { id: second }, data: { name: "Ram" } });
      });
    await Promise.all([lockBoth(a.fundId, b.fundId), lockBoth(b.fundId, a.fundId)]);
    expect(attempts).toBe(3);
  });

  test("in raw SQL is one too", () => {
    const thrown = {
      code: "P2010",
      meta: { driverAdapterError: { cause: { originalCode: "40P01", kind: "TransactionWriteConflict" } } },
    };
    expect(databaseFault(thrown)).toEqual({ kind: "retry" });
  });
});

describe("a database that is away", () => {
  test("when it goes during the work, and before the commit", async () => {
    const vanish = async (tx: Tx) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await world.owner.query("SELECT pg_terminate_backend($1)", [own?.pid]);
      // The server says good-bye before the connection is gone.
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    expect(await asFault(inWrite(vanish))).toEqual({ kind: "away" });
    expect(
      await asFault(
        inWrite(async (tx) => {
          await vanish(tx);
          await tx.fund.findMany({ select: { id: true } });
        }),
      ),
    ).toEqual({ kind: "away" });
  });

  test("and is used again by itself when it is back", async () => {
    await world.owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await read(world.actor, (tx) => tx.unit.count())).toBeGreaterThan(0);
  });

  test.each([
    ["nobody listens", /127\.0\.0\.1:\d+/, "127.0.0.1:1"],
    ["the host is unknown", /127\.0\.0\.1/, "nowhere.invalid"],
  ])("when %s", async (_, where, wrong) => {
    const right = process.env.DATABASE_URL ?? "";
    await disconnect();
    process.env.DATABASE_URL = right.replace(where, wrong);
    try {
      expect(await asFault(read(world.actor, (tx) => tx.unit.count()))).toEqual({ kind: "away" });
    } finally {
      await disconnect();
      process.env.DATABASE_URL = right;
    }
  });

  test("when the server starts or stops, or has no room", () => {
    for (const code of ["57P01", "57P02", "57P03", "53300"])
      expect(databaseFault({ code })).toEqual({ kind: "away" });
    expect(databaseFault(new Error("timeout exceeded when trying to connect"))).toEqual({ kind: "away" });
  });
});
