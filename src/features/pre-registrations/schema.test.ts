import { expect, test } from "vitest";
import { isMessageKey } from "@/messages/translator";
import { formInput } from "@/server/form-data";
import { costsForm, endorseForm, groupsForm, newCaseForm, unitsForm } from "./schema";

const ID = "018f0000-0000-7000-8000-000000000001";
const OTHER = "018f0000-0000-7000-8000-000000000002";

/** What a browser posts, as the schema gets it. */
function posted(fields: [string, string][]) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return formInput(data);
}

const line = (nth: number, costType: string, amount: string, text = "", coding = ""): [string, string][] => [
  [`lines.${nth}.costType`, costType],
  [`lines.${nth}.text`, text],
  [`lines.${nth}.amount`, amount],
  [`lines.${nth}.codes.projekt`, coding],
];
const EDITED: [string, string][] = [
  ["id", ID],
  ["revision", "3"],
];

test("empty rows are no rows, and every row knows where it stood", () => {
  const parsed = costsForm.parse(
    posted([
      ...EDITED,
      ...line(0, "courseFee", "48 500"),
      ...line(1, "", " "),
      ...line(2, "travel", "1,5 tkr", "", " TLO17 "),
    ]),
  );
  expect(parsed).toEqual({
    id: ID,
    revision: 3,
    lines: [
      { costType: "courseFee", text: "", amount: 4_850_000n, codes: {}, row: 0 },
      { costType: "travel", text: "", amount: 150_000n, codes: { projekt: "TLO17" }, row: 2 },
    ],
  });
});

test("what is wrong in a row is said at its own field, in words of ours", () => {
  const parsed = costsForm.safeParse(
    posted([
      ...EDITED,
      ...line(0, "", "", "", ""),
      ...line(1, "courseFee", "många"),
      ...line(2, "", "100"),
      ...line(3, "travel", "-5"),
    ]),
  );
  const said = parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message]);
  expect(said).toEqual([
    ["lines.1.amount", "refusals.badMoney"],
    ["lines.2.costType", "refusals.chooseOne"],
    ["lines.3.amount", "refusals.moneyAboveZero"],
  ]);
});

test("a field that the form does not have is refused, in a row too", () => {
  expect(costsForm.safeParse(posted([...EDITED, ["amount", "1"]])).success).toBe(false);
  const row = costsForm.safeParse(posted([...EDITED, ...line(0, "travel", "5"), ["lines.0.id", ID]]));
  expect(row.success).toBe(false);
});

test("a row that is only coded is begun, and must be whole", () => {
  const parsed = costsForm.safeParse(posted([...EDITED, ...line(0, "", "", "", "TLO17")]));
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([
    "lines.0.costType",
    "lines.0.amount",
  ]);
});

test("a form without any row is an empty list", () => {
  expect(costsForm.parse(posted(EDITED)).lines).toEqual([]);
});

test("groups count people, and an AID code has six digits", () => {
  const group = (aid: string, takingPart = "12", covering = "") =>
    groupsForm.safeParse(
      posted([
        ...EDITED,
        ["headcount", ""],
        ["groups.0.occupation", "Vårdbiträden"],
        ["groups.0.aid", aid],
        ["groups.0.takingPart", takingPart],
        ["groups.0.covering", covering],
      ]),
    );
  expect(group("207023").data?.groups).toEqual([
    { occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 0, row: 0 },
  ]);
  expect(group("").data?.groups[0]?.aid).toBeNull();
  expect(group("151010A").success).toBe(true);
  for (const [aid, takingPart] of [
    ["20702", "1"],
    ["anna", "1"],
    ["207023", "0"],
    ["207023", "tolv"],
  ] as const) {
    const wrong = group(aid, takingPart);
    expect(wrong.success).toBe(false);
    expect(wrong.error?.issues.every((issue) => isMessageKey(issue.message))).toBe(true);
  }
});

test("a unit without own cost pays nothing", () => {
  const parsed = unitsForm.parse(posted([...EDITED, ["units.0.unitId", ID], ["units.0.ownCost", ""]]));
  expect(parsed.units).toEqual([{ unitId: ID, ownCost: 0n, row: 0 }]);
});

test("one idea, several, and none", () => {
  const ideas = (...chosen: string[]) =>
    newCaseForm.parse(
      posted([["title", "Ett"], ["unitId", ID], ...chosen.map((id): [string, string] => ["ideas", id])]),
    ).ideas;
  expect([ideas(), ideas(ID), ideas(ID, OTHER)]).toEqual([[], [ID], [ID, OTHER]]);
});

test("what a manager endorses is exact öre, and nothing else than digits", () => {
  const seen = (amount: string) => endorseForm.safeParse({ id: ID, unitId: OTHER, amount, ownCost: "0" });
  expect(seen("31200050").data?.amount).toBe(31_200_050n);
  for (const wrong of ["", "-1", "1,5", "0x10", "1e3", " 1"]) expect(seen(wrong).success).toBe(false);
});
