import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmployer, SlugTaken } from "@/cli/create-employer";
import { walkEventChains } from "@/cli/walk-event-chain";
import type { Actor } from "@/domain/actor";
import { openFund } from "@/features/funds/commands";
import { addPerson } from "@/features/people/commands";
import { getSetup } from "@/features/people/employer-queries";
import { giveMandate, giveRole } from "@/features/people/role-commands";
import { hearUnion, saveUnion } from "@/features/people/union-commands";
import { addUnit } from "@/features/people/unit-commands";
import { administrationWorld, plain } from "./administration-world";
import { NOW, TODAY } from "./money-world";

let world: Awaited<ReturnType<typeof administrationWorld>>["world"];
let admin: Awaited<ReturnType<typeof administrationWorld>>["admin"];
beforeAll(async () => {
  ({ world, admin } = await administrationWorld());
});
afterAll(() => world.close());

describe("a new employer", () => {
  const run = async (...args: string[]) => {
    const node = ["--conditions=react-server", "--import", "tsx", "src/cli/employer-new.ts", ...args];
    const how = { env: { ...process.env, DATABASE_OWNER_URL: world.database.ownerUrl } };
    return promisify(execFile)(process.execPath, node, how).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (fault: { code: number; stderr: string; stdout: string }) => ({
        code: fault.code,
        said: fault.stdout + fault.stderr,
      }),
    );
  };

  test("from the command line, then set up by its administrator until nothing is missing", {
    timeout: 60_000,
  }, async () => {
    const made = await run(
      "--slug",
      "nystad",
      "--name",
      "Nystads kommun",
      "--scheme",
      "tlo",
      "--admin-given",
      "Ida",
      "--admin-family",
      "Ny",
      "--admin-number",
      "1001",
      "--issuer",
      "https://id.example",
      "--subject",
      "ida",
    );
    expect(made).toEqual({ code: 0, said: expect.stringContaining("Nystads kommun (nystad) is there.") });
    const { rows } = await world.owner.query(
      "SELECT e.id, e.demo, p.id AS person, u.id AS unit, i.subject FROM employer e JOIN person p ON p.employer_id = e.id JOIN unit u ON u.employer_id = e.id JOIN identity i ON i.person_id = p.id WHERE e.slug = 'nystad'",
    );
    expect(rows).toMatchObject([{ demo: false, subject: "ida" }]);
    const [{ id, person: personId, unit: top }] = rows;
    const ida: Actor = { ...admin, employerId: id, personId };
    const now = new Date();
    const today = now.toISOString().slice(0, 10);
    const open = async () =>
      (await getSetup(ida, today)).filter((step) => !step.done).map((step) => step.step);
    expect(await open()).toEqual([
      "units",
      "people",
      "managers",
      "coordinator",
      "hr",
      "unions",
      "reps",
      "decider",
      "sender",
      "fund",
    ]);

    const care = await addUnit(
      ida,
      { name: "Vård", kind: "förvaltning", code: "", headcount: null, parentId: top, from: today },
      now,
    );
    const unionId = await saveUnion(ida, { id: null, name: "Förbundet" }, now);
    await hearUnion(ida, { unionId, unitId: care, from: today, until: null }, now);
    const eva = await addPerson(ida, { ...plain, givenName: "Eva", familyName: "Ek", unitId: care }, now);
    for (const role of ["manager", "coordinator", "hr", "unionRep"] as const)
      await giveRole(
        ida,
        {
          personId: eva,
          role,
          unitId: top,
          unionId: role === "unionRep" ? unionId : null,
          from: today,
          until: null,
        },
        now,
      );
    for (const kind of ["decisionMaker", "authorisedSender"] as const)
      await giveMandate(
        ida,
        {
          personId: eva,
          kind,
          paragraph: kind === "decisionMaker" ? "1 §" : "",
          amountLimit: null,
          side: null,
          from: today,
          until: null,
        },
        now,
      );
    expect(await open()).toEqual(["fund"]);
    await openFund(
      { ...ida, personId: eva, role: "coordinator" },
      {
        name: "Ram",
        from: today,
        until: "2099-12-31",
        applicationDay: null,
        reserveDay: null,
        grantDay: null,
        requisitionDay: null,
        amount: 100n,
      },
      now,
    );
    expect(await open()).toEqual([]);
  });

  test("says everything that is wrong with the arguments at once, and makes nothing", {
    timeout: 60_000,
  }, async () => {
    const wrong = await run(
      "--slug",
      "Ny Stad",
      "--scheme",
      "kom",
      "--admin-given",
      "Ida",
      "--issuer",
      "https://id.example",
      "--admin-number",
      "121212-1212",
    );
    expect(wrong.code).toBe(1);
    for (const part of [
      "--slug takes",
      "--name is missing",
      "--scheme is tlo or lom",
      "--admin-family is missing",
      "--issuer and --subject come together",
      "personal identity number",
    ])
      expect(wrong.said).toContain(part);
    expect((await run("--slug", "nystad2", "--nonsense")).said).toContain("nonsense");
    const taken = {
      slug: "nystad",
      name: "X",
      scheme: "tlo" as const,
      demo: false,
      admin: { givenName: "A", familyName: "B" },
    };
    await expect(createEmployer(world.owner, taken, NOW, TODAY)).rejects.toThrow(SlugTaken);
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
