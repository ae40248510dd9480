import { type Day, isDay } from "@/domain/day";
import { type Ore, parseMoney, sum } from "@/domain/money";
import type { Reason } from "@/domain/reason";
import type { Actual } from "@/domain/reconciliation";
import { decodePc8, type Pc8Encoding } from "./cp437";
import { asWritten } from "./csv-cells";
import type { SieObject, SieRow } from "./sie-write";

/** A voucher as it stands in a file, with the line on which it begins. */
export type ReadVoucher = {
  line: number;
  series: string;
  number: string;
  day: Day;
  text: string;
  rows: SieRow[];
};

/** What an SIE file of type 4 holds, exported (4E) or made to be imported (4I). */
export type SieContent = {
  encoding: Pc8Encoding;
  name: string;
  orgNumber: string;
  /** Financial years as the file numbers them: 0 is the present one, -1 the one before. */
  years: { year: number; from: Day; until: Day }[];
  accounts: { account: string; name: string }[];
  dimensions: { dimension: number; name: string }[];
  objects: (SieObject & { name: string })[];
  vouchers: ReadVoucher[];
  /** What to know before it is taken in: another encoding than the label says, rows that were skipped. */
  notes: Reason[];
};

/** All of it or its faults, never half. */
export type SieReading = { sie: SieContent; faults: [] } | { sie: null; faults: Reason[] };

/** So many faults are named; more help nobody. */
const MOST_FAULTS = 50;

/**
 * Reads an SIE file of type 4. It should be in code page 437; one in UTF-8 or Windows-1252 with that label is read as what
 * it is, and a note says so. Corrections within vouchers are skipped and counted: a #BTRANS was removed, and an #RTRANS
 * stands again as a #TRANS. Unknown records, balances and the checksum are passed over, as the format asks. Faults
 * are named by line; with one of them nothing is read. [SIE 4C]
 */
