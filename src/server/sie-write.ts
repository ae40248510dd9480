import type { Day } from "@/domain/day";
import { type Ore, sum } from "@/domain/money";
import { type Reason, refuseIf } from "@/domain/reason";
import { encodeCp437, plainForCp437 } from "./cp437";
import { plainAmount } from "./csv";

/** A code in a dimension of SIE: dimension 6 (project), object "TLO17". */
export type SieObject = { dimension: number; object: string };

/** Öre: debit above zero, credit below. */
export type SieRow = { account: string; objects: readonly SieObject[]; amount: Ore; text: string };

/** Series and number may be empty: the ledger that reads the file gives them then. */
export type SieVoucher = { series: string; number: string; day: Day; text: string; rows: readonly SieRow[] };

export type SieFile = {
  program: { name: string; version: string };
  /** The day on which the file is made. */
  made: Day;
  employer: { name: string; orgNumber: string | null };
  accounts: readonly { account: string; name: string }[];
  /** Names of the dimensions that the rows use. */
  dimensions: readonly { dimension: number; name: string }[];
  /** Names of objects; one that is used and has none is declared by its code. */
  objects: readonly (SieObject & { name: string })[];
  vouchers: readonly SieVoucher[];
};

/** Cost centre, cost bearer (beneath it), project, and what is free. 7 is a person: never used. [SIE 4C] */
const isOurs = (dimension: number) => [1, 2, 6].includes(dimension) || dimension >= 20;

const isAccount = (text: string) => /^\d{1,10}$/.test(text);

/**
 * Why no vouchers can be written; null when they can: there are none, the employer has no name or an impossible
 * organisation number, a voucher is empty or does not sum to zero, an account is no number, an object has no code, or
 * a dimension has no name or belongs to something else.
 */
export function whyNotWriteSie(file: SieFile): Reason | null {
  if (file.vouchers.length === 0) return { key: "money.sie.nothing" };
  if (file.employer.name.trim() === "") return { key: "money.sie.noName" };
  if (file.employer.orgNumber !== null && orgNumber(file.employer.orgNumber) === null)
    return { key: "money.sie.badOrgNumber" };
  const named = new Set(file.dimensions.map(({ dimension }) => dimension));
  for (const { dimension } of [...file.dimensions, ...file.objects])
    if (!isOurs(dimension)) return { key: "money.sie.takenDimension", values: { dimension } };
  for (const { dimension } of file.objects)
    if (!named.has(dimension)) return { key: "money.sie.undeclared", values: { dimension } };
  const strange = file.accounts.find(({ account }) => !isAccount(account));
  if (strange) return { key: "money.sie.badAccountName", values: strange };
  for (const [nth, voucher] of file.vouchers.entries()) {
    const reason = whyNotVoucher(voucher, nth, named);
    if (reason) return reason;
  }
  return null;
}

function whyNotVoucher(it: SieVoucher, nth: number, named: ReadonlySet<number>): Reason | null {
  const voucher = [it.series, it.number].filter(Boolean).join(" ") || String(nth + 1);
  if (it.rows.length === 0) return { key: "money.sie.noRowsIn", values: { voucher } };
  for (const { account, objects } of it.rows) {
    if (!isAccount(account)) return { key: "money.sie.badAccount", values: { voucher, account } };
    for (const { dimension, object } of objects) {
      if (!isOurs(dimension)) return { key: "money.sie.takenDimension", values: { dimension } };
      if (!named.has(dimension)) return { key: "money.sie.undeclared", values: { dimension } };
      if (sieText(object).trim() === "")
        return { key: "money.sie.emptyObject", values: { voucher, dimension } };
    }
  }
  const difference = sum(it.rows.map(({ amount }) => amount));
  return difference === 0n
    ? null
    : { key: "money.sie.doesNotBalance", values: { voucher, difference: Number(difference) / 100 } };
}

