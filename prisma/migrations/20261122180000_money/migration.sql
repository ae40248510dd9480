-- CreateEnum
CREATE TYPE "ProvisionKind" AS ENUM ('entered', 'nationalShare', 'payrollRate', 'openingBalance');

-- CreateEnum
CREATE TYPE "CodeSigns" AS ENUM ('digits', 'letters', 'both');

-- CreateEnum
CREATE TYPE "ActualsFormat" AS ENUM ('csv', 'sie');

-- AlterEnum
ALTER TYPE "AgreementVersion" ADD VALUE 'tloKl2017' BEFORE 'komKr2021';
ALTER TYPE "AgreementVersion" ADD VALUE 'komKr2020' BEFORE 'komKr2021';

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "payroll" BIGINT;

-- AlterTable
ALTER TABLE "cost_line" ADD COLUMN     "codes" JSONB NOT NULL DEFAULT '{}';

-- What was written freely is kept as one code under a name of its own: it shows as a fault once there are segments.
UPDATE "cost_line" SET "codes" = jsonb_build_object('kontering', btrim("coding")) WHERE btrim("coding") <> '';
ALTER TABLE "cost_line" DROP COLUMN "coding";

-- CreateTable
CREATE TABLE "ledger_day" (
    "employer_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "pot_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "movement" "Movement" NOT NULL,
    "available" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "committed" BIGINT NOT NULL DEFAULT 0,
    "drawn" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_day_pkey" PRIMARY KEY ("employer_id","fund_id","pot_id","day","movement")
);

-- CreateTable
CREATE TABLE "provision" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" "ProvisionKind" NOT NULL,
    "payroll" BIGINT,
    "ppm" INTEGER,
    "national_sum" BIGINT,
    "national_payroll" BIGINT,

    CONSTRAINT "provision_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "provision_rate" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "ppm" INTEGER NOT NULL,

    CONSTRAINT "provision_rate_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "coding_segment" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "segment_order" INTEGER NOT NULL,
    "min_length" INTEGER NOT NULL,
    "max_length" INTEGER NOT NULL,
    "signs" "CodeSigns" NOT NULL,
    "required" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "allowed" TEXT[],
    "sie" TEXT,

    CONSTRAINT "coding_segment_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "initiative_group" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "group_order" INTEGER NOT NULL,
    "occupation" TEXT NOT NULL,
    "aid" TEXT,
    "women" INTEGER NOT NULL,
    "men" INTEGER NOT NULL,
    "unstated" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "initiative_group_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "actuals_import" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "format" "ActualsFormat" NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "actuals_import_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "posting" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "voucher" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "coding" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "requisition_id" UUID,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "difference_cause" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "posting_id" UUID,
    "requisition_id" UUID,
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "difference_cause_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "reconciled_month" (
    "employer_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "reconciled_on" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "differs" BIGINT NOT NULL,

    CONSTRAINT "reconciled_month_pkey" PRIMARY KEY ("employer_id","month")
);

-- CreateTable
CREATE TABLE "saved_report" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "report" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_report_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "employer_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("employer_id","task","day")
);

