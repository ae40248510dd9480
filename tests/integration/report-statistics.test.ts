import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AREAS } from "@/domain/agreement";
import {
  completeInitiative,
  countParticipants,
  startInitiative,
} from "@/features/initiatives/carry-out-commands";
import type { ReportTable } from "@/features/reports/report";
import { deleteReport, renameReport, saveReport } from "@/features/reports/saved-commands";
import { savedReports } from "@/features/reports/saved-queries";
import { kr, noon } from "../people";
import { refusal } from "./after-decision";
import { grantedCase } from "./approved-case";
import { expectAddsUp, footOf, sheetOf, tableOf } from "./report-book";
import { all, city, closeWorld, openWorld, owner } from "./report-world";

// The statistics that hide small groups, and selections that are saved.

beforeAll(openWorld, 60_000);
afterAll(closeWorld);

describe("statistics in the national fund's own cuts", () => {
  const groups = (
    women: number,
    men: number,
    occupation = "Undersköterskor",
    aid: string | null = "207008",
  ) => [{ occupation, aid, women, men, unstated: 0 }];
  /** A completed initiative of the agency with these who took part. */
  async function held(area: (typeof AREAS)[number], took: ReturnType<typeof groups>): Promise<void> {
    const { agency } = all;
    const it = await grantedCase(agency, { lom: true, numbers: [null] });
    await startInitiative(agency.people.northManager, { id: it.initiativeId }, noon("2027-02-01"));
    await countParticipants(
      agency.people.northManager,
      { id: it.initiativeId, groups: took },
      noon("2027-06-01"),
    );
    await owner.query("UPDATE pre_registration SET area = $2 WHERE id = $1", [it.caseId, area]);
    await completeInitiative(
      agency.people.northManager,
      { id: it.initiativeId, completedOn: "2027-06-01" },
      noon("2027-06-01"),
    );
  }
  const people = (table: ReportTable) =>
    [...table.rows, table.foot ?? []].map((row) =>
      row
        .slice(-4)
        .map((cell) => (cell && "count" in cell ? cell.count : cell && "hidden" in cell ? "hidden" : null)),
    );

  test("initiatives, value, people by area, occupation, sex and year; small groups hidden with what would tell them", async () => {
    await held("competence", groups(20, 6));
    await held("competence", groups(10, 9, "Vårdbiträden", "207023"));
    await held("illHealth", groups(12, 5));
    const hr = all.agency.people.hr;
    const open = await sheetOf("statistics", hr, {});
    expectAddsUp(open);
    expect(people(open.tables[0])).toEqual([
      [45, 30, 15, 0],
      [17, 12, 5, 0],
      [0, 0, 0, 0],
      [62, 42, 20, 0],
    ]);
    expect(people(tableOf(open, "occupations"))).toEqual([
      [43, 32, 11, 0],
      [19, 10, 9, 0],
      [62, 42, 20, 0],
    ]);
    expect(footOf(open.tables[0])).toMatchObject({ initiatives: 3n, value: 3n * kr(312_000) });

    // Two men more, of whom nobody may say where they work.
    await held("supportTalks", groups(9, 2));
    const shown = await sheetOf("statistics", hr, {});
    expectAddsUp(shown);
    const [, , talks, total] = people(shown.tables[0]);
    expect(talks?.slice(2)).toEqual(["hidden", 0]);
    expect(
      people(shown.tables[0])
        .flat()
        .filter((cell) => cell === "hidden").length,
    ).toBeGreaterThan(2);
    expect(total).toEqual([73, 51, 22, 0]);
    expect(people(shown.tables[0]).flat()).not.toContain(2);
  });

  test("what was counted before there were groups has no occupation, and is unstated", async () => {
    await owner.query("DELETE FROM initiative_group WHERE employer_id = $1", [all.agency.employerId]);
    const { agency } = all;
    const sheet = await sheetOf("statistics", agency.people.hr, {});
    expect(people(tableOf(sheet, "occupations"))).toEqual([
      [73, 0, 0, 73],
      [73, 0, 0, 73],
    ]);
  });
});

describe("saved selections", () => {
  const input = {
    report: "spending",
    query: "by=month&unit=rubbish&evil=1",
    name: "Till nämnden",
    shared: false,
  } as const;

  test("one's own, kept as far as a report can read it; shared when one says so; renamed and deleted", async () => {
    const { hr, coordinator } = city.people;
    const id = await saveReport(hr, input, noon());
    expect(await savedReports(hr, "spending")).toEqual([
      {
        id,
        report: "spending",
        name: "Till nämnden",
        query: "by=month",
        shared: false,
        own: true,
        by: "Hanna Kvist",
      },
    ]);
    expect(await savedReports(hr, "granted")).toEqual([]);
    expect(await savedReports(coordinator)).toEqual([]);

    await renameReport(hr, { id, name: "Kvartal 4", shared: true }, noon());
    expect(await savedReports(coordinator)).toMatchObject([
      { name: "Kvartal 4", own: false, by: "Hanna Kvist" },
    ]);
    await expect(renameReport(coordinator, { id, name: "Min", shared: true }, noon())).rejects.toEqual(
      refusal("reports.saved.whyNot.notYours"),
    );
    await expect(deleteReport(coordinator, { id }, noon())).rejects.toEqual(
      refusal("reports.saved.whyNot.notYours"),
    );
    expect(await savedReports(all.region.people.hr)).toEqual([]);
    await expect(deleteReport(all.region.people.hr, { id }, noon())).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    await deleteReport(hr, { id }, noon());
    expect(await savedReports(hr)).toEqual([]);
  });

  test("a name once a report and person, also in two tabs at once; what is not shared is not found by others", async () => {
    const { hr, coordinator } = city.people;
    const twice = await Promise.allSettled([saveReport(hr, input, noon()), saveReport(hr, input, noon())]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(saveReport(hr, { ...input, name: "till NÄMNDEN" }, noon())).rejects.toEqual(
      refusal("reports.saved.whyNot.sameName", "name"),
    );
    await saveReport(hr, { ...input, report: "granted" }, noon());
    await saveReport(coordinator, input, noon());
    const [own] = await savedReports(hr, "spending");
    await expect(deleteReport(coordinator, { id: own?.id ?? "" }, noon())).rejects.toEqual(
      refusal("refusals.notFound"),
    );
  });

  test.each(["employee", "manager", "rep", "admin"] as const)("not for %s", async (name) => {
    await expect(saveReport(city.people[name], input, noon())).rejects.toEqual(refusal("refusals.noRight"));
    expect(await savedReports(city.people[name])).toEqual([]);
  });
});
