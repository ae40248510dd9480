import type { Client } from "pg";
import { addDays, type Day } from "@/domain/day";

/** How large a world is; entries are twenty to a case. */
export type Size = { cases: number };

/** Days over which cases are begun; the last entry of the last of them is booked 70 days after its first. */
const DAYS = 960;
const LAST = DAYS + 70;

/**
 * Fills an empty, migrated database with one municipality in which much has happened: nothing in it is random, so that
 * every run measures the same rows, ended on the day before `today` so that the frame is open then. The book is a legal
 * one: it goes through the ledger's own trigger, some days at a time, as if each had been booked in its turn.
 */
export async function makeWorld(client: Client, { cases }: Size, today: Day): Promise<void> {
  const start = addDays(today, -LAST - 1);
  // What stands in a script of several statements cannot be a parameter; a whole number and a day are safe as text.
  const run = (sql: string) =>
    client.query(
      sql
        .replaceAll(":cases", String(cases))
        .replaceAll(":start", `DATE '${start}'`)
        .replaceAll(":today", `DATE '${today}'`),
    );
  for (const sql of [FUNCTIONS, PLACES, PEOPLE, CASES, INITIATIVES, ENTRIES]) await run(sql);
  for (let from = -1; from < LAST; from += 20)
    await run(BOOK.replaceAll(":from", String(from)).replaceAll(":until", String(from + 20)));
  await run("DROP TABLE bench_entry");
  await run("ANALYZE");
}

/** Names an id: the same words give the same id in every run. */
export const id = (what: string): string => `bench_id('${what}')`;

const FUNCTIONS = `
  CREATE FUNCTION bench_id(what text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5(what)::uuid $$;
  CREATE FUNCTION bench_e() RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5('employer')::uuid $$`;

// A town of two hundred units in three levels; a frame that is open and one before it that is drawn on.
const PLACES = `
  INSERT INTO employer (id, slug, name, org_number, scheme, demo, headcount) VALUES (bench_e(), 'mattstad', 'Måttstads kommun', '212000-0000', 'tlo', true, 20000);
  INSERT INTO unit (employer_id, id, parent_id, name, kind, headcount, valid_from) VALUES (bench_e(), bench_id('unit-0'), NULL, 'Måttstads kommun', 'kommun', 20000, '2015-01-01');
  INSERT INTO unit (employer_id, id, parent_id, name, kind, headcount, valid_from)
    SELECT bench_e(), bench_id('unit-' || n), bench_id('unit-0'), 'Förvaltning ' || n, 'förvaltning', 1000, '2015-01-01' FROM generate_series(1, 20) n;
  INSERT INTO unit (employer_id, id, parent_id, name, kind, headcount, valid_from)
    SELECT bench_e(), bench_id('unit-' || n), bench_id('unit-' || 1 + n % 20), 'Enhet ' || n, 'enhet', 100, '2015-01-01' FROM generate_series(21, 199) n;
  INSERT INTO "union" (employer_id, id, name) VALUES (bench_e(), bench_id('union'), 'Förbundet');
  INSERT INTO union_to_hear (employer_id, id, union_id, unit_id, valid_from) VALUES (bench_e(), bench_id('to-hear'), bench_id('union'), bench_id('unit-0'), '2015-01-01');
  INSERT INTO fund (employer_id, id, name, version, state, period_from, period_until, application_day, reserve_day, grant_day, requisition_day, reverts) VALUES
    (bench_e(), bench_id('fund-0'), 'Ram 2021–2023', 'komKr2021', 'drawOnly', :start - 1103, :start - 8, :start - 40, :start - 24, :start - 8, NULL, true),
    (bench_e(), bench_id('fund-1'), 'Ram 2024–2026', 'komKr2022', 'open', :start - 7, :today + 40, :today + 20, :today + 25, :today + 40, :today + 1135, true);
  INSERT INTO pot (employer_id, fund_id, id) SELECT bench_e(), bench_id('fund-' || n), bench_id('pot-' || n) FROM generate_series(0, 1) n;
  INSERT INTO pot (employer_id, fund_id, id, unit_id) SELECT bench_e(), bench_id('fund-1'), bench_id('pot-unit-' || n), bench_id('unit-' || n) FROM generate_series(1, 10) n;
  INSERT INTO ledger_entry (employer_id, id, movement, amount, day, at, from_account, to_account, to_fund_id, to_pot_id)
    SELECT bench_e(), bench_id('provide-' || n), 'provide', 100000000000000, :start - 1, :start - 1, 'outside', 'available', bench_id('fund-' || n), bench_id('pot-' || n) FROM generate_series(0, 1) n;
  INSERT INTO event_chain (employer_id, seq, hash) VALUES (bench_e(), 0, '')`;

