import { expect, test } from "vitest";
import { SECTIONS } from "@/domain/case-sections";
import { listHref, sortHref } from "./list-address";
import { type CaseFilters, readCaseFilters } from "./list-queries";
import { addressOf, draftForm, placeAfterSave, sectionAt } from "./section-texts";

const ID = "018f0000-0000-7000-8000-000000000001";

const inAddress = (href: string): CaseFilters =>
  readCaseFilters(Object.fromEntries(new URL(href, "http://x").searchParams));

test.each([
  {},
  { show: "coordinator", q: "vård & omsorg", unit: ID, fund: ID },
  { status: "parked", sort: "amount" },
  { sort: "amount", order: "asc" },
  { sort: "since", order: "desc" },
  { sort: "number" },
])("what the address says is what the next address says: %o", (search) => {
  const filters = readCaseFilters(search);
  expect(inAddress(listHref(filters))).toEqual(filters);
});

test("an address that nobody wrote by our links is passed over", () => {
  const wild = {
    show: "everything",
    status: "x",
    unit: "1 or 1=1",
    fund: "",
    sort: "id",
    order: "up",
    after: "a~b",
  };
  expect(readCaseFilters(wild)).toEqual(readCaseFilters({}));
  for (const after of ["2026~x", `~${ID}`, `DROP~${ID}`, `9999999999999999999999~${ID}`])
    expect(readCaseFilters({ sort: "amount", after }).after).toBeNull();
  expect(readCaseFilters({ sort: "amount", after: `31200000~${ID}` }).after).toEqual({
    key: "31200000",
    id: ID,
  });
  expect(readCaseFilters({ after: `2026-11-19T11:00:00.000Z~${ID}` }).after?.id).toBe(ID);
});

test("another choice begins from the top, and a heading turns its own order", () => {
  const filters = readCaseFilters({ sort: "amount", after: `5~${ID}` });
  expect(listHref(filters)).toBe("/pre-registrations?sort=amount");
  expect(inAddress(sortHref(filters, "amount")).descending).toBe(false);
  expect(inAddress(sortHref(filters, "since"))).toMatchObject({ sort: "since", descending: false });
});

test("every section has an address and a draft of its own", () => {
  const sections = ["basics", ...SECTIONS] as const;
  expect(sections.map((section) => sectionAt(addressOf(section)))).toEqual(sections);
  expect(new Set(sections.map(draftForm)).size).toBe(sections.length);
  // The form's name as server/draft-action reads it.
  expect(sections.every((section) => /^[a-zA-Z-]{1,40}$/.test(draftForm(section)))).toBe(true);
  expect([sectionAt("beyondOrdinary"), sectionAt(undefined), sectionAt("constructor")]).toEqual([
    null,
    null,
    null,
  ]);
});

test("after a save one is where one came from, or on the same page with more rows", () => {
  expect(placeAfterSave("need", { id: ID })).toBe(`/pre-registrations/${ID}/edit?said=sectionSaved`);
  expect(placeAfterSave("need", { id: ID, back: "case" })).toBe(`/pre-registrations/${ID}?said=sectionSaved`);
  expect(placeAfterSave("costs", { id: ID, back: "case", more: "rows" }, 4)).toBe(
    `/pre-registrations/${ID}/edit/costs?rows=7&back=case`,
  );
});
