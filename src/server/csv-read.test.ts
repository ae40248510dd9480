import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, csvLine, csvStart, harmless } from "./csv";
import { readActuals } from "./csv-actuals";
import { type CsvReading, readCsv } from "./csv-read";

const bytes = (text: string) => Buffer.from(text, "utf8");
const read = (text: string) => readCsv(bytes(text));
/** Header and cells, or the faults with their line and column. */
const short = ({ csv, faults }: CsvReading) =>
  csv
    ? [csv.header, ...csv.rows.map(({ cells }) => cells)]
    : faults.map(({ key, values }) => [
        key.replace("money.csv.", ""),
        ...["line", "column", "found", "expected"].flatMap((name) => values?.[name] ?? []),
      ]);
const TABLE = [
  ["Dag", "Belopp"],
  ["2026-11-22", "1,50"],
];

describe("the dialect is found by evidence", () => {
  test.each([
    ["semicolons", "Dag;Belopp\n2026-11-22;1,50\n", ";"],
    ["tabs", "Dag\tBelopp\n2026-11-22\t1,50\n", "\t"],
    ["commas", 'Dag,Belopp\n2026-11-22,"1,50"\n', ","],
    ["what the first line says", "sep=;\nDag;Belopp\n2026-11-22;1,50\n", ";"],
    ["CRLF", "Dag;Belopp\r\n2026-11-22;1,50\r\n", ";"],
    ["old Mac", "Dag;Belopp\r2026-11-22;1,50\r", ";"],
    ["no last line end", "Dag;Belopp\n2026-11-22;1,50", ";"],
    ["empty lines", "\nDag;Belopp\n\n2026-11-22;1,50\n;\n\n", ";"],
    ["a delimiter at the end", "Dag;Belopp\n2026-11-22;1,50;\n", ";"],
    ["delimiters at the end of some", "Dag;Belopp\n2026-11-22;1,50;;\n;;;;\n", ";"],
    ["a title above", "Huvudbok november\n\nDag;Belopp\n2026-11-22;1,50\n", ";"],
    ["quotes", '"Dag";"Belopp"\n"2026-11-22";"1,50"\n', ";"],
  ])("%s", (_, text, delimiter) => {
    const it = read(text);
    expect(short(it)).toEqual(TABLE);
    expect(it.csv?.dialect).toMatchObject({ delimiter, decimal: ",", header: true });
  });

  test("decimal commas do not make it a file of commas, with or without a header", () => {
    const rows = "2026-11-22;1,50\n2026-11-23;2,50\n";
    expect(read(rows).csv).toMatchObject({
      header: ["1", "2"],
      dialect: { delimiter: ";", header: false },
    });
    expect(read(`${rows}2026-11-24;3,50;\n`).csv?.dialect.delimiter).toBe(";");
    expect(read(`Dag;Belopp\n${rows}`).csv?.header).toEqual(["Dag", "Belopp"]);
  });

  test("a coding with semicolons does not make it a file of semicolons", () =>
    expect(read("Dag,Kontering\n2026-11-22,4210;7412;TLO17\n2026-11-23,1;2;3\n").csv?.header).toEqual([
      "Dag",
      "Kontering",
    ]));

  test("a broken row does not change what the rest says", () =>
    expect(short(read("Dag;Ver;Belopp\n2026-11-22;A1;1,50\n2026-11-23;2,50\n"))).toEqual([
      ["width", 3, 2, 3],
    ]));

  test("columns without a name, or with the same", () =>
    expect(read("Text;;Text;text\na;b;c;d").csv?.header).toEqual(["Text", "2", "Text 2", "text 3"]));

  test("a last column without a name may be empty, and may not", () => {
    expect(short(read("Dag;Text;\n2026-11-22;a\n2026-11-23;b;\n"))).toEqual([
      ["Dag", "Text", "3"],
      ["2026-11-22", "a", ""],
      ["2026-11-23", "b", ""],
    ]);
    expect(short(read("Dag;Text\n2026-11-22;a;x\n"))).toEqual([["width", 2, 3, 2]]);
  });

  test("lines are those of the file", () => {
    const it = read('Titel\n\nDag;Text\n2026-11-22;"två\nrader"\n\n2026-11-23;x\n').csv;
    expect(it?.rows.map(({ line }) => line)).toEqual([4, 7]);
    expect(it?.dialect.skipped).toBe(1);
  });

  test("a quote within a plain cell is itself", () =>
    expect(short(read('Text;Mått\nRör;5"\n'))).toEqual([
      ["Text", "Mått"],
      ["Rör", '5"'],
    ]));
});