// All invented. One session of the coordinator, who looks at the pages.
const PEOPLE = `
  INSERT INTO person (employer_id, id, unit_id, given_name, family_name)
    SELECT bench_e(), bench_id('person-' || n), bench_id('unit-' || n % 200), 'Person', 'Nummer ' || n FROM generate_series(0, 399) n;
  INSERT INTO role_assignment (employer_id, id, person_id, role, unit_id, valid_from) VALUES
    (bench_e(), bench_id('role-0'), bench_id('person-0'), 'coordinator', bench_id('unit-0'), '2020-01-01'),
    (bench_e(), bench_id('role-1'), bench_id('person-1'), 'manager', bench_id('unit-0'), '2020-01-01');
  INSERT INTO mandate (employer_id, id, person_id, kind, paragraph, valid_from) VALUES
    (bench_e(), bench_id('mandate-1'), bench_id('person-1'), 'decisionMaker', '4.2', '2020-01-01');
  INSERT INTO session (employer_id, id, person_id, assignment_id, started_at, expires_at) VALUES
    (bench_e(), bench_id('session'), bench_id('person-0'), bench_id('role-0'), now(), now() + interval '12 hours')`;

// Of a hundred cases six are on their way, four ended without money and ninety have become initiatives.
const CASES = `
  WITH one AS (
    SELECT n, :start + ((n::bigint * ${DAYS}) / :cases)::int AS day,
      CASE n % 100 WHEN 0 THEN 'draft' WHEN 1 THEN 'submitted' WHEN 2 THEN 'endorsed' WHEN 3 THEN 'prepared' WHEN 4 THEN 'inConsultation' WHEN 5 THEN 'approved'
        WHEN 6 THEN 'declined' WHEN 7 THEN 'declined' WHEN 8 THEN 'withdrawn' WHEN 9 THEN 'withdrawn' ELSE 'converted' END AS status
    FROM generate_series(0, :cases - 1) n
  ), cases AS (
    INSERT INTO pre_registration (employer_id, id, number, title, unit_id, fund_id, pot_id, version, status, status_since, submitted_at, need, initiative, beyond_ordinary,
      risk, area, headcount, provider_kind, provider_name, period_from, period_until, owner_id, amount, approved_amount, current_version)
    SELECT bench_e(), bench_id('case-' || n), to_char(day, 'YYYY') || '-' || lpad(n::text, 6, '0'), 'Utbildning nummer ' || n, bench_id('unit-' || 1 + n % 199),
      bench_id('fund-1'), bench_id('pot-1'), 'komKr2022', status::"CaseStatus", day + time '10:00', CASE WHEN status = 'draft' THEN NULL ELSE day + time '09:00' END,
      'Vi behöver kunna mer.', 'En kurs om tio veckor.', 'Nya uppgifter.', '', 'competence', 6 + n % 9, 'external', 'Kursgården', day + 30, day + 120,
      bench_id('person-' || n % 400), 4000000 + (n % 50) * 100000, CASE WHEN status IN ('approved', 'converted') THEN 4000000 + (n % 50) * 100000 END, CASE WHEN n % 100 < 4 THEN 0 ELSE 1 END
    FROM one
  ), units AS (
    INSERT INTO case_unit (employer_id, case_id, unit_id, own_cost) SELECT bench_e(), bench_id('case-' || n), bench_id('unit-' || 1 + n % 199), 500000 FROM one
  ), lines AS (
    INSERT INTO cost_line (employer_id, id, case_id, line_order, cost_type, text, amount)
    SELECT bench_e(), bench_id('line-' || n), bench_id('case-' || n), 0, 'courseFee', '', 4000000 + (n % 50) * 100000 FROM one
  ), groups AS (
    INSERT INTO participant_group (employer_id, id, case_id, occupation, aid, taking_part)
    SELECT bench_e(), bench_id('group-' || n), bench_id('case-' || n), 'Undersköterska', '207008', 6 + n % 9 FROM one
  )
  INSERT INTO endorsement (employer_id, id, case_id, unit_id, person_id, role, amount, own_cost, at)
  SELECT bench_e(), bench_id('endorsement-' || n), bench_id('case-' || n), bench_id('unit-' || 1 + n % 199), bench_id('person-1'), 'manager', 4000000 + (n % 50) * 100000, 500000, day + time '09:30'
  FROM one WHERE n % 100 > 1`;