export function readSie(bytes: Uint8Array): SieReading {
  const file = decodePc8(bytes);
  if (!file) return { sie: null, faults: [{ key: "money.sie.encodingUnclear" }] };
  const lines = file.text.split(/\r\n|\n|\r/);
  if (!/^\s*#FLAGGA(\s|$)/i.test(lines.find((line) => line.trim() !== "") ?? ""))
    return { sie: null, faults: [{ key: "money.sie.notSie" }] };

  const state: State = { sie: empty(file.encoding), type: null, skipped: 0, unopened: false, open: null };
  const faults: Reason[] = [];
  for (const [nth, line] of lines.entries()) {
    const fault = readLine(state, line.trim(), nth + 1);
    if (fault) faults.push(fault);
    if (faults.length === MOST_FAULTS) break;
  }
  if (state.open) faults.push(at("openBrace", state.open.line));
  if (state.type !== "4") faults.unshift({ key: "money.sie.notType4" });
  if (faults.length > 0) return { sie: null, faults };
  if (state.skipped > 0)
    state.sie.notes.push({ key: "money.sie.skippedRows", values: { count: state.skipped } });
  return { sie: state.sie, faults: [] };
}

type State = {
  sie: SieContent;
  type: string | null;
  skipped: number;
  /** The last voucher has not had its brace yet. */
  unopened: boolean;
  open: ReadVoucher | null;
};

type Fault =
  | "openQuote"
  | "openBrace"
  | "strayBrace"
  | "rowOutside"
  | "tooFew"
  | "badObjects"
  | "badAmount"
  | "badDay";

const at = (fault: Fault, line: number, values: Record<string, string> = {}): Reason => ({
  key: `money.sie.${fault}`,
  values: { line, ...values },
});

function empty(encoding: Pc8Encoding): SieContent {
  const notes: Record<Pc8Encoding, Reason[]> = {
    cp437: [],
    utf8: [{ key: "money.sie.encodingUtf8" }],
    windows1252: [{ key: "money.sie.encodingLatin1" }],
  };
  return {
    encoding,
    name: "",
    orgNumber: "",
    years: [],
    accounts: [],
    dimensions: [],
    objects: [],
    vouchers: [],
    notes: notes[encoding],
  };
}

/** Reads one line into the state; what is wrong with it comes back. */
function readLine(state: State, text: string, line: number): Reason | null {
  if (text === "{") {
    const voucher = state.sie.vouchers.at(-1);
    if (!state.unopened || !voucher) return at("strayBrace", line);
    state.open = voucher;
    state.unopened = false;
    return null;
  }
  if (text === "}") {
    const voucher = state.open;
    state.open = null;
    return voucher ? whyUnbalanced(voucher) : at("strayBrace", line);
  }
  if (!text.startsWith("#")) return null;
  const record = (/^#\w+/.exec(text)?.[0] ?? "").toUpperCase();
  const fields = fieldsOf(text.slice(record.length));
  if (typeof fields === "string") return at(fields, line);
  return readRecord(state, record, fields, line);
}

function readRecord(state: State, record: string, fields: readonly Field[], line: number): Reason | null {
  const { sie } = state;
  const [first = "", second = "", third = ""] = fields.map((field) => (Array.isArray(field) ? "" : field));
  const needs = (count: number) => (fields.length < count ? at("tooFew", line, { record }) : null);
  switch (record) {
    case "#FLAGGA":
      if (first === "1") sie.notes.push({ key: "money.sie.alreadyRead" });
      return null;
    case "#SIETYP":
      state.type = first;
      return null;
    case "#FNAMN":
      sie.name = first;
      return null;
    case "#ORGNR":
      sie.orgNumber = first;
      return null;
    case "#RAR": {
      const [from, until] = [dayIn(second), dayIn(third)];
      if (!from || !until) return at("badDay", line, { value: asWritten(from ? third : second) });
      sie.years.push({ year: Number(first), from, until });
      return null;
    }
    case "#KONTO":
      sie.accounts.push({ account: first, name: second });
      return needs(2);
    case "#DIM":
    case "#UNDERDIM":
      sie.dimensions.push({ dimension: Number(first), name: second });
      return needs(2);
    case "#OBJEKT":
      sie.objects.push({ dimension: Number(first), object: second, name: third });
      return needs(3);
    case "#VER":
      return readVoucher(state, fields, line);
    case "#TRANS":
      return readRow(state, fields, line);
    case "#BTRANS":
    case "#RTRANS":
      state.skipped += 1;
      return null;
    default:
      return null;
  }
}

function readVoucher(state: State, fields: readonly Field[], line: number): Reason | null {
  if (state.open) {
    const unclosed = state.open;
    state.open = null;
    return at("openBrace", unclosed.line);
  }
  const [series, number, day, text] = fields.map(String);
  if (series === undefined || number === undefined || day === undefined)
    return at("tooFew", line, { record: "#VER" });
  const found = dayIn(day);
  // It is kept also when its day is wrong, so that its rows are not called stray.
  state.sie.vouchers.push({ line, series, number, day: found ?? "", text: text ?? "", rows: [] });
  state.unopened = true;
  return found ? null : at("badDay", line, { value: asWritten(day) });
}

function readRow(state: State, fields: readonly Field[], line: number): Reason | null {
  if (!state.open) return at("rowOutside", line);
  const [account, list, amount, , text] = fields;
  if (typeof account !== "string" || !Array.isArray(list) || typeof amount !== "string")
    return at("tooFew", line, { record: "#TRANS" });
  const objects = objectsIn(list);
  if (!objects) return at("badObjects", line);
  const ore = amountIn(amount);
  if (ore === null) return at("badAmount", line, { value: asWritten(amount) });
  state.open.rows.push({ account, objects, amount: ore, text: typeof text === "string" ? text : "" });
  return null;
}

function whyUnbalanced({ series, number, rows, line }: ReadVoucher): Reason | null {
  const difference = sum(rows.map(({ amount }) => amount));
  const voucher = `${series} ${number}`.trim();
  return difference === 0n
    ? null
    : { key: "money.sie.unbalanced", values: { voucher, line, difference: Number(difference) / 100 } };
}

/** A field, or a list of them in braces. */
type Field = string | string[];

const FIELD = /[ \t]*(?:"((?:\\"|[^"])*)"|([{}])|([^ \t"{}][^ \t{}]*))/y;

/** The fields of a record, parted by spaces or tabs; in quotes they may hold both, and a quote as \". */
function fieldsOf(text: string): Field[] | "openQuote" | "openBrace" | "strayBrace" {
  const fields: Field[] = [];
  let list: string[] | null = null;
  let end = 0;
  FIELD.lastIndex = 0;
  for (let found = FIELD.exec(text); found; found = FIELD.exec(text)) {
    end = FIELD.lastIndex;
    const [, quoted, brace, bare = ""] = found;
    if (brace === "{") {
      if (list) return "strayBrace";
      list = [];
    } else if (brace === "}") {
      if (!list) return "strayBrace";
      fields.push(list);
      list = null;
    } else (list ?? fields).push(quoted === undefined ? bare : quoted.replace(/\\"/g, '"'));
  }
  if (text.slice(end).trim() !== "") return "openQuote";
  return list ? "openBrace" : fields;
}

function objectsIn(list: readonly string[]): SieObject[] | null {
  const objects: SieObject[] = [];
  for (let nth = 0; nth < list.length; nth += 2) {
    const [dimension, object] = [list[nth] ?? "", list[nth + 1]];
    if (!/^\d+$/.test(dimension) || object === undefined) return null;
    objects.push({ dimension: Number(dimension), object });
  }
  return objects;
}

const amountIn = (text: string): Ore | null => (/^-?\d+(\.\d{1,2})?$/.test(text) ? parseMoney(text) : null);

function dayIn(text: string): Day | null {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? day : null;
}

/**
 * The rows of the vouchers as lines to reconcile, öre with the file's own signs; only those on certain objects of a
 * dimension when told so. The coding is the account and the objects' codes.
 */
export function sieActuals(
  sie: SieContent,
  only: { dimension: number; objects: ReadonlySet<string> } | null = null,
): Actual[] {
  const wanted = ({ objects }: SieRow) =>
    only === null || objects.some((it) => it.dimension === only.dimension && only.objects.has(it.object));
  return sie.vouchers.flatMap((voucher, place) =>
    voucher.rows.flatMap((row, nth) =>
      wanted(row)
        ? {
            voucher: `${voucher.series} ${voucher.number}`.trim() || `#${place + 1}`,
            line: String(nth + 1),
            day: voucher.day,
            amount: row.amount,
            coding: [row.account, ...row.objects.map(({ object }) => object)].join(" "),
            text: [voucher.text, row.text].filter(Boolean).join(" · "),
          }
        : [],
    ),
  );
}
