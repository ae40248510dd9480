import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { LOM_RATES } from "@/domain/provision";
import { ChangedMeanwhile, type Refusal } from "@/domain/reason";
import { addPot, openFund, provide, transfer } from "@/features/funds/commands";
import { distributeByHand, distributeFund } from "@/features/funds/distribute-commands";
import { getDistribution, revisionOf, type Sharing, shareOut } from "@/features/funds/distribute-queries";
import { reverseEntry, rollOver } from "@/features/funds/move-commands";
import { saveRates } from "@/features/funds/provision-commands";
import { getProvisions, previewProvision } from "@/features/funds/provision-queries";
import { getFund } from "@/features/funds/queries";
import { getRates } from "@/features/funds/rate-queries";
import { changeUnit } from "@/features/people/unit-commands";
import { disconnect } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, kr, noon, TODAY, type World, world } from "../people";
import { refused } from "../refused";
import { DIFFERENCES } from "./money-world";

let db: FreshDatabase;
let owner: pg.Client;
let w: World;
beforeAll(async () => {
  db = await freshDatabase();
  w = await world(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.drop();
});

const noDays = { applicationDay: null, reserveDay: null, grantDay: null, requisitionDay: null };
const year = (of: number) => ({ name: `LOM ${of}`, from: `${of}-01-01`, until: `${of}-12-31`, ...noDays });
const centralOf = async (actor: Actor, fundId: string, today = TODAY) => {
  const { pots } = await getFund(actor, fundId, today);
  return pots.find((pot) => pot.unitId === null)?.id ?? "";
};
const booked = async () =>
  (await owner.query("SELECT count(*)::int AS n FROM ledger_entry")).rows[0].n as number;
const differences = async () => (await owner.query(DIFFERENCES)).rows;

describe("an LOM fund over the change of rate", () => {
  const payroll = kr(412_000_000) + 37n;

  test("0.3 % for 2023 and 0.2 % for 2024, what lay there before, and what is left goes on, to the öre", async () => {
    const { hr } = w.agency.people;
    const old = await openFund(
      hr,
      { ...year(2023), kind: "payrollRate", payroll, reference: "Lönesumma 2022" },
      noon("2023-01-10"),
    );
    // 412 000 000,37 kr × 0,3 % = 1 236 000,00111 kr, to the öre.
    expect((await getFund(hr, old, "2023-01-11")).totals.available).toBe(1_236_000_00n);
    const oldPot = await centralOf(hr, old);
    await provide(
      hr,
      { fundId: old, potId: oldPot, kind: "openingBalance", amount: kr(4_120_000) + 1n },
      noon("2023-01-11"),
    );
    const next = await openFund(hr, { ...year(2024), kind: "payrollRate", payroll }, noon("2024-01-09"));
    expect((await getFund(hr, next, "2024-01-10")).totals.available).toBe(824_000_00n);
    await rollOver(hr, { fundId: old, toFundId: next }, noon("2024-01-10"));

    expect((await getFund(hr, old, TODAY)).totals).toMatchObject({
      provided: 5_356_000_01n,
      frame: 0n,
      available: 0n,
    });
    expect((await getFund(hr, next, TODAY)).totals).toMatchObject({
      provided: 824_000_00n,
      frame: 6_180_000_01n,
      available: 6_180_000_01n,
    });
    expect(await getProvisions(hr, old)).toMatchObject([
      { kind: "openingBalance", amount: 4_120_000_01n, ppm: null, payroll: null, day: "2023-01-11" },
      { kind: "payrollRate", amount: 1_236_000_00n, ppm: 3_000, payroll },
    ]);
    expect(await getProvisions(hr, next)).toMatchObject([
      { kind: "payrollRate", amount: 824_000_00n, ppm: 2_000 },
    ]);
    expect(await differences()).toEqual([]);
  });

  test("half an öre goes up, and the rate of a chosen day holds", async () => {
    const { hr } = w.agency.people;
    const both = await openFund(
      hr,
      { name: "LOM 2023–2024", from: "2023-01-01", until: "2024-12-31", ...noDays, amount: null },
      noon("2023-01-10"),
    );
    const potId = await centralOf(hr, both);
    // 250 öre × 0,2 % = half an öre.
    await provide(hr, { fundId: both, potId, kind: "payrollRate", payroll: 250n, day: "2024-01-01" }, noon());
    await provide(hr, { fundId: both, potId, kind: "payrollRate", payroll: 1_000n }, noon());
    expect((await getProvisions(hr, both)).map(({ amount, ppm }) => [amount, ppm])).toEqual([
      [3n, 3_000],
      [1n, 2_000],
    ]);
    const before = await booked();
    const attempt = (day: string) =>
      refused(provide(hr, { fundId: both, potId, kind: "payrollRate", payroll: 1_000n, day }, noon()));
    expect(await attempt("2022-12-31")).toBe("money.provision.dayOutside");
    expect(await attempt("2025-01-01")).toBe("money.provision.dayOutside");
    expect(await booked()).toBe(before);
  });

  test("an opening balance comes once, also when two come at once; reversed it may come again", async () => {
    const { hr } = w.office.people;
    const { fundId, potId } = w.office.fund;
    const open = () => provide(hr, { fundId, potId, kind: "openingBalance", amount: 5n }, noon());
    const both = await Promise.all([refused(open()), refused(open())]);
    expect(both.sort()).toEqual(["money.provision.openedBefore", "not refused"]);
    expect(await refused(previewProvision(hr, fundId, { kind: "openingBalance", amount: 5n }, TODAY))).toBe(
      "money.provision.openedBefore",
    );
    const { rows } = await owner.query(
      "SELECT entry_id FROM provision WHERE kind = 'openingBalance' AND fund_id = $1",
      [fundId],
    );
    await reverseEntry(hr, { fundId, entryId: rows[0].entry_id, reason: "Fel år" }, noon());
    await open();
    expect(await getProvisions(hr, fundId)).toMatchObject([{ isReversed: false }, { isReversed: true }]);
  });
});

describe("a part of the national sum", () => {
  const share = {
    payroll: kr(412_000_000),
    nationalSum: kr(250_000_000),
    nationalPayroll: kr(60_000_000_000),
  };

  test("is reckoned here, shown before it is booked, and told how", async () => {
    const { hr } = w.city.people;
    const { fundId, potId } = w.city.fund;
    const before = (await getFund(hr, fundId, TODAY)).totals.available;
    const preview = await previewProvision(hr, fundId, { kind: "nationalShare", ...share }, TODAY);
    expect(preview).toEqual({ kind: "nationalShare", amount: 1_716_666_66n, ppm: null, ...share });
    expect((await getFund(hr, fundId, TODAY)).totals.available).toBe(before);
    await provide(hr, { fundId, potId, kind: "nationalShare", ...share, reference: "Besked" }, noon());
    expect((await getFund(hr, fundId, TODAY)).totals.available).toBe(before + 1_716_666_66n);
    expect(await getProvisions(hr, fundId)).toMatchObject([
      { kind: "nationalShare", amount: 1_716_666_66n, ...share },
    ]);
    expect(await differences()).toEqual([]);
  });

  test("what cannot be is refused with its sentence, and nothing is booked", async () => {
    const { hr } = w.city.people;
    const at = w.city.fund;
    const before = await booked();
    const attempt = (basis: Parameters<typeof provide>[1]) => refused(provide(hr, basis, noon()));
    expect(
      await attempt({ ...at, kind: "nationalShare", ...share, payroll: share.nationalPayroll + 1n }),
    ).toBe("money.provision.aboveNational");
    expect(await attempt({ ...at, kind: "nationalShare", ...share, nationalPayroll: 0n })).toBe(
      "money.provision.noNationalPayroll",
    );
    expect(await attempt({ ...at, kind: "payrollRate", payroll: kr(1_000) })).toBe(
      "money.provision.wrongScheme",
    );
    const agency = w.agency.people.hr;
    expect(
      await refused(provide(agency, { ...w.agency.fund, kind: "nationalShare", ...share }, noon())),
    ).toBe("money.provision.wrongScheme");
    expect(
      await refused(openFund(hr, { ...year(2026), kind: "openingBalance", amount: 1n, name: "Fel" }, noon())),
    ).toBe("money.provision.wrongScheme");
    expect(await booked()).toBe(before);
    expect((await owner.query("SELECT 1 FROM fund WHERE name = 'Fel'")).rows).toEqual([]);
  });

  test("only who provides may, and nobody with a neighbour's fund", async () => {
    const basis = { kind: "nationalShare" as const, ...share };
    const { manager, rep, coordinator } = w.city.people;
    expect(await refused(provide(manager, { ...w.city.fund, ...basis }, noon()))).toBe("refusals.noRight");
    expect(await refused(provide(rep, { ...w.city.fund, ...basis }, noon()))).toBe("refusals.noRight");
    expect(await refused(provide(coordinator, { ...w.region.fund, ...basis }, noon()))).toBe(
      "refusals.notFound",
    );
    expect(await refused(getProvisions(coordinator, w.region.fund.fundId))).toBe("refusals.notFound");
  });
});

describe("the table of rates", () => {
  const rate = (from: string, until: string | null, ppm: number) => ({ from, until, ppm });

  test("until there is one of its own, that of the agreement holds", async () => {
    expect(await getRates(w.agency.people.hr)).toMatchObject({ rates: LOM_RATES, isOwn: false });
  });

  test("with a gap, an overlap or no share it is refused by its line, and nothing is changed", async () => {
    const { hr } = w.agency.people;
    await saveRates(
      hr,
      { rates: [rate("2015-01-01", "2023-12-31", 3_000), rate("2024-01-01", null, 1_500)] },
      noon(),
    );
    const before = await getRates(hr);
    const events = async () =>
      (await owner.query("SELECT count(*)::int AS n FROM case_event WHERE kind = 'provisionRate.saved'"))
        .rows[0].n;
    const told = await events();
    for (const [rates, key, field] of [
      [[rate("2015-01-01", "2023-12-31", 1), rate("2024-01-02", null, 2)], "gap", "rates.1.from"],
      [[rate("2015-01-01", "2024-01-01", 1), rate("2024-01-01", null, 2)], "overlap", "rates.1.from"],
      [[rate("2015-01-01", "2014-01-01", 1)], "endBeforeStart", "rates.0.until"],
      [[rate("2015-01-01", null, 1_000_001)], "notAShare", "rates.0.share"],
      [[], "noRates", undefined],
    ] as const) {
      const fault = await saveRates(hr, { rates, base: before.base }, noon()).catch(
        (it: Refusal) => it.reason,
      );
      expect(fault).toMatchObject({ key: `money.provision.${key}`, ...(field ? { field } : {}) });
    }
    expect(await getRates(hr)).toEqual(before);
    expect(await events()).toBe(told);
  });

  test("a new table changes what comes and nothing that was provided; two at once, and one is told", async () => {
    const { hr, admin } = w.agency.people;
    const { fundId, potId } = w.agency.fund;
    await provide(hr, { fundId, potId, kind: "payrollRate", payroll: kr(1_000_000) }, noon());
    const { base } = await getRates(hr);
    const table = (ppm: number) => ({ rates: [rate("2015-01-01", null, ppm)], base });
    const both = await Promise.all([
      refused(saveRates(hr, table(2_500), noon())),
      refused(saveRates(admin, table(2_500), noon())),
    ]);
    expect(both.sort()).toEqual(["not refused", "refusals.movedOn"]);
    expect((await getRates(hr)).rates).toEqual([rate("2015-01-01", null, 2_500)]);
    await provide(hr, { fundId, potId, kind: "payrollRate", payroll: kr(1_000_000) }, noon());
    expect((await getProvisions(hr, fundId)).map(({ ppm, amount }) => [ppm, amount])).toEqual([
      [2_500, kr(2_500)],
      [1_500, kr(1_500)],
    ]);
  });

  test("a day that the table does not cover has no provision", async () => {
    const { hr } = w.agency.people;
    await saveRates(hr, { rates: [rate("2027-01-01", null, 2_000)] }, noon());
    expect(
      await refused(provide(hr, { ...w.agency.fund, kind: "payrollRate", payroll: kr(1_000_000) }, noon())),
    ).toBe("money.provision.noRateOn");
  });

  test("is saved by HR and administrators, for their own employer", async () => {
    const { coordinator, manager, admin } = w.office.people;
    const table = { rates: [rate("2015-01-01", null, 1_000)] };
    expect(await refused(saveRates(coordinator, table, noon()))).toBe("refusals.noRight");
    expect(await refused(saveRates(manager, table, noon()))).toBe("refusals.noRight");
    await saveRates(admin, table, noon());
    expect((await getRates(w.office.people.hr)).rates).toEqual(table.rates);
    expect((await getRates(w.agency.people.hr)).rates).not.toEqual(table.rates);
    expect(await refused(getRates(manager))).toBe("refusals.notFound");
  });
});

describe("sharing a fund between units", () => {
  const heads = async (
    house: World[keyof World],
    figures: Record<string, [number | null, bigint | null]>,
  ) => {
    for (const [name, [headcount, payroll]] of Object.entries(figures))
      await owner.query("UPDATE unit SET headcount = $3, payroll = $4 WHERE employer_id = $1 AND id = $2", [
        house.employerId,
        house.units[name as keyof typeof house.units],
        headcount,
        payroll,
      ]);
  };
  const shown = async (actor: Actor, fundId: string, sharing: Sharing) => {
    const shared = shareOut((await getDistribution(actor, fundId, TODAY)).units, sharing);
    if ("reason" in shared) throw new Error(shared.reason.key);
    return { ...sharing, fundId, revision: revisionOf(shared.parts) };
  };
  const potsOf = async (actor: Actor, fundId: string) =>
    Object.fromEntries(
      (await getFund(actor, fundId, TODAY)).pots.map((pot) => [pot.unitName ?? "central", pot.available]),
    );

  test("by headcount with a floor: the parts add up, the pots are made, and it is one booking", async () => {
    const { coordinator } = w.region.people;
    const { fundId } = w.region.fund;
    const { units } = w.region;
    // Care has no number of its own: it weighs what its units do.
    await heads(w.region, { care: [null, null], north: [700, null], south: [201, null], school: [3, null] });
    const before = await booked();
    const asked = {
      unitIds: [units.care, units.school],
      basis: "headcount" as const,
      floor: kr(200_000),
      amount: kr(3_000_000) + 1n,
    };
    await distributeFund(coordinator, await shown(coordinator, fundId, asked), noon());
    expect(await booked()).toBe(before + 2);
    expect(await potsOf(coordinator, fundId)).toEqual({
      central: kr(6_800_000) - 1n,
      "care enhet": kr(2_800_000) + 1n,
      "school enhet": kr(200_000),
    });
    // Once more, into the pots that are there; without a floor the last öre goes by largest remainder.
    await distributeFund(
      coordinator,
      await shown(coordinator, fundId, {
        ...asked,
        unitIds: [units.north, units.south, units.school],
        floor: 0n,
        amount: 100n,
      }),
      noon(),
    );
    expect(await potsOf(coordinator, fundId)).toEqual({
      central: kr(6_800_000) - 101n,
      "care enhet": kr(2_800_000) + 1n,
      "school enhet": kr(200_000),
      "north enhet": 78n,
      "south enhet": 22n,
    });
    expect(await differences()).toEqual([]);
    const { rows } = await owner.query(
      "SELECT kind, amount FROM case_event WHERE subject_id = $1 AND kind LIKE 'fund.%' ORDER BY seq",
      [fundId],
    );
    expect(rows.map((row) => row.kind)).toEqual([
      "fund.potAdded",
      "fund.potAdded",
      "fund.distributed",
      "fund.potAdded",
      "fund.potAdded",
      "fund.distributed",
    ]);
  });

  test("by payroll, as the administrator entered it", async () => {
    const { coordinator, admin } = w.office.people;
    const { units, fund } = w.office;
    for (const [name, payroll] of [
      ["care", kr(30_000_000)],
      ["school", kr(10_000_000)],
    ] as const)
      await changeUnit(
        admin,
        { id: units[name], name: `${name} enhet`, kind: "enhet", code: "", headcount: null, payroll },
        noon(),
      );
    const asked = {
      unitIds: [units.care, units.school],
      basis: "payroll" as const,
      floor: 0n,
      amount: kr(40_000),
    };
    await distributeFund(coordinator, await shown(coordinator, fund.fundId, asked), noon());
    expect(await potsOf(coordinator, fund.fundId)).toMatchObject({
      "care enhet": kr(30_000),
      "school enhet": kr(10_000),
    });
  });

  test("what was reckoned from other figures is refused with both texts; sent again knowingly it is booked", async () => {
    const { coordinator } = w.city.people;
    const { units, fund } = w.city;
    await heads(w.city, { care: [50, null], school: [50, null] });
    const asked = await shown(coordinator, fund.fundId, {
      unitIds: [units.care, units.school],
      basis: "headcount",
      floor: 0n,
      amount: kr(1_000),
    });
    await heads(w.city, { care: [75, null], school: [25, null] });
    const before = await booked();
    const fault = await distributeFund(coordinator, asked, noon()).catch((it: unknown) => it);
    expect(fault).toBeInstanceOf(ChangedMeanwhile);
    const { saved, revision } = fault as ChangedMeanwhile;
    expect(saved).toEqual({
      [`weights.${units.care}`]: "75",
      [`shown.${units.care}`]: "750",
      [`weights.${units.school}`]: "25",
      [`shown.${units.school}`]: "250",
    });
    expect(await booked()).toBe(before);
    await distributeFund(coordinator, { ...asked, revision }, noon());
    expect(await potsOf(coordinator, fund.fundId)).toMatchObject({
      "care enhet": kr(750),
      "school enhet": kr(250),
    });
  });

  test("by hand the parts must be the whole", async () => {
    const { hr } = w.city.people;
    const { units, fund } = w.city;
    const before = await booked();
    const parts = { [units.north]: kr(600), [units.south]: kr(300) };
    const input = { fundId: fund.fundId, amount: kr(1_000), parts };
    expect(await refused(distributeByHand(hr, input, noon()))).toBe("money.distribution.notWhole");
    expect(
      await refused(distributeByHand(hr, { ...input, parts: { ...parts, [units.care]: kr(200) } }, noon())),
    ).toBe("money.distribution.notWhole");
    expect(
      await refused(
        distributeByHand(
          hr,
          { ...input, parts: { [units.north]: kr(1_100), [units.south]: -kr(100) } },
          noon(),
        ),
      ),
    ).toBe("money.distribution.negativePart");
    expect(await booked()).toBe(before);
    await distributeByHand(hr, { ...input, parts: { ...parts, [units.south]: kr(400) } }, noon());
    expect(await potsOf(hr, fund.fundId)).toMatchObject({ "north enhet": kr(600), "south enhet": kr(400) });
  });

  test("refuses: a unit without figures by name, more than there is, a stranger's unit, a wrong role, an ended fund", async () => {
    const { coordinator, manager } = w.agency.people;
    const { fund, units } = w.agency;
    const before = await booked();
    await heads(w.agency, { care: [10, null], school: [null, null] });
    const base = { fundId: fund.fundId, basis: "headcount" as const, floor: 0n, amount: kr(10), revision: 1 };
    const attempt = (input: Partial<typeof base> & { unitIds: string[] }, actor = coordinator, day = TODAY) =>
      refused(distributeFund(actor, { ...base, ...input }, noon(day)));
    expect(await attempt({ unitIds: [units.care, units.school] })).toBe("money.distribution.missingWeight");
    expect(await attempt({ unitIds: [] })).toBe("money.distribution.nobody");
    expect(await attempt({ unitIds: [units.care], floor: kr(11) })).toBe("money.distribution.floorTooHigh");
    expect(await attempt({ unitIds: [w.office.units.care] })).toBe("refusals.notFound");
    expect(await attempt({ unitIds: [units.care] }, manager)).toBe("refusals.noRight");
    expect(await attempt({ unitIds: [units.care], fundId: w.office.fund.fundId } as never)).toBe(
      "refusals.notFound",
    );
    const all = (await getDistribution(coordinator, fund.fundId, TODAY)).central.available;
    const more = await shown(coordinator, fund.fundId, {
      unitIds: [units.care],
      basis: "headcount",
      floor: 0n,
      amount: all + 1n,
    });
    expect(await refused(distributeFund(coordinator, more, noon()))).toBe("refusals.notEnoughAvailable");
    expect(
      await refused(
        distributeByHand(
          w.city.people.hr,
          { fundId: w.city.fund.fundId, amount: 1n, parts: { [w.city.units.care]: 1n } },
          noon("2030-01-01"),
        ),
      ),
    ).toBe("funds.rules.requisitionPast");
    expect(await booked()).toBe(before);
  });

  test("two who share to the same unit at once make one pot", async () => {
    const { coordinator, hr } = w.agency.people;
    const { fund, units } = w.agency;
    const parts = { [units.south]: kr(5) };
    await Promise.all([
      distributeByHand(coordinator, { fundId: fund.fundId, amount: kr(5), parts }, noon()),
      distributeByHand(hr, { fundId: fund.fundId, amount: kr(5), parts }, noon()),
      refused(addPot(hr, { fundId: fund.fundId, unitId: units.south, amount: null }, noon())),
    ]);
    expect(await potsOf(hr, fund.fundId)).toMatchObject({ "south enhet": kr(10) });
  });

  test("and what was shared can be moved back", async () => {
    const { hr } = w.agency.people;
    const { fund } = w.agency;
    const page = await getFund(hr, fund.fundId, TODAY);
    const south = page.pots.find((pot) => pot.unitName === "south enhet")?.id ?? "";
    const { available } = page.totals;
    await transfer(
      hr,
      { fundId: fund.fundId, fromPotId: south, toPotId: fund.potId, amount: kr(10) },
      noon(),
    );
    expect((await getFund(hr, fund.fundId, TODAY)).totals.available).toBe(available);
    expect(await differences()).toEqual([]);
  });
});

test("in another role of theirs nobody provides or shares", async () => {
  const asEmployee = acting(w.city.people.hr, { role: "employee" });
  expect(await refused(provide(asEmployee, { ...w.city.fund, amount: 1n }, noon()))).toBe("refusals.noRight");
});
