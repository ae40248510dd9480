import { describe, expect, test } from "vitest";
import { decodeCp437 } from "./cp437";
import { type SieFile, type SieRow, whyNotWriteSie, writeSie } from "./sie-write";

const row = (account: string, amount: bigint, objects: SieRow["objects"] = [], text = ""): SieRow => ({
  account,
  objects,
  amount,
  text,
});
const CODED = [
  { dimension: 1, object: "4210" },
  { dimension: 6, object: "TLO17" },
];
const EXAMPLE: SieFile = {
  program: { name: "TLO-portalen", version: "1.0" },
  made: "2026-11-22",
  employer: { name: "Exempelstads kommun", orgNumber: "2120000000" },
  accounts: [],
  dimensions: [
    { dimension: 6, name: "Projekt" },
    { dimension: 1, name: "Ansvar" },
  ],
  objects: [
    { dimension: 6, object: "TLO17", name: "C1-körkort" },
    { dimension: 1, object: "4210", name: "Omsorg norr" },
  ],
  vouchers: [
    {
      series: "",
      number: "",
      day: "2026-11-22",
      text: "Rekvirerade TLO-medel, insats 17",
      rows: [row("1679", 48_500_00n), row("3599", -48_500_00n, CODED)],
    },
  ],
};
const text = (file: SieFile) => decodeCp437(writeSie(file));
const withRows = (...rows: SieRow[]): SieFile => ({
  ...EXAMPLE,
  vouchers: [{ series: "A", number: "7", day: "2026-11-22", text: "", rows }],
});

describe("a file of vouchers", () => {
  test("has its records in the order of the format, to the sign", () =>
    expect(text(EXAMPLE)).toBe(
      [
        "#FLAGGA 0",
        '#PROGRAM "TLO-portalen" "1.0"',
        "#FORMAT PC8",
        "#GEN 20261122",
        "#SIETYP 4",
        '#FNAMN "Exempelstads kommun"',
        "#ORGNR 212000-0000",
        '#DIM 1 "Ansvar"',
        '#DIM 6 "Projekt"',
        '#OBJEKT 1 "4210" "Omsorg norr"',
        '#OBJEKT 6 "TLO17" "C1-körkort"',
        '#VER "" "" 20261122 "Rekvirerade TLO-medel, insats 17"',
        "{",
        "#TRANS 1679 {} 48500.00",
        '#TRANS 3599 {1 "4210" 6 "TLO17"} -48500.00',
        "}",
        "",
      ].join("\r\n"),
    ));

  test("is code page 437: ö is 0x94", () => expect([...writeSie(EXAMPLE)]).toContain(0x94));

  test("an öre below a krona keeps its minus", () =>
    expect(text(withRows(row("1", -50n), row("2", 50n)))).toContain("#TRANS 1 {} -0.50\r\n#TRANS 2 {} 0.50"));

  test("a row's text stands after an empty day", () =>
    expect(text(withRows(row("1", 0n, [], 'Kurs "A"')))).toContain('#TRANS 1 {} 0.00 "" "Kurs \\"A\\""'));

  test("an object without a name is declared by its code, once; a cost bearer lies under the cost centre", () => {
    const file = withRows(
      row("1", 5n, [
        { dimension: 2, object: "B 1" },
        { dimension: 1, object: "99" },
      ]),
      row("1", -5n, [{ dimension: 1, object: "99" }]),
    );
    const dimensions = [...EXAMPLE.dimensions, { dimension: 2, name: "Bärare" }];
    const lines = text({ ...file, dimensions }).split("\r\n");
    expect(lines.filter((line) => /^#(DIM|UNDERDIM|OBJEKT)/.test(line))).toEqual([
      '#DIM 1 "Ansvar"',
      '#UNDERDIM 2 "Bärare" 1',
      '#DIM 6 "Projekt"',
      '#OBJEKT 1 "4210" "Omsorg norr"',
      '#OBJEKT 1 "99" "99"',
      '#OBJEKT 2 "B 1" "B 1"',
      '#OBJEKT 6 "TLO17" "C1-körkort"',
    ]);
  });

  test("accounts come before dimensions, in order", () => {
    const accounts = [
      { account: "3599", name: "Övriga bidrag" },
      { account: "1679", name: "Fordringar" },
    ];
    expect(text({ ...EXAMPLE, accounts })).toContain(
      '#KONTO 1679 "Fordringar"\r\n#KONTO 3599 "Övriga bidrag"\r\n#DIM 1',
    );
  });

  test("no line can be broken, no record slipped in, by what somebody wrote", () => {
    const file = withRows(row("1", 0n, [], 'a\r\n}\r\n#UB 0 1910 5 "b\\'));
    const lines = text(file).split("\r\n");
    expect(lines.filter((line) => line.startsWith("#UB"))).toEqual([]);
    expect(lines).toContain('#TRANS 1 {} 0.00 "" "a } #UB 0 1910 5 \\"b/"');
  });
});

describe("what is not written", () => {
  test.each([
    ["nothing", { ...EXAMPLE, vouchers: [] }, "money.sie.nothing"],
    ["no name", { ...EXAMPLE, employer: { name: " ", orgNumber: null } }, "money.sie.noName"],
    [
      "a wrong organisation number",
      { ...EXAMPLE, employer: { name: "x", orgNumber: "212000-000" } },
      "money.sie.badOrgNumber",
    ],
    ["an empty voucher", withRows(), "money.sie.noRowsIn"],
    ["an öre too much", withRows(row("1", 100n), row("2", -99n)), "money.sie.doesNotBalance"],
    ["an account with a record in it", withRows(row("1 {} 5", 0n)), "money.sie.badAccount"],
    ["no account", withRows(row("", 0n)), "money.sie.badAccount"],
    [
      "an account with a name only",
      { ...EXAMPLE, accounts: [{ account: "x", name: "y" }] },
      "money.sie.badAccountName",
    ],
    ["employees", withRows(row("1", 0n, [{ dimension: 7, object: "1" }])), "money.sie.takenDimension"],
    [
      "employees by name",
      { ...EXAMPLE, dimensions: [{ dimension: 7, name: "Anställd" }] },
      "money.sie.takenDimension",
    ],
    [
      "a dimension without a name",
      withRows(row("1", 0n, [{ dimension: 20, object: "1" }])),
      "money.sie.undeclared",
    ],
    [
      "an object's dimension without a name",
      { ...EXAMPLE, objects: [{ dimension: 20, object: "1", name: "x" }] },
      "money.sie.undeclared",
    ],
    ["an empty code", withRows(row("1", 0n, [{ dimension: 1, object: "\t" }])), "money.sie.emptyObject"],
  ] as const)("%s", (_, file, key) => {
    expect(whyNotWriteSie(file)?.key).toBe(key);
    expect(() => writeSie(file)).toThrow(key);
  });

  test("a voucher that does not balance is named, with its difference", () =>
    expect(whyNotWriteSie(withRows(row("1", 100n), row("2", -50n)))?.values).toEqual({
      voucher: "A 7",
      difference: 0.5,
    }));
});