// One initiative and one granted part for each converted case.
const INITIATIVES = `
  WITH one AS (SELECT n FROM generate_series(0, :cases - 1) n WHERE n % 100 >= 10), initiatives AS (
    INSERT INTO initiative (employer_id, id, case_id, unit_id, title, amount, owner_id, provider_kind, provider_name, period_from, period_until, headcount, took_part, completed_on, status, status_since)
    SELECT employer_id, bench_id('initiative-' || n), c.id, c.unit_id, c.title, c.amount, c.owner_id, c.provider_kind, c.provider_name, c.period_from, c.period_until, c.headcount, c.headcount,
      c.period_until, 'settled', c.status_since
    FROM one JOIN pre_registration c ON c.employer_id = bench_e() AND c.id = bench_id('case-' || n) RETURNING id
  )
  INSERT INTO granted_part (employer_id, id, case_id, initiative_id, number, amount, granted_on, settled_at)
  SELECT c.employer_id, bench_id('part-' || n), c.id, bench_id('initiative-' || n), 'M' || n, c.amount, c.status_since::date + 20, c.status_since + interval '60 days'
  FROM one JOIN pre_registration c ON c.employer_id = bench_e() AND c.id = bench_id('case-' || n)`;

// A case's money: reserved, nine times corrected down and up again, granted, paid but for a thousand, the rest released.
// A hundredth of the cases' number are transfers between pots.
const ENTRIES = `
  CREATE UNLOGGED TABLE bench_entry AS
  WITH one AS (SELECT n, ((n::bigint * ${DAYS}) / :cases)::int AS day, 4000000 + (n % 50) * 100000 AS amount FROM generate_series(0, :cases - 1) n WHERE n % 100 = 5 OR n % 100 >= 10)
  SELECT n, day, 0 AS step, 'reserve' AS movement, amount FROM one
  UNION ALL SELECT n, day + pair, pair * 2 - 1, 'unreserve', 100000 FROM one, generate_series(1, 9) pair
  UNION ALL SELECT n, day + pair, pair * 2, 'reserve', 100000 FROM one, generate_series(1, 9) pair
  UNION ALL SELECT n, day + 20, 20, 'commit', amount FROM one WHERE n % 100 <> 5
  UNION ALL SELECT n, day + 60, 21, 'draw', amount - 100000 FROM one WHERE n % 100 <> 5
  UNION ALL SELECT n, day + 60, 22, 'release', 100000 FROM one WHERE n % 100 <> 5
  UNION ALL SELECT n, ((n::bigint * ${DAYS} * 100) / :cases)::int, 23, 'transfer', 1000000 FROM generate_series(0, :cases / 100 - 1) n`;

// The days after :from and until :until.
const BOOK = `
  INSERT INTO ledger_entry (employer_id, id, movement, amount, day, at, person_id, from_account, from_fund_id, from_pot_id, from_case_id, from_part_id, to_account, to_fund_id, to_pot_id, to_case_id, to_part_id)
  SELECT bench_e(), bench_id('entry-' || n || '-' || step), movement::"Movement", amount, :start + day, :start + day + time '11:00', bench_id('person-0'),
    CASE movement WHEN 'reserve' THEN 'available' WHEN 'transfer' THEN 'available' WHEN 'unreserve' THEN 'reserved' WHEN 'commit' THEN 'reserved' ELSE 'committed' END::"Account",
    bench_id('fund-1'), bench_id('pot-1'), CASE WHEN movement NOT IN ('reserve', 'transfer') THEN bench_id('case-' || n) END, CASE WHEN movement IN ('draw', 'release') THEN bench_id('part-' || n) END,
    CASE movement WHEN 'reserve' THEN 'reserved' WHEN 'commit' THEN 'committed' WHEN 'draw' THEN 'drawn' ELSE 'available' END::"Account",
    bench_id('fund-1'), CASE WHEN movement = 'transfer' THEN bench_id('pot-unit-' || 1 + n % 10) ELSE bench_id('pot-1') END,
    CASE WHEN movement IN ('reserve', 'commit', 'draw') THEN bench_id('case-' || n) END, CASE WHEN movement IN ('commit', 'draw') THEN bench_id('part-' || n) END
  FROM bench_entry WHERE day > :from AND day <= :until ORDER BY day, n, step`;
