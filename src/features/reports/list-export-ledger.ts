import { z } from "zod";
import { type Account, MOVES, type Movement } from "@/domain/ledger";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { type BookSearch, bookSearch } from "@/features/funds/book-schema";
import { seesEntries } from "@/features/funds/entry-queries";
import { literal, type SqlCell } from "@/server/copy-sql";
import type { Head, ListCopy, Reader } from "./list-export";

/** Only so many, the newest; the page has no such choice, a sample has. */
const sample = z.coerce.number().int().min(1).optional().catch(undefined);

const HEADS: readonly { key: Head; width: number }[] = [
  { key: "seq", width: 10 },
  { key: "day", width: 12 },
  { key: "movement", width: 24 },
  { key: "amount", width: 18 },
  { key: "fromAccount", width: 20 },
  { key: "fromFund", width: 24 },
  { key: "fromPot", width: 24 },
  { key: "fromCase", width: 14 },
  { key: "fromPart", width: 16 },
  { key: "toAccount", width: 20 },
  { key: "toFund", width: 24 },
  { key: "toPot", width: 24 },
  { key: "toCase", width: 14 },
  { key: "toPart", width: 16 },
  { key: "by", width: 24 },
  { key: "reverses", width: 12 },
];

/**
 * The whole book or what the address narrows it to, the newest entry first, both ends of each in columns of their own.
 * For those who see single entries; others find nothing.
 */
export const ledger: ListCopy = {
  see: "funds",
  page: "/ledger",
  heads: HEADS,
  copy(reader, search) {
    if (!seesEntries(reader.actor)) throw new Refusal(NOT_FOUND);
    const rows = sample.parse(search.rows);
    const asked = where(bookSearch.parse(search));
    return {
      cells: cells(reader),
      from: `${JOINS} ${asked} ORDER BY e.seq DESC ${rows ? `LIMIT ${rows}` : ""}`,
    };
  },
};

function cells({ t, scheme }: Reader): SqlCell[] {
  const word = (of: string, words: readonly (readonly [string, string])[]) =>
    `CASE ${of} ${words.map(([value, said]) => `WHEN ${literal(value)} THEN ${literal(said)}`).join(" ")} END`;
  const movement = (it: Movement) => [it, t(`ledger.movements.${it}`, { scheme })] as const;
  const account = (it: Account) => [it, t(`exports.accounts.${it}`, { scheme })] as const;
  const end = (side: "from" | "to"): SqlCell[] => [
    { word: word(`e.${side}_account`, ACCOUNTS.map(account)) },
    { text: `${side}_fund.name` },
    {
      text: `CASE WHEN ${side}_pot.id IS NULL THEN NULL ELSE coalesce(${side}_unit.name, ${literal(t("exports.central"))}) END`,
    },
    { text: `${side}_case.number` },
    { text: `${side}_part.number` },
  ];
  return [
    { number: "e.seq" },
    { day: "e.day" },
    { word: word("e.movement", (Object.keys(MOVES) as Movement[]).map(movement)) },
    { ore: "e.amount" },
    ...end("from"),
    ...end("to"),
    {
      text: `CASE WHEN p.id IS NULL THEN ${literal(t("ledger.portal"))} WHEN p.is_protected THEN ${literal(t("ledger.hidden"))} ELSE p.given_name || ' ' || p.family_name END`,
    },
    {
      // Few entries put another right: asked for those alone, the book is not read a second time.
      number:
        "CASE WHEN e.reverses_id IS NOT NULL THEN (SELECT u.seq FROM ledger_entry u WHERE u.employer_id = e.employer_id AND u.id = e.reverses_id) END",
    },
  ];
}

const ACCOUNTS: readonly Account[] = ["outside", "available", "reserved", "committed", "drawn"];

const endJoins = (side: "from" | "to") => `
  LEFT JOIN fund ${side}_fund ON ${side}_fund.employer_id = e.employer_id AND ${side}_fund.id = e.${side}_fund_id
  LEFT JOIN pot ${side}_pot ON ${side}_pot.employer_id = e.employer_id AND ${side}_pot.fund_id = e.${side}_fund_id AND ${side}_pot.id = e.${side}_pot_id
  LEFT JOIN unit ${side}_unit ON ${side}_unit.employer_id = e.employer_id AND ${side}_unit.id = ${side}_pot.unit_id
  LEFT JOIN pre_registration ${side}_case ON ${side}_case.employer_id = e.employer_id AND ${side}_case.id = e.${side}_case_id
  LEFT JOIN granted_part ${side}_part ON ${side}_part.employer_id = e.employer_id AND ${side}_part.id = e.${side}_part_id`;

const JOINS = `FROM ledger_entry e ${endJoins("from")} ${endJoins("to")}
  LEFT JOIN person p ON p.employer_id = e.employer_id AND p.id = e.person_id`;

/**
 * The policy alone gives the employer. As on the page, one end of an entry answers to all of fund, pot, unit and case; a
 * unit counts with all beneath it and merged into it, by its pots and by its cases.
 */
function where({ fund, pot, unit, case: of, movement, from, until }: BookSearch): string {
  const id = (value: string) => `${literal(value)}::uuid`;
  const end = (side: "from" | "to") =>
    [
      ...(fund ? [`e.${side}_fund_id = ${id(fund)}`] : []),
      ...(pot ? [`e.${side}_pot_id = ${id(pot)}`] : []),
      ...(of ? [`${side}_case.number = ${literal(of)}`] : []),
      ...(unit
        ? [`(${side}_pot.unit_id IN (${within(unit)}) OR ${side}_case.unit_id IN (${within(unit)}))`]
        : []),
    ].join(" AND ");
  const conditions = [
    ...(fund || pot || of || unit ? [`(${end("from")} OR ${end("to")})`] : []),
    ...(movement ? [`e.movement = ${literal(movement)}`] : []),
    ...(from ? [`e.day >= ${literal(from)}::date`] : []),
    ...(until ? [`e.day <= ${literal(until)}::date`] : []),
  ];
  return conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
}

const within = (unit: string) => `
  WITH RECURSIVE within AS (
    SELECT id FROM unit WHERE id = ${literal(unit)}::uuid
    UNION SELECT u.id FROM unit u JOIN within ON u.parent_id = within.id OR u.successor_id = within.id
  ) SELECT id FROM within`;
