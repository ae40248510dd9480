import { describe, expect, test } from "vitest";
import type { Reason } from "@/domain/reason";
import { encodeCp437 } from "./cp437";
import { readSie, sieActuals } from "./sie-read";

/** What an accounting system exports: unquoted fields, tabs, balances, corrections, a checksum. */
const EXPORTED = `#FLAGGA 0
#PROGRAM "Ekonomi Plus" 9.1
#FORMAT PC8
#GEN 20261203 MH
#SIETYP 4
#FNAMN "Sundhamns stad"
#ORGNR 212000-0142
#RAR 0 20260101 20261231
#RAR -1 20250101 20251231
#KPTYP EUBAS97
#KONTO 7412 "Kursavgifter, förebyggande"
#KTYP 7412 K
#DIM 1 Ansvar
#DIM 6 "Projekt"
#OBJEKT 1 4210 "Vård och omsorg"
#OBJEKT 6 TLO17 "C1-körkort \\"lätt\\""
#IB 0 1910 100.00
#VER A 88 20261118 "Faktura 88134, Hamnkursen" 20261119 MH
{
#TRANS 7412 {1 4210 6 TLO17} 48500.00 20261118 "Insats 26-3318"
#RTRANS 7412 {} 1.00 20261118 "Tillagd" 1 MH
#TRANS 7412 {} 1.00
#BTRANS 7412 {} 9.00 20261118 "Borttagen" 1 MH
	#TRANS	2440	{}	-48501
}
#VER B 1 20261120
{
}
#KSUMMA 123
`;
const cp437 = (text: string) => encodeCp437(text);
const utf8 = (text: string) => Buffer.from(text, "utf8");
const latin1 = (text: string) => Buffer.from(text, "latin1");
const short = (faults: readonly Reason[]) =>
  faults.map(({ key, values }) => [key.replace("money.sie.", ""), values?.line]);
const faults = (text: string) => short(readSie(cp437(text)).faults);
/** A file with these lines, the first of which is line 3. */
const file = (...lines: string[]) => ["#FLAGGA 0", "#SIETYP 4", ...lines].join("\r\n");

describe("an exported file", () => {
  const { sie } = readSie(cp437(EXPORTED));
  test("who, when, accounts, dimensions, objects", () =>
    expect(sie).toMatchObject({
      encoding: "cp437",
      name: "Sundhamns stad",
      orgNumber: "212000-0142",
      years: [
        { year: 0, from: "2026-01-01", until: "2026-12-31" },
        { year: -1, from: "2025-01-01", until: "2025-12-31" },
      ],
      accounts: [{ account: "7412", name: "Kursavgifter, förebyggande" }],
      dimensions: [
        { dimension: 1, name: "Ansvar" },
        { dimension: 6, name: "Projekt" },
      ],
      objects: [
        { dimension: 1, object: "4210", name: "Vård och omsorg" },
        { dimension: 6, object: "TLO17", name: 'C1-körkort "lätt"' },
      ],
    }));
  test("vouchers; what was removed or stands twice is skipped and counted", () => {
    expect(sie?.vouchers).toEqual([
      {
        line: 18,
        series: "A",
        number: "88",
        day: "2026-11-18",
        text: "Faktura 88134, Hamnkursen",
        rows: [
          {
            account: "7412",
            objects: [
              { dimension: 1, object: "4210" },
              { dimension: 6, object: "TLO17" },
            ],
            amount: 48_500_00n,
            text: "Insats 26-3318",
          },
          { account: "7412", objects: [], amount: 1_00n, text: "" },
          { account: "2440", objects: [], amount: -48_501_00n, text: "" },
        ],
      },
      { line: 26, series: "B", number: "1", day: "2026-11-20", text: "", rows: [] },
    ]);
    expect(sie?.notes).toEqual([{ key: "money.sie.skippedRows", values: { count: 2 } }]);
  });
  test("as lines to reconcile, all or those on a project", () => {
    const line = {
      voucher: "A 88",
      line: "1",
      day: "2026-11-18",
      amount: 48_500_00n,
      coding: "7412 4210 TLO17",
      text: "Faktura 88134, Hamnkursen · Insats 26-3318",
    };
    if (!sie) throw new Error("not read");
    expect(sieActuals(sie, { dimension: 6, objects: new Set(["TLO17"]) })).toEqual([line]);
    expect(sieActuals(sie, { dimension: 1, objects: new Set(["TLO17"]) })).toEqual([]);
    expect(sieActuals(sie).map((it) => [it.line, it.amount])).toEqual([
      ["1", 48_500_00n],
      ["2", 1_00n],
      ["3", -48_501_00n],
    ]);
  });
  test("vouchers without a number are told apart by their place", () => {
    const two = file('#VER "" "" 20261118 ""', "{", "#TRANS 1 {} 0", "}").concat(
      '\r\n#VER "" "" 20261118 ""\r\n{\r\n#TRANS 1 {} 0\r\n}',
    );
    const read = readSie(cp437(two)).sie;
    expect(read && sieActuals(read).map(({ voucher }) => voucher)).toEqual(["#1", "#2"]);
  });
  test.each([["\n"], ["\r\n"], ["\r"]])("with any line ends", (end) =>
    expect(readSie(cp437(EXPORTED.replaceAll("\n", end))).sie).toEqual(sie),
  );
});

