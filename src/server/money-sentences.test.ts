import { expect, test } from "vitest";
import { faultsOf, MUNICIPAL_SEGMENTS, type Segment, whyNotSegments } from "@/domain/account-coding";
import { isDay } from "@/domain/day";
import { whyNotDistribute, whyNotWeigh, whyNotWhole } from "@/domain/distribution";
import { type Basis, whyNotBasis, whyNotRates } from "@/domain/provision";
import type { Reason } from "@/domain/reason";
import { whyNotReconcileMonth, whyNotTakeIn } from "@/domain/reconciliation";
import { lineKey, sortLines, whyNotTakeUp } from "@/domain/reconciliation-month";
import { MESSAGES } from "@/messages/messages";
import { sentence, translator } from "@/messages/translator";
import { encodeCp437 } from "./cp437";
import { readActuals } from "./csv-actuals";
import { readCsv } from "./csv-read";
import { readSie } from "./sie-read";
import { type SieFile, whyNotWriteSie } from "./sie-write";

const DAY = "2026-11-22";
const LINE = { voucher: "A 1", line: "1", day: DAY, amount: 1n, coding: "", text: "" };
const ada = { key: "a", weight: 1n };
const segment = (changes: Partial<Segment>): Segment[] => [
  { ...(MUNICIPAL_SEGMENTS[0] as Segment), key: "ny", ...changes },
];
const csv = (text: string) => readCsv(Buffer.from(text, "latin1")).faults;
const sie = (...lines: string[]) => readSie(encodeCp437(["#FLAGGA 1", "#SIETYP 4", ...lines].join("\n")));
const ver = ["#VER A 1 20261122 x", "{"];
const row = (account: string, amount: bigint, dimension = 1, object = "x") => ({
  account,
  amount,
  text: "",
  objects: [{ dimension, object }],
});
const file = (changes: Partial<SieFile>): SieFile => ({
  program: { name: "x", version: "1" },
  made: DAY,
  employer: { name: "x", orgNumber: null },
  accounts: [],
  dimensions: [{ dimension: 1, name: "Ansvar" }],
  objects: [],
  vouchers: [{ series: "", number: "", day: DAY, text: "", rows: [] }],
  ...changes,
});
const rows = (...all: ReturnType<typeof row>[]) =>
  file({ vouchers: [{ series: "A", number: "1", day: DAY, text: "", rows: all }] });
const actuals = readCsv(Buffer.from("Ver;Dag;Belopp\nA;2026-11-31;x\n;2026-11-22;1\nA;2026-11-22;\n"));
const columns = {
  day: "Dag",
  amount: "Belopp",
  credit: null,
  voucher: "Ver",
  line: null,
  text: null,
  coding: [],
};

const provides = (basis: Basis, scheme: "tlo" | "lom" = "lom") =>
  whyNotBasis(basis, {
    scheme,
    from: "2020-01-01",
    until: DAY,
    rates: [{ from: DAY, until: null, ppm: 1 }],
    openedBefore: true,
  });
const share = { payroll: 1n, nationalSum: 1n, nationalPayroll: 2n };