/**
 * Vouchers as a file of type SIE 4I, edition 4C, for any accounting system to read in: records in their order, code page
 * 437, CRLF, dimensions and objects always declared (some importers refuse undeclared ones), no balances, which are
 * forbidden in 4I, and no checksum, which is optional. Throws what whyNotWriteSie says. [SIE 4C]
 */
export function writeSie(file: SieFile): Uint8Array {
  refuseIf(whyNotWriteSie(file));
  const { employer, program } = file;
  const org = employer.orgNumber === null ? null : orgNumber(employer.orgNumber);
  const lines = [
    "#FLAGGA 0",
    `#PROGRAM ${quoted(program.name)} ${quoted(program.version)}`,
    "#FORMAT PC8",
    `#GEN ${compact(file.made)}`,
    "#SIETYP 4",
    `#FNAMN ${quoted(employer.name)}`,
    ...(org ? [`#ORGNR ${org}`] : []),
    ...[...file.accounts]
      .sort((a, b) => (a.account < b.account ? -1 : 1))
      .map(({ account, name }) => `#KONTO ${account} ${quoted(name)}`),
    ...declarations(file),
    ...file.vouchers.flatMap(voucherLines),
  ];
  return encodeCp437(lines.map((line) => `${line}\r\n`).join(""));
}

/** Their bytes are å, ä, ö and é in Latin-1: one of them, and a reader that looks at the letters takes the file for that. */
const LIKE_LATIN = /[σΣ÷┼─╓Θ╔]/g;

/**
 * Text as it comes back from the file: plain for code page 437, on one line, strokes for backslashes, which SIE cannot
 * escape, and a question mark for the few signs that would make the file's character set unclear.
 */
export function sieText(text: string): string {
  return plainForCp437(text)
    .replace(LIKE_LATIN, "?")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\\/g, "/");
}

/** The dimensions before the objects; a cost bearer lies beneath the cost centre. */
function declarations(file: SieFile): string[] {
  const used = file.vouchers.flatMap(({ rows }) => rows.flatMap(({ objects }) => objects));
  const objects = new Map<string, SieObject & { name: string }>();
  for (const it of [...file.objects, ...used.map((it) => ({ ...it, name: it.object }))]) {
    const key = `${it.dimension} ${sieText(it.object)}`;
    if (!objects.has(key)) objects.set(key, it);
  }
  const dimensions = new Map(file.dimensions.map((it) => [it.dimension, it.name]));
  const ascending = <T extends { dimension: number }>(all: Iterable<T>) =>
    [...all].sort((a, b) => a.dimension - b.dimension);
  return [
    ...ascending([...dimensions].map(([dimension, name]) => ({ dimension, name }))).map(
      ({ dimension, name }) =>
        dimension === 2 ? `#UNDERDIM 2 ${quoted(name)} 1` : `#DIM ${dimension} ${quoted(name)}`,
    ),
    ...ascending(objects.values()).map(
      ({ dimension, object, name }) => `#OBJEKT ${dimension} ${quoted(object)} ${quoted(name)}`,
    ),
  ];
}

function voucherLines({ series, number, day, text, rows }: SieVoucher): string[] {
  return [
    `#VER ${quoted(series)} ${quoted(number)} ${compact(day)} ${quoted(text)}`,
    "{",
    ...rows.map((row) => {
      const objects = row.objects.map(({ dimension, object }) => `${dimension} ${quoted(object)}`).join(" ");
      // A text stands after the day of the row; without one that field is empty, and empty fields are written "".
      const note = row.text === "" ? "" : ` "" ${quoted(row.text)}`;
      return `#TRANS ${row.account} {${objects}} ${plainAmount(row.amount, ".")}${note}`;
    }),
    "}",
  ];
}

const quoted = (text: string) => `"${sieText(text).replace(/"/g, '\\"')}"`;

const compact = (day: Day) => day.replaceAll("-", "");

/** "212000-0000" of ten digits, with or without the hyphen; null of anything else. */
function orgNumber(text: string): string | null {
  const digits = /^(\d{6})-?(\d{4})$/.exec(text.trim());
  return digits ? `${digits[1]}-${digits[2]}` : null;
}