describe("the encoding", () => {
  const text = "Förvaltning;Belopp\nVård – äldre;1,50\n";
  const table = [
    ["Förvaltning", "Belopp"],
    ["Vård – äldre", "1,50"],
  ];
  const windows = Buffer.from(text.replace("–", "\x96"), "latin1");
  test.each([
    ["utf8", bytes(text)],
    ["utf8Bom", bytes(`\ufeff${text}`)],
    ["utf16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["windows1252", windows],
  ])("%s", (encoding, file) => {
    const it = readCsv(file);
    expect(it.csv?.dialect.encoding).toBe(encoding);
    expect(short(it)).toEqual(table);
  });
});

describe("faults, named by line and column; nothing is read with one of them", () => {
  test.each([
    ["nothing", "", [["empty"]]],
    ["only empty lines", "\n\n;;\n", [["empty"]]],
    ["only a header", "Dag;Belopp\n", [["noRows"]]],
    ["an open quote", 'Dag;Text\n2026-11-22;"x\n2026-11-23;y\n', [["openQuote", 2, 2]]],
    ["an open quote with a doubled one", 'Dag;Text\n2026-11-22;"a""b\n', [["openQuote", 2, 2]]],
    ["text after a quote", 'Dag;Text\n2026-11-22;"x"y\n', [["afterQuote", 2, 2]]],
    [
      "every row that is too short or too long",
      "a;b;c\n1;2;3\n1;2\n1;2;3\n1;2;3;4\n",
      [
        ["width", 3, 2, 3],
        ["width", 5, 4, 3],
      ],
    ],
  ])("%s", (_, text, expected) => expect(short(read(text))).toEqual(expected));

  test("a workbook is no text", () => {
    expect(short(readCsv(Buffer.from("PK\x03\x04rest")))).toEqual([["notText"]]);
    expect(short(readCsv(Buffer.from("a;b\0")))).toEqual([["notText"]]);
  });
  test("a byte that is no character, by its line", () =>
    expect(short(readCsv(Buffer.from("a;b\n1;\xe5\n2;\x81\n", "latin1")))).toEqual([["badCharacter", 3]]));
  test("fifty and a word are enough", () => {
    const it = read(`a;b;c\n${"1;2;3\n".repeat(100)}${"1;2\n".repeat(60)}`);
    expect(it.faults).toHaveLength(51);
    expect(it.faults.at(-1)?.key).toBe("money.csv.more");
  });
});

// Texts of every kind: formulas, quotes, delimiters, line ends, anything.
const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 15 }),
  fc.string({ unit: fc.constantFrom(..."åÄö\"';,\t\r\n =+-@"), maxLength: 15 }),
  fc.constantFrom('=HYPERLINK("x";"y")', "+46", "-1", "@cmd", "\tx", "sep=,", "1;2;3", '"', " a "),
);
const rows = fc.array(
  fc.record({ text: texts, coding: texts, ore: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }) }),
  { minLength: 1, maxLength: 12 },
);
const head: Cell[] = ["Verifikat", "Dag", "Belopp", "Text", "Kontering"].map((text) => ({ text }));
const columns = {
  day: "dag",
  amount: "Belopp",
  credit: null,
  voucher: "Verifikat",
  line: null,
  text: "Text",
  coding: ["Kontering"],
};

test("what csv.ts writes in either dialect is read back as it was, and no text becomes a formula", () =>
  fc.assert(
    fc.property(fc.constantFrom("swedish" as const, "machine" as const), rows, (dialect, all) => {
      const lines = all.map(({ text, coding, ore }, nth) =>
        csvLine([{ text: `A${nth}` }, { day: "2026-11-22" }, { ore }, { text }, { text: coding }], dialect),
      );
      const { csv, faults } = readCsv(bytes(csvStart(dialect) + csvLine(head, dialect) + lines.join("")));
      expect(faults).toEqual([]);
      expect(csv?.dialect).toMatchObject({
        encoding: dialect === "swedish" ? "utf8Bom" : "utf8",
        delimiter: dialect === "swedish" ? ";" : ",",
        header: true,
      });
      expect(csv?.rows.map(({ cells }) => cells.slice(3))).toEqual(
        all.map(({ text, coding }) => [harmless(text), harmless(coding)]),
      );
      for (const row of csv?.rows ?? [])
        for (const cell of row.cells.slice(3)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      const read = csv && readActuals(csv, columns);
      expect(read?.faults).toEqual([]);
      expect(read?.actuals?.map(({ amount, voucher }) => [voucher, amount])).toEqual(
        all.map(({ ore }, nth) => [`A${nth}`, ore]),
      );
    }),
    { numRuns: 500 },
  ));