-- CreateTable
CREATE TABLE "alarm" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "unit_id" UUID,
    "day" DATE NOT NULL,
    "amount" BIGINT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),
    "handled_by_id" UUID,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "chain_proof" (
    "employer_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chain_proof_pkey" PRIMARY KEY ("employer_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "provision_employer_id_fund_id_idx" ON "provision"("employer_id", "fund_id");

-- CreateIndex
CREATE UNIQUE INDEX "provision_employer_id_entry_id_key" ON "provision"("employer_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "provision_rate_employer_id_valid_from_key" ON "provision_rate"("employer_id", "valid_from");

-- CreateIndex
CREATE INDEX "initiative_group_employer_id_initiative_id_idx" ON "initiative_group"("employer_id", "initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_employer_id_name_key" ON "import_mapping"("employer_id", "name");

-- CreateIndex
CREATE INDEX "actuals_import_employer_id_at_id_idx" ON "actuals_import"("employer_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "actuals_import_employer_id_file_hash_key" ON "actuals_import"("employer_id", "file_hash");

-- CreateIndex
CREATE INDEX "posting_employer_id_day_id_idx" ON "posting"("employer_id", "day", "id");

-- CreateIndex
CREATE UNIQUE INDEX "posting_employer_id_year_voucher_line_key" ON "posting"("employer_id", "year", "voucher", "line");

-- CreateIndex
CREATE INDEX "difference_cause_employer_id_month_idx" ON "difference_cause"("employer_id", "month");

-- CreateIndex
CREATE INDEX "saved_report_employer_id_person_id_idx" ON "saved_report"("employer_id", "person_id");

-- CreateIndex
CREATE INDEX "alarm_employer_id_raised_at_id_idx" ON "alarm"("employer_id", "raised_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "alarm_employer_id_kind_subject_id_key_key" ON "alarm"("employer_id", "kind", "subject_id", "key");

-- AddForeignKey
ALTER TABLE "ledger_day" ADD CONSTRAINT "ledger_day_employer_id_fund_id_pot_id_fkey" FOREIGN KEY ("employer_id", "fund_id", "pot_id") REFERENCES "pot"("employer_id", "fund_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "provision" ADD CONSTRAINT "provision_employer_id_fund_id_fkey" FOREIGN KEY ("employer_id", "fund_id") REFERENCES "fund"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "provision" ADD CONSTRAINT "provision_employer_id_entry_id_fkey" FOREIGN KEY ("employer_id", "entry_id") REFERENCES "ledger_entry"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "provision_rate" ADD CONSTRAINT "provision_rate_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coding_segment" ADD CONSTRAINT "coding_segment_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_group" ADD CONSTRAINT "initiative_group_employer_id_initiative_id_fkey" FOREIGN KEY ("employer_id", "initiative_id") REFERENCES "initiative"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actuals_import" ADD CONSTRAINT "actuals_import_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_employer_id_import_id_fkey" FOREIGN KEY ("employer_id", "import_id") REFERENCES "actuals_import"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_employer_id_requisition_id_fkey" FOREIGN KEY ("employer_id", "requisition_id") REFERENCES "requisition"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "difference_cause" ADD CONSTRAINT "difference_cause_employer_id_posting_id_fkey" FOREIGN KEY ("employer_id", "posting_id") REFERENCES "posting"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "difference_cause" ADD CONSTRAINT "difference_cause_employer_id_requisition_id_fkey" FOREIGN KEY ("employer_id", "requisition_id") REFERENCES "requisition"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "difference_cause" ADD CONSTRAINT "difference_cause_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reconciled_month" ADD CONSTRAINT "reconciled_month_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reconciled_month" ADD CONSTRAINT "reconciled_month_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_report" ADD CONSTRAINT "saved_report_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_employer_id_handled_by_id_fkey" FOREIGN KEY ("employer_id", "handled_by_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "chain_proof" ADD CONSTRAINT "chain_proof_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- ====================================================================================================================
-- What Prisma cannot say
-- ====================================================================================================================

-- ---------- checks ----------

ALTER TABLE "unit" ADD CONSTRAINT "unit_payroll" CHECK ("payroll" >= 0);
ALTER TABLE "provision" ADD CONSTRAINT "provision_kind" CHECK (CASE "kind"
  WHEN 'payrollRate'   THEN "payroll" IS NOT NULL AND "ppm" IS NOT NULL AND "national_sum" IS NULL AND "national_payroll" IS NULL
  WHEN 'nationalShare' THEN "payroll" IS NOT NULL AND "ppm" IS NULL AND "national_sum" IS NOT NULL AND "national_payroll" IS NOT NULL
  ELSE "payroll" IS NULL AND "ppm" IS NULL AND "national_sum" IS NULL AND "national_payroll" IS NULL
END);
ALTER TABLE "provision" ADD CONSTRAINT "provision_amounts" CHECK ("payroll" >= 0 AND "ppm" BETWEEN 0 AND 1000000 AND "national_sum" >= 0 AND "national_payroll" > 0);
ALTER TABLE "provision_rate" ADD CONSTRAINT "provision_rate_share" CHECK ("ppm" BETWEEN 0 AND 1000000 AND ("valid_until" IS NULL OR "valid_until" >= "valid_from"));
ALTER TABLE "coding_segment" ADD CONSTRAINT "coding_segment_form" CHECK ("min_length" >= 1 AND "max_length" >= "min_length" AND ("valid_until" IS NULL OR "valid_until" >= "valid_from"));
ALTER TABLE "initiative_group" ADD CONSTRAINT "initiative_group_counts" CHECK ("women" >= 0 AND "men" >= 0 AND "unstated" >= 0 AND "women" + "men" + "unstated" > 0);
ALTER TABLE "reconciled_month" ADD CONSTRAINT "reconciled_month_form" CHECK ("month" ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE "difference_cause" ADD CONSTRAINT "difference_cause_form" CHECK ("month" ~ '^\d{4}-(0[1-9]|1[0-2])$' AND num_nonnulls("posting_id", "requisition_id") = 1);
CREATE UNIQUE INDEX "difference_cause_posting" ON "difference_cause" ("employer_id", "month", "posting_id") WHERE "posting_id" IS NOT NULL;
CREATE UNIQUE INDEX "difference_cause_requisition" ON "difference_cause" ("employer_id", "month", "requisition_id") WHERE "requisition_id" IS NOT NULL;

-- ---------- the ledger: balances and days ----------

-- As before, but a row at a time, which holds a hot fund's lock less than half as long; and the net of each pot, day and
-- movement besides. The rows of a day are touched only by who holds the pot's balance, so they need no order of their own.
CREATE OR REPLACE FUNCTION ledger_keep_balances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  nets fund_balance[];
  net fund_balance;
BEGIN
  IF EXISTS (SELECT 1 FROM entries WHERE reverses_id IS NOT NULL) AND EXISTS (
    SELECT 1 FROM entries e JOIN ledger_entry o ON o.employer_id = e.employer_id AND o.id = e.reverses_id
    WHERE e.reverses_id IS NOT NULL AND (
      o.reverses_id IS NOT NULL OR
      (o.movement, o.amount, o.from_account, o.from_fund_id, o.from_pot_id, o.from_case_id, o.from_part_id, o.to_account, o.to_fund_id, o.to_pot_id, o.to_case_id, o.to_part_id)
      IS DISTINCT FROM
      (e.movement, e.amount, e.to_account, e.to_fund_id, e.to_pot_id, e.to_case_id, e.to_part_id, e.from_account, e.from_fund_id, e.from_pot_id, e.from_case_id, e.from_part_id))
  ) THEN
    RAISE EXCEPTION 'a reversal must swap the two ends of the entry it names' USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_reversal';
  END IF;

  WITH ends AS (
    SELECT employer_id, from_fund_id AS fund_id, from_pot_id AS pot_id, from_case_id AS case_id, from_part_id AS part_id, from_account AS account, -amount AS amount FROM entries WHERE from_account <> 'outside'
    UNION ALL
    SELECT employer_id, to_fund_id, to_pot_id, to_case_id, to_part_id, to_account, amount FROM entries WHERE to_account <> 'outside'
  ), keyed AS (
    SELECT employer_id, fund_id, pot_id, '00000000-0000-0000-0000-000000000000'::uuid AS key, account, amount FROM ends
    UNION ALL
    SELECT employer_id, fund_id, pot_id, CASE account WHEN 'reserved' THEN case_id ELSE part_id END, account, amount FROM ends WHERE account <> 'available'
  ), net AS (
    SELECT employer_id, fund_id, pot_id, key,
      coalesce(sum(amount) FILTER (WHERE account = 'available'), 0)::bigint AS available,
      coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0)::bigint AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'committed'), 0)::bigint AS committed,
      coalesce(sum(amount) FILTER (WHERE account = 'drawn'), 0)::bigint AS drawn
    FROM keyed GROUP BY employer_id, fund_id, pot_id, key
  )
  SELECT coalesce(array_agg(ROW(employer_id, fund_id, pot_id, key, available, reserved, committed, drawn)::fund_balance ORDER BY employer_id, fund_id, pot_id, key), '{}')
  INTO nets FROM net;

  -- Row by row in key order, so that whatever is locked is locked in that order; one that is missing is a zero. What
  -- would go below zero is refused by the checks, also for a row that would begin there.
  FOREACH net IN ARRAY nets LOOP
    UPDATE fund_balance b
    SET available = b.available + net.available, reserved = b.reserved + net.reserved, committed = b.committed + net.committed, drawn = b.drawn + net.drawn
    WHERE b.employer_id = net.employer_id AND b.fund_id = net.fund_id AND b.pot_id = net.pot_id AND b.key = net.key;
    IF NOT FOUND THEN
      INSERT INTO fund_balance AS b VALUES (net.*)
      ON CONFLICT (employer_id, fund_id, pot_id, key) DO UPDATE
      SET available = b.available + excluded.available, reserved = b.reserved + excluded.reserved, committed = b.committed + excluded.committed, drawn = b.drawn + excluded.drawn;
    END IF;
  END LOOP;

  INSERT INTO ledger_day AS d (employer_id, fund_id, pot_id, day, movement, available, reserved, committed, drawn)
  SELECT e.employer_id, e.fund_id, e.pot_id, e.day, e.movement,
    coalesce(sum(e.amount) FILTER (WHERE e.account = 'available'), 0)::bigint, coalesce(sum(e.amount) FILTER (WHERE e.account = 'reserved'), 0)::bigint,
    coalesce(sum(e.amount) FILTER (WHERE e.account = 'committed'), 0)::bigint, coalesce(sum(e.amount) FILTER (WHERE e.account = 'drawn'), 0)::bigint
  FROM (
    SELECT employer_id, from_fund_id AS fund_id, from_pot_id AS pot_id, day, movement, from_account AS account, -amount AS amount FROM entries WHERE from_account <> 'outside'
    UNION ALL
    SELECT employer_id, to_fund_id, to_pot_id, day, movement, to_account, amount FROM entries WHERE to_account <> 'outside'
  ) e
  GROUP BY e.employer_id, e.fund_id, e.pot_id, e.day, e.movement
  ON CONFLICT (employer_id, fund_id, pot_id, day, movement) DO UPDATE
  SET available = d.available + excluded.available, reserved = d.reserved + excluded.reserved,
    committed = d.committed + excluded.committed, drawn = d.drawn + excluded.drawn;
  RETURN NULL;
END $$;

-- What was booked before this table was there.
INSERT INTO ledger_day (employer_id, fund_id, pot_id, day, movement, available, reserved, committed, drawn)
  SELECT e.employer_id, e.fund_id, e.pot_id, e.day, e.movement,
    coalesce(sum(e.amount) FILTER (WHERE e.account = 'available'), 0)::bigint, coalesce(sum(e.amount) FILTER (WHERE e.account = 'reserved'), 0)::bigint,
    coalesce(sum(e.amount) FILTER (WHERE e.account = 'committed'), 0)::bigint, coalesce(sum(e.amount) FILTER (WHERE e.account = 'drawn'), 0)::bigint
  FROM (
    SELECT employer_id, from_fund_id AS fund_id, from_pot_id AS pot_id, day, movement, from_account AS account, -amount AS amount FROM ledger_entry WHERE from_account <> 'outside'
    UNION ALL
    SELECT employer_id, to_fund_id, to_pot_id, day, movement, to_account, amount FROM ledger_entry WHERE to_account <> 'outside'
  ) e
  GROUP BY e.employer_id, e.fund_id, e.pot_id, e.day, e.movement;

-- The book is read from the newest day on; within a pot, too.
CREATE INDEX "ledger_entry_from_pot" ON "ledger_entry" ("employer_id", "from_pot_id", "seq" DESC);
CREATE INDEX "ledger_entry_to_pot" ON "ledger_entry" ("employer_id", "to_pot_id", "seq" DESC);
-- A period is found by its first and last entry, and a day's entries without reading what lies between.
CREATE INDEX "ledger_entry_day" ON "ledger_entry" ("employer_id", "day", "seq");

-- The pots' own totals, and one case's or part's row, wherever they lie.
CREATE INDEX "fund_balance_employer_id_key_idx" ON "fund_balance" ("employer_id", "key");

-- Under a policy an index answers only what cannot leak, and Postgres does not vouch for comparing enums: every question
-- by status read all of an employer's cases. The same in text, made by the database, is found. A status that is added
-- later and forgotten here is refused by NOT NULL.
ALTER TABLE "pre_registration" ADD COLUMN "status_key" TEXT NOT NULL GENERATED ALWAYS AS (CASE "status"
  WHEN 'draft' THEN 'draft' WHEN 'submitted' THEN 'submitted' WHEN 'endorsed' THEN 'endorsed' WHEN 'prepared' THEN 'prepared' WHEN 'inConsultation' THEN 'inConsultation' WHEN 'deferred' THEN 'deferred' WHEN 'approved' THEN 'approved' WHEN 'converted' THEN 'converted' WHEN 'returned' THEN 'returned' WHEN 'declined' THEN 'declined' WHEN 'parked' THEN 'parked' WHEN 'withdrawn' THEN 'withdrawn' WHEN 'expired' THEN 'expired' END) STORED;
CREATE INDEX "pre_registration_employer_id_status_key_status_since_id_idx" ON "pre_registration" ("employer_id", "status_key", "status_since", "id");
ALTER TABLE "initiative" ADD COLUMN "status_key" TEXT NOT NULL GENERATED ALWAYS AS (CASE "status"
  WHEN 'planned' THEN 'planned' WHEN 'scheduled' THEN 'scheduled' WHEN 'underWay' THEN 'underWay' WHEN 'completed' THEN 'completed' WHEN 'settled' THEN 'settled' WHEN 'followedUp' THEN 'followedUp' WHEN 'cancelled' THEN 'cancelled' WHEN 'notCarriedOut' THEN 'notCarriedOut' END) STORED;
CREATE INDEX "initiative_employer_id_status_key_status_since_id_idx" ON "initiative" ("employer_id", "status_key", "status_since", "id");

-- ---------- row-level security and rights ----------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_day', 'provision', 'provision_rate', 'coding_segment', 'initiative_group', 'import_mapping', 'actuals_import',
    'posting', 'difference_cause', 'reconciled_month', 'saved_report', 'job_run', 'alarm', 'chain_proof'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY employer ON %I USING (employer_id = nullif(current_setting(''app.employer_id'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', t);
  END LOOP;
END $$;

GRANT INSERT ON "provision", "actuals_import", "reconciled_month" TO portal_app;
GRANT INSERT, UPDATE ON "posting", "job_run", "alarm", "chain_proof" TO portal_app;
GRANT INSERT, UPDATE, DELETE ON "provision_rate", "coding_segment", "initiative_group", "import_mapping", "difference_cause", "saved_report" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO portal_app;

-- ---------- jobs ----------

-- How the jobs fare over all employers, for the readiness probe: no ids, no words. `last_day` is that of the employer who
-- is furthest behind; one whose first day is not done yet stands on the day before.
CREATE FUNCTION job_health() RETURNS TABLE (task text, last_done timestamptz, last_day date, failed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.task, max(e.last_done), min(e.last_day), sum(e.failed)::bigint FROM (
    SELECT j.task, max(j.done_at) AS last_done,
      coalesce(max(j.day) FILTER (WHERE j.done_at IS NOT NULL), min(j.day) - 1) AS last_day,
      count(*) FILTER (WHERE j.done_at IS NULL AND j.failed_at IS NOT NULL) AS failed
    FROM job_run j GROUP BY j.employer_id, j.task
  ) e GROUP BY e.task ORDER BY e.task
$$;
REVOKE ALL ON FUNCTION job_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job_health() TO portal_app;
