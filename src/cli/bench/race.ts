import type { Client } from "pg";

/** Bookings and approvals that race for one fund, and how many of them it has room for. */
export const RACERS = 1_500;
export const ROOM = 300;
/** Öre that each of them asks for. */
export const EACH = 1_000_000n;

/**
 * For each round a fund with room for 300 and 1,500 cases that lack nothing but the decision, and another such fund for
 * bookings alone. Stands on the places and people of makeWorld.
 */
export async function makeRaces(client: Client, rounds: number): Promise<void> {
  for (const kind of ["race", "hot"])
    for (let nth = 0; nth < rounds; nth++) await client.query(fund(`${kind}-${nth}`));
  for (let nth = 0; nth < rounds; nth++) await client.query(casesOf(nth));
  await client.query(RAW);
  await client.query("ANALYZE");
}

const fund = (name: string) => `
  INSERT INTO fund (employer_id, id, name, version, state, period_from, period_until, reverts)
    VALUES (bench_e(), bench_id('fund-${name}'), '${name}', 'komKr2022', 'open', current_date - 100, current_date + 100, true);
  INSERT INTO pot (employer_id, fund_id, id) VALUES (bench_e(), bench_id('fund-${name}'), bench_id('pot-${name}'));
  INSERT INTO ledger_entry (employer_id, id, movement, amount, day, at, from_account, to_account, to_fund_id, to_pot_id)
    VALUES (bench_e(), bench_id('provide-${name}'), 'provide', ${EACH * BigInt(ROOM)}, current_date - 90, now(), 'outside', 'available', bench_id('fund-${name}'), bench_id('pot-${name}'))`;

const casesOf = (nth: number) => `
  INSERT INTO consultation (employer_id, id, kind, day, called_at, minutes_number, minutes, minutes_recorded_at, minutes_approved_at, minutes_approver_id)
    VALUES (bench_e(), bench_id('meeting-${nth}'), 'unions', current_date - 10, now() - interval '30 days', '1', 'Protokoll', now() - interval '9 days', now() - interval '8 days', bench_id('person-3'));
  INSERT INTO pre_registration (employer_id, id, number, title, unit_id, fund_id, pot_id, version, status, status_since, submitted_at, need, initiative, beyond_ordinary, area, headcount,
      provider_kind, provider_name, period_from, period_until, owner_id, amount, current_version)
    SELECT bench_e(), bench_id('race-${nth}-' || i), '2099-${nth}' || lpad(i::text, 4, '0'), 'Kapplöpning ' || i, bench_id('unit-1'), bench_id('fund-race-${nth}'), bench_id('pot-race-${nth}'),
      'komKr2022', 'inConsultation', now() - interval '20 days', now() - interval '40 days', 'Behov', 'Insats', 'Nytt', 'competence', 8, 'external', 'Kursgården', current_date + 30, current_date + 90,
      bench_id('person-4'), ${EACH}, 1 FROM generate_series(1, ${RACERS}) i;
  INSERT INTO case_unit (employer_id, case_id, unit_id) SELECT bench_e(), bench_id('race-${nth}-' || i), bench_id('unit-1') FROM generate_series(1, ${RACERS}) i;
  INSERT INTO cost_line (employer_id, id, case_id, line_order, cost_type, text, amount)
    SELECT bench_e(), bench_id('race-line-${nth}-' || i), bench_id('race-${nth}-' || i), 0, 'courseFee', '', ${EACH} FROM generate_series(1, ${RACERS}) i;
  INSERT INTO endorsement (employer_id, id, case_id, unit_id, person_id, role, amount, own_cost, at)
    SELECT bench_e(), bench_id('race-endorsement-${nth}-' || i), bench_id('race-${nth}-' || i), bench_id('unit-1'), bench_id('person-2'), 'manager', ${EACH}, 0, now() - interval '30 days' FROM generate_series(1, ${RACERS}) i;
  INSERT INTO case_version (employer_id, case_id, number, content, at) SELECT bench_e(), bench_id('race-${nth}-' || i), 1, '{}', now() - interval '20 days' FROM generate_series(1, ${RACERS}) i;
  INSERT INTO consultation_subject (employer_id, id, consultation_id, case_id, subject_order)
    SELECT bench_e(), bench_id('race-subject-${nth}-' || i), bench_id('meeting-${nth}'), bench_id('race-${nth}-' || i), i FROM generate_series(1, ${RACERS}) i;
  INSERT INTO voice (employer_id, id, subject_id, union_id, case_id, state, state_since, version_number, called_at)
    SELECT bench_e(), bench_id('race-voice-${nth}-' || i), bench_id('race-subject-${nth}-' || i), bench_id('union'), bench_id('race-${nth}-' || i), 'concluded', now() - interval '10 days', 1, now() - interval '30 days'
    FROM generate_series(1, ${RACERS}) i;
  INSERT INTO statement (employer_id, id, voice_id, case_id, version_number, kind, person_id, role, at)
    SELECT bench_e(), bench_id('race-statement-${nth}-' || i), bench_id('race-voice-${nth}-' || i), bench_id('race-${nth}-' || i), 1, 'noObjection', bench_id('person-3'), 'unionRep', now() - interval '10 days'
    FROM generate_series(1, ${RACERS}) i`;

// The anchor: as wide as the ledger, with its key and nothing else.
const RAW = `
  CREATE TABLE bench_raw (LIKE ledger_entry INCLUDING DEFAULTS);
  ALTER TABLE bench_raw ADD PRIMARY KEY (employer_id, id);
  GRANT INSERT ON bench_raw TO portal_app`;