const reasons: (Reason | null | undefined)[] = [
  whyNotDistribute(-1n, [ada]),
  whyNotDistribute(1n, [ada], -1n),
  whyNotDistribute(1n, []),
  whyNotDistribute(1n, [ada, ada]),
  whyNotDistribute(1n, [{ key: "a", weight: -1n }]),
  whyNotDistribute(1n, [ada], 200_000_00n),
  whyNotDistribute(1n, [{ key: "a", weight: 0n }]),
  whyNotRates([]),
  whyNotRates([{ from: DAY, until: null, ppm: -1 }]),
  whyNotRates([{ from: DAY, until: "2026-01-01", ppm: 1 }]),
  whyNotRates([
    { from: DAY, until: null, ppm: 1 },
    { from: "2027-01-01", until: null, ppm: 1 },
  ]),
  whyNotRates([
    { from: DAY, until: DAY, ppm: 1 },
    { from: "2027-01-01", until: null, ppm: 1 },
  ]),
  whyNotWeigh([{ name: "Vård", weight: null }], "payroll"),
  whyNotWhole(3n, [4n]),
  whyNotWhole(3n, [2n]),
  whyNotWhole(3n, [-1n]),
  provides({ kind: "payrollRate", payroll: 1n, day: "2020-06-01" }),
  provides({ kind: "payrollRate", payroll: 1n, day: "2019-12-31" }),
  provides({ kind: "payrollRate", payroll: -1n, day: DAY }),
  provides({ kind: "payrollRate", payroll: 0n, day: DAY }),
  provides({ kind: "openingBalance", amount: 1n }),
  provides({ kind: "nationalShare", ...share }),
  provides({ kind: "nationalShare", ...share }, "tlo"),
  provides({ kind: "nationalShare", ...share, payroll: 3n }, "tlo"),
  provides({ kind: "nationalShare", ...share, nationalSum: -1n }, "tlo"),
  provides({ kind: "nationalShare", ...share, nationalPayroll: 0n }, "tlo"),
  ...faultsOf(
    { konto: "1", projekt: "A-1", fri: "x" },
    MUNICIPAL_SEGMENTS,
    { costType: "travel", providerKind: null },
    DAY,
  ),
  ...faultsOf(
    { ny: "1" },
    segment({ signs: "letters", min: 2, max: 2 }),
    { costType: "travel", providerKind: null },
    DAY,
  ),
  ...faultsOf({ ny: "123" }, segment({ allowed: [] }), { costType: "travel", providerKind: null }, DAY),
  whyNotSegments(segment({ name: "" })),
  whyNotSegments(segment({ key: "A" })),
  whyNotSegments(segment({ min: 0 })),
  whyNotSegments(segment({ allowed: ["x"] })),
  whyNotSegments(segment({ sie: 7 })),
  whyNotSegments([...segment({}), ...segment({})]),
  whyNotSegments([...segment({}), ...segment({ key: "annan" })]),
  whyNotReconcileMonth({ reconciledOn: DAY, lastDay: DAY, withoutCause: 0 }, "2027-01-01"),
  whyNotReconcileMonth({ reconciledOn: null, lastDay: DAY, withoutCause: 0 }, DAY),
  whyNotReconcileMonth({ reconciledOn: null, lastDay: DAY, withoutCause: 1 }, "2027-01-01"),
  whyNotReconcileMonth({ reconciledOn: null, lastDay: DAY, withoutCause: 3 }, "2027-01-01"),
  whyNotTakeUp({ fresh: [], already: 1, clashes: [] }),
  whyNotTakeUp({ fresh: [], already: 0, clashes: [] }),
  ...sortLines(new Map(), [LINE, LINE]).clashes,
  ...sortLines(new Map([[lineKey(LINE), { day: DAY, amount: 2n }]]), [LINE]).clashes,
  whyNotTakeIn([DAY], new Set(["2026-11"])),
  ...csv(""),
  ...csv("PK\x03\x04"),
  ...csv("a;\x81\n"),
  ...csv('a;b\n1;"x'),
  ...csv('a;b\n1;"x"y'),
  ...csv("a;b\n1;2\n1\n"),
  ...csv(`a;b\n${"1;2\n".repeat(60)}${"1\n".repeat(60)}`),
  ...csv("a;b\n"),
  ...(actuals.csv ? readActuals(actuals.csv, columns).faults : []),
  ...(actuals.csv ? readActuals(actuals.csv, { ...columns, day: "Datum" }).faults : []),
  ...readSie(Buffer.from("x")).faults,
  ...readSie(Buffer.from("#FLAGGA 0")).faults,
  ...readSie(Buffer.from("#FLAGGA 0\n\x86\xe5", "latin1")).faults,
  ...(readSie(Buffer.from("#FLAGGA 0\n#SIETYP 4\nå", "utf8")).sie?.notes ?? []),
  ...(readSie(Buffer.from("#FLAGGA 0\n#SIETYP 4\nå", "latin1")).sie?.notes ?? []),
  ...(sie("#BTRANS").sie?.notes ?? []),
  ...sie('#FNAMN "x', "#FNAMN {x", "}", "#TRANS 1 {} 0", "#OBJEKT 1").faults,
  ...sie(...ver, "#TRANS 1 {1} 0", "#TRANS 1 {} x", "#TRANS 1 {} 1", "}", "#RAR 0 1 2").faults,
  whyNotWriteSie(file({ vouchers: [] })),
  whyNotWriteSie(file({ employer: { name: "", orgNumber: null } })),
  whyNotWriteSie(file({ employer: { name: "x", orgNumber: "1" } })),
  whyNotWriteSie(file({})),
  whyNotWriteSie(file({ accounts: [{ account: "x", name: "y" }] })),
  whyNotWriteSie(rows(row("x", 0n))),
  whyNotWriteSie(rows(row("1", 1n))),
  whyNotWriteSie(rows(row("1", 0n, 7))),
  whyNotWriteSie(rows(row("1", 0n, 20))),
  whyNotWriteSie(rows(row("1", 0n, 1, " "))),
];
const given = reasons.filter((reason) => reason !== null && reason !== undefined);

test("these are all there are: no rule without a sentence, no sentence without a rule", () => {
  expect(reasons.filter((reason) => !reason)).toEqual([]);
  const { distribution, provision, coding, csv: ofCsv, sie: ofSie } = MESSAGES.sv.money;
  const { form, ...ofCoding } = coding;
  const keys = Object.entries({
    distribution,
    provision,
    coding: ofCoding,
    "coding.form": form,
    csv: ofCsv,
    sie: ofSie,
  })
    .flatMap(([group, sentences]) => Object.keys(sentences).map((key) => `money.${group}.${key}`))
    .concat(
      ["already", "notOver", "noCause", "monthClosed", "nothingNew", "noLines", "twiceInFile", "clash"].map(
        (key) => `money.reconciliation.${key}`,
      ),
    );
  const said = new Set<string>(given.map(({ key }) => key));
  expect(keys.filter((key) => !said.has(key))).toEqual([]);
});

test("what somebody wrote is shown as it was written, also when it looks like a day", () => {
  const [fault] = (actuals.csv && readActuals(actuals.csv, columns).faults) ?? [];
  expect(fault && sentence(translator("sv"), fault)).toContain('"2026-11-31" är ingen dag');
});

test("amounts are said in kronor, as the language writes them", () => {
  const reason = whyNotDistribute(1n, [ada], 200_000_00n);
  expect(reason && sentence(translator("sv"), reason)).toMatch(/200\u00a0000 kr .* 0,01 kr/);
  expect(reason && sentence(translator("en"), reason)).toMatch(/SEK 200,000 .* SEK 0.01/);
});

test.each(["sv", "en"] as const)(
  "every reason is a whole sentence in %s, with its values in it",
  (locale) => {
    const t = translator(locale);
    for (const reason of given) {
      const said = sentence(t, reason);
      expect(said, reason.key).toMatch(/^[A-ZÅÄÖ0-9].*[.]$/);
      expect(said, reason.key).not.toMatch(/[{}]|money\./);
      for (const value of Object.values(reason.values ?? {}))
        if (typeof value === "string" && value.length > 5 && !isDay(value)) expect(said).toContain(value);
    }
  },
);