describe("another encoding than the label says is seen and said", () => {
  test.each([
    ["UTF-8", utf8(EXPORTED), "utf8", "money.sie.encodingUtf8"],
    ["UTF-8 with its mark", utf8(`\ufeff${EXPORTED}`), "utf8", "money.sie.encodingUtf8"],
    ["Latin-1", latin1(EXPORTED), "windows1252", "money.sie.encodingLatin1"],
  ])("%s", (_, bytes, encoding, key) => {
    const { sie } = readSie(bytes);
    expect([sie?.encoding, sie?.notes[0]?.key]).toEqual([encoding, key]);
    const inside = { ...sie, encoding: "cp437", notes: sie?.notes.slice(1) };
    expect(inside).toEqual(readSie(cp437(EXPORTED)).sie);
  });
  test("plain letters only: nothing to say", () =>
    expect(readSie(utf8(file())).sie).toMatchObject({ encoding: "cp437", notes: [] }));
  test.each([
    ["åäö", "åä"],
    ["åä", "åäö"],
  ])("written in two ways it is not guessed: %s and %s", (one, other) => {
    const head = latin1(`#FLAGGA 0\n#SIETYP 4\n#FNAMN ${one}\n`);
    expect(readSie(Buffer.concat([head, cp437(`#ORGNR ${other}\n`)]))).toEqual({
      sie: null,
      faults: [{ key: "money.sie.encodingUnclear" }],
    });
  });
  test("a quotation mark of Windows among Latin-1 letters does not confuse it", () =>
    expect(readSie(Buffer.concat([latin1(EXPORTED), Buffer.of(0x94)])).sie?.encoding).toBe("windows1252"));
});

describe("faults, named by line; nothing is read with one of them", () => {
  const ver = "#VER A 1 20261118 x";
  test.each([
    ["no SIE at all", "Dag;Belopp\n2026-11-01;5", [["notSie", undefined]]],
    ["nothing", "", [["notSie", undefined]]],
    ["another type", "#FLAGGA 0\n#SIETYP 1", [["notType4", undefined]]],
    ["no type", "#FLAGGA 0", [["notType4", undefined]]],
    ["an öre too much", file(ver, "{", "#TRANS 1 {} 1.00", "#TRANS 2 {} -0.99", "}"), [["unbalanced", 3]]],
    ["a day that is none", file("#VER A 1 20261131 x", "{", "}"), [["badDay", 3]]],
    ["a year that is none", file("#RAR 0 20260101 2026"), [["badDay", 3]]],
    ["a comma", file(ver, "{", "#TRANS 1 {} 1,50", "}"), [["badAmount", 5]]],
    ["a plus", file(ver, "{", "#TRANS 1 {} +1.50", "}"), [["badAmount", 5]]],
    ["three decimals", file(ver, "{", "#TRANS 1 {} 1.505", "}"), [["badAmount", 5]]],
    ["thousands apart", file(ver, "{", "#TRANS 1 {} 1 000.00", "}"), [["unbalanced", 3]]],
    ["no list of objects", file(ver, "{", "#TRANS 1 1.00", "}"), [["tooFew", 5]]],
    ["half a pair", file(ver, "{", "#TRANS 1 {6} 0", "}"), [["badObjects", 5]]],
    ["a dimension of letters", file(ver, "{", "#TRANS 1 {x 6} 0", "}"), [["badObjects", 5]]],
    ["an open list", file(ver, "{", "#TRANS 1 {6 x 0", "}"), [["openBrace", 5]]],
    ["an open quote", file('#FNAMN "Sundhamn'), [["openQuote", 3]]],
    ["a row outside", file("#TRANS 1 {} 0"), [["rowOutside", 3]]],
    ["a row before the brace", file(ver, "#TRANS 1 {} 0", "{", "}"), [["rowOutside", 4]]],
    ["a brace too many", file("}"), [["strayBrace", 3]]],
    ["a brace without a voucher", file("{"), [["strayBrace", 3]]],
    ["a voucher that never closes", file(ver, "{", "#TRANS 1 {} 0"), [["openBrace", 3]]],
    [
      "one in another",
      file(ver, "{", ver, "{", "}"),
      [
        ["openBrace", 3],
        ["strayBrace", 6],
        ["strayBrace", 7],
      ],
    ],
    [
      "too few values",
      file("#OBJEKT 1 4210", "#VER A 1"),
      [
        ["tooFew", 3],
        ["tooFew", 4],
      ],
    ],
    [
      "all of them, not the first",
      file(ver, "{", "#TRANS 1 {} x", "#TRANS 1 {} y", "}", "#RAR 0 1 2"),
      [
        ["badAmount", 5],
        ["badAmount", 6],
        ["badDay", 8],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
    expect(readSie(cp437(text)).sie).toBeNull();
  });

  test("fifty are enough", () =>
    expect(faults(file(...Array.from({ length: 80 }, () => "}")))).toHaveLength(50));
  test("the voucher and its difference are named", () =>
    expect(readSie(cp437(file(ver, "{", "#TRANS 1 {} 1.50", "}"))).faults[0]?.values).toEqual({
      voucher: "A 1",
      line: 3,
      difference: 1.5,
    }));
  test("a file that was read in elsewhere is noted, not refused", () =>
    expect(readSie(cp437("#FLAGGA 1\n#SIETYP 4")).sie?.notes).toEqual([{ key: "money.sie.alreadyRead" }]));
});
