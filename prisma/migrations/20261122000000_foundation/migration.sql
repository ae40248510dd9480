-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Scheme" AS ENUM ('tlo', 'lom');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('sv', 'en');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('employee', 'manager', 'coordinator', 'unionRep', 'hr', 'admin');

-- CreateEnum
CREATE TYPE "RoleSource" AS ENUM ('entered', 'claim');

-- CreateEnum
CREATE TYPE "MandateKind" AS ENUM ('authorisedSender', 'decisionMaker', 'jointGroupMember', 'safetyRep');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('employer', 'union');

-- CreateEnum
CREATE TYPE "AgreementVersion" AS ENUM ('komKr2021', 'komKr2022', 'lom');

-- CreateEnum
CREATE TYPE "LocalAgreementState" AS ENUM ('preparing', 'negotiating', 'inForce', 'reviewDue', 'expired');

-- CreateEnum
CREATE TYPE "DecisionRule" AS ENUM ('jointGroup', 'employer');

-- CreateEnum
CREATE TYPE "FundState" AS ENUM ('planned', 'open', 'closing', 'drawOnly', 'closed');

-- CreateEnum
CREATE TYPE "Movement" AS ENUM ('provide', 'adjust', 'transfer', 'rollOver', 'reserve', 'unreserve', 'commit', 'recommit', 'release', 'draw', 'revert');

-- CreateEnum
CREATE TYPE "Account" AS ENUM ('outside', 'available', 'reserved', 'committed', 'drawn');

-- CreateEnum
CREATE TYPE "IdeaStatus" AS ENUM ('draft', 'submitted', 'endorsed', 'returned', 'inDialogue', 'converted', 'declined', 'parked');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('me', 'some', 'workplace');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('draft', 'submitted', 'endorsed', 'prepared', 'inConsultation', 'deferred', 'approved', 'converted', 'returned', 'declined', 'parked', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "ProviderKind" AS ENUM ('nationalFund', 'ownRegime', 'external');

-- CreateEnum
CREATE TYPE "Area" AS ENUM ('competence', 'illHealth', 'supportTalks');

-- CreateEnum
CREATE TYPE "CasePart" AS ENUM ('applicant', 'participant');

-- CreateEnum
CREATE TYPE "CostType" AS ENUM ('courseFee', 'validation', 'literature', 'travel', 'lodging', 'supervision', 'coordination', 'internalResource', 'otherCompetence', 'substitute', 'participantSalary', 'consultant');

-- CreateEnum
CREATE TYPE "ConsultationKind" AS ENUM ('unions', 'jointGroup');

-- CreateEnum
CREATE TYPE "VoiceState" AS ENUM ('planned', 'called', 'underWay', 'concluded', 'centralRequested', 'centralConcluded');

-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('noObjection', 'remarks', 'willReturn', 'disagrees', 'requestsNegotiation', 'noStatement');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('approved', 'partlyApproved', 'declined', 'deferred');

-- CreateEnum
CREATE TYPE "Position" AS ENUM ('inFavour', 'against', 'steppedOut');

-- CreateEnum
CREATE TYPE "InitiativeStatus" AS ENUM ('planned', 'scheduled', 'underWay', 'completed', 'settled', 'followedUp', 'cancelled', 'notCarriedOut');

-- CreateEnum
CREATE TYPE "FilingStatus" AS ENUM ('draft', 'sent', 'granted', 'returned', 'rejected');

-- CreateEnum
CREATE TYPE "RequisitionStatus" AS ENUM ('draft', 'evidenceComplete', 'sent', 'returned', 'partlyRejected', 'paid', 'reconciled');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('invoice', 'internalInvoice', 'salarySheet', 'participantList', 'receipt');

-- CreateTable
CREATE TABLE "employer" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "org_number" TEXT,
    "scheme" "Scheme" NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "headcount" INTEGER,
    "case_word" TEXT,
    "brand_hue" INTEGER,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "headcount" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor_id" UUID,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "employee_number" TEXT,
    "title" TEXT,
    "is_protected" BOOLEAN NOT NULL DEFAULT false,
    "locale" "Locale" NOT NULL DEFAULT 'sv',
    "left_on" DATE,

    CONSTRAINT "person_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "identity" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "assignment_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "unit_id" UUID NOT NULL,
    "union_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "source" "RoleSource" NOT NULL DEFAULT 'entered',

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "claim_mapping" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "unit_id" UUID NOT NULL,
    "union_id" UUID,

    CONSTRAINT "claim_mapping_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "MandateKind" NOT NULL,
    "paragraph" TEXT,
    "amount_limit" BIGINT,
    "side" "Side",
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "substitute" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,

    CONSTRAINT "substitute_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "union" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "union_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "union_to_hear" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "union_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "union_to_hear_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "local_agreement" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" "LocalAgreementState" NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "decision_rule" "DecisionRule" NOT NULL,
    "purpose" TEXT,

    CONSTRAINT "local_agreement_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "fund" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" "AgreementVersion" NOT NULL,
    "state" "FundState" NOT NULL,
    "period_from" DATE NOT NULL,
    "period_until" DATE NOT NULL,
    "application_day" DATE,
    "reserve_day" DATE,
    "grant_day" DATE,
    "requisition_day" DATE,
    "reverts" BOOLEAN NOT NULL,

    CONSTRAINT "fund_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "pot" (
    "employer_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unit_id" UUID,

    CONSTRAINT "pot_pkey" PRIMARY KEY ("employer_id","fund_id","id")
);

-- CreateTable
CREATE TABLE "fund_balance" (
    "employer_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "pot_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "available" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "committed" BIGINT NOT NULL DEFAULT 0,
    "drawn" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "fund_balance_pkey" PRIMARY KEY ("employer_id","fund_id","pot_id","key")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "movement" "Movement" NOT NULL,
    "amount" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "from_account" "Account" NOT NULL,
    "from_fund_id" UUID,
    "from_pot_id" UUID,
    "from_case_id" UUID,
    "from_part_id" UUID,
    "to_account" "Account" NOT NULL,
    "to_fund_id" UUID,
    "to_pot_id" UUID,
    "to_case_id" UUID,
    "to_part_id" UUID,
    "reverses_id" UUID,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "idea" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "audience" "Audience" NOT NULL,
    "headcount" INTEGER,
    "with_manager" BOOLEAN NOT NULL,
    "status" "IdeaStatus" NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "next_step" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "idea_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "idea_support" (
    "employer_id" UUID NOT NULL,
    "idea_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idea_support_pkey" PRIMARY KEY ("employer_id","idea_id","person_id")
);

-- CreateTable
CREATE TABLE "endorsement" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "idea_id" UUID,
    "case_id" UUID,
    "unit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "amount" BIGINT,
    "own_cost" BIGINT NOT NULL DEFAULT 0,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "endorsement_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "pre_registration" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "pot_id" UUID NOT NULL,
    "version" "AgreementVersion",
    "status" "CaseStatus" NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "parked_from" "CaseStatus",
    "submitted_at" TIMESTAMPTZ(3),
    "rank" INTEGER,
    "need" TEXT NOT NULL DEFAULT '',
    "initiative" TEXT NOT NULL DEFAULT '',
    "beyond_ordinary" TEXT NOT NULL DEFAULT '',
    "risk" TEXT NOT NULL DEFAULT '',
    "area" "Area",
    "headcount" INTEGER,
    "provider_kind" "ProviderKind",
    "provider_name" TEXT NOT NULL DEFAULT '',
    "period_from" DATE,
    "period_until" DATE,
    "owner_id" UUID,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "approved_amount" BIGINT,
    "answer" TEXT,
    "next_step" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "current_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pre_registration_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "case_idea" (
    "employer_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "idea_id" UUID NOT NULL,

    CONSTRAINT "case_idea_pkey" PRIMARY KEY ("employer_id","case_id","idea_id")
);

-- CreateTable
CREATE TABLE "case_unit" (
    "employer_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "own_cost" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "case_unit_pkey" PRIMARY KEY ("employer_id","case_id","unit_id")
);

-- CreateTable
CREATE TABLE "case_person" (
    "employer_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" "CasePart" NOT NULL,

    CONSTRAINT "case_person_pkey" PRIMARY KEY ("employer_id","case_id","person_id","part")
);

-- CreateTable
CREATE TABLE "cost_line" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "line_order" INTEGER NOT NULL,
    "cost_type" "CostType" NOT NULL,
    "text" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "coding" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "cost_line_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "participant_group" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "occupation" TEXT NOT NULL,
    "aid" TEXT,
    "taking_part" INTEGER NOT NULL,
    "covering" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "participant_group_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "case_version" (
    "employer_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_version_pkey" PRIMARY KEY ("employer_id","case_id","number")
);

-- CreateTable
CREATE TABLE "consultation" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ConsultationKind" NOT NULL,
    "day" DATE NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "called_at" TIMESTAMPTZ(3),
    "minutes_number" TEXT,
    "minutes" TEXT,
    "minutes_recorded_at" TIMESTAMPTZ(3),
    "minutes_approved_at" TIMESTAMPTZ(3),
    "minutes_approver_id" UUID,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "consultation_subject" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_order" INTEGER NOT NULL,

    CONSTRAINT "consultation_subject_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "voice" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "union_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "state" "VoiceState" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "version_number" INTEGER NOT NULL,
    "called_at" TIMESTAMPTZ(3),

    CONSTRAINT "voice_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "statement" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "voice_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "returns_on" DATE,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "approval" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "mandate_id" UUID,
    "paragraph" TEXT,
    "on_behalf_of" TEXT,
    "position" "Position" NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "amount" BIGINT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "owner_id" UUID,
    "provider_kind" "ProviderKind" NOT NULL,
    "provider_name" TEXT NOT NULL DEFAULT '',
    "period_from" DATE,
    "period_until" DATE,
    "headcount" INTEGER,
    "took_part" INTEGER,
    "completed_on" DATE,
    "status" "InitiativeStatus" NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "initiative_idea" (
    "employer_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "idea_id" UUID NOT NULL,

    CONSTRAINT "initiative_idea_pkey" PRIMARY KEY ("employer_id","initiative_id","idea_id")
);

-- CreateTable
CREATE TABLE "filing" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "status" "FilingStatus" NOT NULL,
    "content" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "sent_on" DATE,
    "sent_at" TIMESTAMPTZ(3),
    "sender_id" UUID,
    "answered_on" DATE,
    "answer" TEXT,
    "predecessor_id" UUID,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "granted_part" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "filing_id" UUID,
    "number" TEXT,
    "amount" BIGINT NOT NULL,
    "granted_on" DATE NOT NULL,
    "earliest_claim_day" DATE,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "granted_part_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "requisition" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "status" "RequisitionStatus" NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "sent_on" DATE,
    "paid_on" DATE,
    "paid_amount" BIGINT,
    "cause" TEXT,
    "answer" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "requisition_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requisition_id" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "number" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "amount" BIGINT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "employer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "case_id" UUID,
    "person_id" UUID,
    "role" "Role",
    "on_behalf_of" UUID,
    "amount" BIGINT,
    "day" DATE,
    "detail" TEXT,
    "text_hash" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("employer_id","id")
);

-- CreateTable
CREATE TABLE "event_text" (
    "employer_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "salt" TEXT,
    "text" TEXT,

    CONSTRAINT "event_text_pkey" PRIMARY KEY ("employer_id","event_id")
);

-- CreateTable
CREATE TABLE "event_chain" (
    "employer_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_chain_pkey" PRIMARY KEY ("employer_id")
);

-- CreateTable
CREATE TABLE "case_counter" (
    "employer_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_counter_pkey" PRIMARY KEY ("employer_id","year")
);

-- CreateTable
CREATE TABLE "form_receipt" (
    "employer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "location" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_receipt_pkey" PRIMARY KEY ("employer_id","person_id","action","key","input_hash")
);

-- CreateTable
CREATE TABLE "draft" (
    "employer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "base_revision" INTEGER,
    "typed" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("employer_id","person_id","form","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "employer_slug_key" ON "employer"("slug");

-- CreateIndex
CREATE INDEX "unit_employer_id_parent_id_idx" ON "unit"("employer_id", "parent_id");

-- CreateIndex
CREATE INDEX "person_employer_id_unit_id_idx" ON "person"("employer_id", "unit_id");

-- CreateIndex
CREATE INDEX "person_employer_id_family_name_given_name_id_idx" ON "person"("employer_id", "family_name", "given_name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_employer_id_employee_number_key" ON "person"("employer_id", "employee_number");

-- CreateIndex
CREATE INDEX "identity_employer_id_person_id_idx" ON "identity"("employer_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_subject_employer_id_key" ON "identity"("issuer", "subject", "employer_id");

-- CreateIndex
CREATE INDEX "session_employer_id_person_id_idx" ON "session"("employer_id", "person_id");

-- CreateIndex
CREATE INDEX "role_assignment_employer_id_person_id_idx" ON "role_assignment"("employer_id", "person_id");

-- CreateIndex
CREATE INDEX "role_assignment_employer_id_role_unit_id_idx" ON "role_assignment"("employer_id", "role", "unit_id");

-- CreateIndex
CREATE INDEX "mandate_employer_id_person_id_idx" ON "mandate"("employer_id", "person_id");

-- CreateIndex
CREATE INDEX "substitute_employer_id_person_id_idx" ON "substitute"("employer_id", "person_id");

-- CreateIndex
CREATE INDEX "substitute_employer_id_substitute_id_idx" ON "substitute"("employer_id", "substitute_id");

-- CreateIndex
CREATE UNIQUE INDEX "union_employer_id_name_key" ON "union"("employer_id", "name");

-- CreateIndex
CREATE INDEX "union_to_hear_employer_id_unit_id_idx" ON "union_to_hear"("employer_id", "unit_id");

-- CreateIndex
CREATE INDEX "ledger_entry_employer_id_seq_idx" ON "ledger_entry"("employer_id", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_employer_id_from_fund_id_seq_idx" ON "ledger_entry"("employer_id", "from_fund_id", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_employer_id_to_fund_id_seq_idx" ON "ledger_entry"("employer_id", "to_fund_id", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_employer_id_to_case_id_idx" ON "ledger_entry"("employer_id", "to_case_id");

-- CreateIndex
CREATE INDEX "ledger_entry_employer_id_from_case_id_idx" ON "ledger_entry"("employer_id", "from_case_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_employer_id_reverses_id_key" ON "ledger_entry"("employer_id", "reverses_id");

-- CreateIndex
CREATE INDEX "idea_employer_id_status_status_since_id_idx" ON "idea"("employer_id", "status", "status_since", "id");

-- CreateIndex
CREATE INDEX "idea_employer_id_unit_id_idx" ON "idea"("employer_id", "unit_id");

-- CreateIndex
CREATE INDEX "idea_employer_id_author_id_idx" ON "idea"("employer_id", "author_id");

-- CreateIndex
CREATE INDEX "endorsement_employer_id_case_id_idx" ON "endorsement"("employer_id", "case_id");

-- CreateIndex
CREATE INDEX "endorsement_employer_id_idea_id_idx" ON "endorsement"("employer_id", "idea_id");

-- CreateIndex
CREATE INDEX "pre_registration_employer_id_status_status_since_id_idx" ON "pre_registration"("employer_id", "status", "status_since", "id");

-- CreateIndex
CREATE INDEX "pre_registration_employer_id_unit_id_idx" ON "pre_registration"("employer_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "pre_registration_employer_id_number_key" ON "pre_registration"("employer_id", "number");

-- CreateIndex
CREATE INDEX "case_idea_employer_id_idea_id_idx" ON "case_idea"("employer_id", "idea_id");

-- CreateIndex
CREATE INDEX "case_unit_employer_id_unit_id_idx" ON "case_unit"("employer_id", "unit_id");

-- CreateIndex
CREATE INDEX "case_person_employer_id_person_id_idx" ON "case_person"("employer_id", "person_id");

-- CreateIndex
CREATE INDEX "cost_line_employer_id_case_id_idx" ON "cost_line"("employer_id", "case_id");

-- CreateIndex
CREATE INDEX "participant_group_employer_id_case_id_idx" ON "participant_group"("employer_id", "case_id");

-- CreateIndex
CREATE INDEX "consultation_employer_id_day_id_idx" ON "consultation"("employer_id", "day", "id");

-- CreateIndex
CREATE INDEX "consultation_subject_employer_id_case_id_idx" ON "consultation_subject"("employer_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_subject_employer_id_consultation_id_case_id_key" ON "consultation_subject"("employer_id", "consultation_id", "case_id");

-- CreateIndex
CREATE INDEX "voice_employer_id_union_id_state_idx" ON "voice"("employer_id", "union_id", "state");

-- CreateIndex
CREATE INDEX "voice_employer_id_case_id_idx" ON "voice"("employer_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "voice_employer_id_subject_id_union_id_key" ON "voice"("employer_id", "subject_id", "union_id");

-- CreateIndex
CREATE INDEX "statement_employer_id_voice_id_idx" ON "statement"("employer_id", "voice_id");

-- CreateIndex
CREATE INDEX "approval_employer_id_case_id_idx" ON "approval"("employer_id", "case_id");

-- CreateIndex
CREATE INDEX "initiative_employer_id_status_status_since_id_idx" ON "initiative"("employer_id", "status", "status_since", "id");

-- CreateIndex
CREATE INDEX "initiative_employer_id_owner_id_idx" ON "initiative"("employer_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_employer_id_case_id_id_key" ON "initiative"("employer_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "filing_employer_id_case_id_idx" ON "filing"("employer_id", "case_id");

-- CreateIndex
CREATE INDEX "filing_employer_id_status_sent_on_idx" ON "filing"("employer_id", "status", "sent_on");

-- CreateIndex
CREATE INDEX "granted_part_employer_id_initiative_id_idx" ON "granted_part"("employer_id", "initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "granted_part_employer_id_number_key" ON "granted_part"("employer_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "granted_part_employer_id_case_id_id_key" ON "granted_part"("employer_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "requisition_employer_id_status_status_since_id_idx" ON "requisition"("employer_id", "status", "status_since", "id");

-- CreateIndex
CREATE UNIQUE INDEX "requisition_employer_id_part_id_key" ON "requisition"("employer_id", "part_id");

-- CreateIndex
CREATE INDEX "evidence_employer_id_requisition_id_idx" ON "evidence"("employer_id", "requisition_id");

-- CreateIndex
CREATE INDEX "case_event_employer_id_case_id_seq_idx" ON "case_event"("employer_id", "case_id", "seq");

-- CreateIndex
CREATE INDEX "case_event_employer_id_subject_id_seq_idx" ON "case_event"("employer_id", "subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_employer_id_seq_key" ON "case_event"("employer_id", "seq");

-- CreateIndex
CREATE INDEX "form_receipt_employer_id_at_idx" ON "form_receipt"("employer_id", "at");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_employer_id_parent_id_fkey" FOREIGN KEY ("employer_id", "parent_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_employer_id_successor_id_fkey" FOREIGN KEY ("employer_id", "successor_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_employer_id_assignment_id_fkey" FOREIGN KEY ("employer_id", "assignment_id") REFERENCES "role_assignment"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_employer_id_union_id_fkey" FOREIGN KEY ("employer_id", "union_id") REFERENCES "union"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_mapping" ADD CONSTRAINT "claim_mapping_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_mapping" ADD CONSTRAINT "claim_mapping_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim_mapping" ADD CONSTRAINT "claim_mapping_employer_id_union_id_fkey" FOREIGN KEY ("employer_id", "union_id") REFERENCES "union"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_employer_id_substitute_id_fkey" FOREIGN KEY ("employer_id", "substitute_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "union" ADD CONSTRAINT "union_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "union_to_hear" ADD CONSTRAINT "union_to_hear_employer_id_union_id_fkey" FOREIGN KEY ("employer_id", "union_id") REFERENCES "union"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "union_to_hear" ADD CONSTRAINT "union_to_hear_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "local_agreement" ADD CONSTRAINT "local_agreement_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pot" ADD CONSTRAINT "pot_employer_id_fund_id_fkey" FOREIGN KEY ("employer_id", "fund_id") REFERENCES "fund"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pot" ADD CONSTRAINT "pot_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fund_balance" ADD CONSTRAINT "fund_balance_employer_id_fund_id_pot_id_fkey" FOREIGN KEY ("employer_id", "fund_id", "pot_id") REFERENCES "pot"("employer_id", "fund_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_from_fund_id_from_pot_id_fkey" FOREIGN KEY ("employer_id", "from_fund_id", "from_pot_id") REFERENCES "pot"("employer_id", "fund_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_to_fund_id_to_pot_id_fkey" FOREIGN KEY ("employer_id", "to_fund_id", "to_pot_id") REFERENCES "pot"("employer_id", "fund_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_from_case_id_fkey" FOREIGN KEY ("employer_id", "from_case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_to_case_id_fkey" FOREIGN KEY ("employer_id", "to_case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_from_case_id_from_part_id_fkey" FOREIGN KEY ("employer_id", "from_case_id", "from_part_id") REFERENCES "granted_part"("employer_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_to_case_id_to_part_id_fkey" FOREIGN KEY ("employer_id", "to_case_id", "to_part_id") REFERENCES "granted_part"("employer_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_employer_id_reverses_id_fkey" FOREIGN KEY ("employer_id", "reverses_id") REFERENCES "ledger_entry"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_employer_id_author_id_fkey" FOREIGN KEY ("employer_id", "author_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idea_support" ADD CONSTRAINT "idea_support_employer_id_idea_id_fkey" FOREIGN KEY ("employer_id", "idea_id") REFERENCES "idea"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idea_support" ADD CONSTRAINT "idea_support_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_employer_id_idea_id_fkey" FOREIGN KEY ("employer_id", "idea_id") REFERENCES "idea"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_employer_id_fund_id_fkey" FOREIGN KEY ("employer_id", "fund_id") REFERENCES "fund"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_employer_id_fund_id_pot_id_fkey" FOREIGN KEY ("employer_id", "fund_id", "pot_id") REFERENCES "pot"("employer_id", "fund_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_employer_id_owner_id_fkey" FOREIGN KEY ("employer_id", "owner_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_idea" ADD CONSTRAINT "case_idea_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_idea" ADD CONSTRAINT "case_idea_employer_id_idea_id_fkey" FOREIGN KEY ("employer_id", "idea_id") REFERENCES "idea"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_unit" ADD CONSTRAINT "case_unit_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_unit" ADD CONSTRAINT "case_unit_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cost_line" ADD CONSTRAINT "cost_line_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "participant_group" ADD CONSTRAINT "participant_group_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_employer_id_minutes_approver_id_fkey" FOREIGN KEY ("employer_id", "minutes_approver_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation_subject" ADD CONSTRAINT "consultation_subject_employer_id_consultation_id_fkey" FOREIGN KEY ("employer_id", "consultation_id") REFERENCES "consultation"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation_subject" ADD CONSTRAINT "consultation_subject_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voice" ADD CONSTRAINT "voice_employer_id_subject_id_fkey" FOREIGN KEY ("employer_id", "subject_id") REFERENCES "consultation_subject"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voice" ADD CONSTRAINT "voice_employer_id_union_id_fkey" FOREIGN KEY ("employer_id", "union_id") REFERENCES "union"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voice" ADD CONSTRAINT "voice_employer_id_case_id_version_number_fkey" FOREIGN KEY ("employer_id", "case_id", "version_number") REFERENCES "case_version"("employer_id", "case_id", "number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_employer_id_voice_id_fkey" FOREIGN KEY ("employer_id", "voice_id") REFERENCES "voice"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_employer_id_case_id_version_number_fkey" FOREIGN KEY ("employer_id", "case_id", "version_number") REFERENCES "case_version"("employer_id", "case_id", "number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_employer_id_subject_id_fkey" FOREIGN KEY ("employer_id", "subject_id") REFERENCES "consultation_subject"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_employer_id_mandate_id_fkey" FOREIGN KEY ("employer_id", "mandate_id") REFERENCES "mandate"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_employer_id_unit_id_fkey" FOREIGN KEY ("employer_id", "unit_id") REFERENCES "unit"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_employer_id_owner_id_fkey" FOREIGN KEY ("employer_id", "owner_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_idea" ADD CONSTRAINT "initiative_idea_employer_id_initiative_id_fkey" FOREIGN KEY ("employer_id", "initiative_id") REFERENCES "initiative"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_idea" ADD CONSTRAINT "initiative_idea_employer_id_idea_id_fkey" FOREIGN KEY ("employer_id", "idea_id") REFERENCES "idea"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_employer_id_case_id_initiative_id_fkey" FOREIGN KEY ("employer_id", "case_id", "initiative_id") REFERENCES "initiative"("employer_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_employer_id_sender_id_fkey" FOREIGN KEY ("employer_id", "sender_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_employer_id_predecessor_id_fkey" FOREIGN KEY ("employer_id", "predecessor_id") REFERENCES "filing"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "granted_part" ADD CONSTRAINT "granted_part_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "granted_part" ADD CONSTRAINT "granted_part_employer_id_case_id_initiative_id_fkey" FOREIGN KEY ("employer_id", "case_id", "initiative_id") REFERENCES "initiative"("employer_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "granted_part" ADD CONSTRAINT "granted_part_employer_id_filing_id_fkey" FOREIGN KEY ("employer_id", "filing_id") REFERENCES "filing"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_employer_id_part_id_fkey" FOREIGN KEY ("employer_id", "part_id") REFERENCES "granted_part"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_employer_id_requisition_id_fkey" FOREIGN KEY ("employer_id", "requisition_id") REFERENCES "requisition"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_employer_id_case_id_fkey" FOREIGN KEY ("employer_id", "case_id") REFERENCES "pre_registration"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_text" ADD CONSTRAINT "event_text_employer_id_event_id_fkey" FOREIGN KEY ("employer_id", "event_id") REFERENCES "case_event"("employer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_chain" ADD CONSTRAINT "event_chain_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_counter" ADD CONSTRAINT "case_counter_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "form_receipt" ADD CONSTRAINT "form_receipt_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_employer_id_person_id_fkey" FOREIGN KEY ("employer_id", "person_id") REFERENCES "person"("employer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;


-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.
-- ---------------------------------------------------------------------------------------------------------------

-- ---------- plain checks ----------

ALTER TABLE "fund" ADD CONSTRAINT "fund_days" CHECK (
  "period_until" >= "period_from"
  AND ("application_day" IS NULL OR "reserve_day" IS NULL OR "application_day" <= "reserve_day")
  AND ("reserve_day" IS NULL OR "grant_day" IS NULL OR "reserve_day" <= "grant_day")
  AND ("grant_day" IS NULL OR "requisition_day" IS NULL OR "grant_day" <= "requisition_day")
  AND ("reserve_day" IS NULL OR "requisition_day" IS NULL OR "reserve_day" <= "requisition_day")
);
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_period" CHECK ("period_until" >= "period_from");
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_period" CHECK ("period_until" >= "period_from");
ALTER TABLE "unit" ADD CONSTRAINT "unit_validity" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_validity" CHECK ("valid_until" >= "valid_from");
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_union" CHECK (("role" = 'unionRep') = ("union_id" IS NOT NULL));
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_validity" CHECK ("valid_until" >= "valid_from");
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_validity" CHECK ("valid_until" >= "valid_from" AND "person_id" <> "substitute_id");
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_subject" CHECK (("idea_id" IS NULL) <> ("case_id" IS NULL));
ALTER TABLE "cost_line" ADD CONSTRAINT "cost_line_amount" CHECK ("amount" > 0);
ALTER TABLE "pre_registration" ADD CONSTRAINT "pre_registration_amount" CHECK ("amount" >= 0 AND "approved_amount" > 0);
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_amount" CHECK ("amount" > 0);
ALTER TABLE "granted_part" ADD CONSTRAINT "granted_part_amount" CHECK ("amount" > 0);
ALTER TABLE "requisition" ADD CONSTRAINT "requisition_amount" CHECK ("amount" > 0 AND "paid_amount" >= 0 AND "paid_amount" <= "amount");
-- One central pot a fund, and one share a unit.
CREATE UNIQUE INDEX "pot_central" ON "pot" ("employer_id", "fund_id") WHERE "unit_id" IS NULL;
CREATE UNIQUE INDEX "pot_unit" ON "pot" ("employer_id", "fund_id", "unit_id") WHERE "unit_id" IS NOT NULL;

-- ---------- the ledger: what an entry may say ----------

ALTER TABLE "fund_balance" ADD CONSTRAINT "fund_balance_available" CHECK ("available" >= 0);
ALTER TABLE "fund_balance" ADD CONSTRAINT "fund_balance_reserved" CHECK ("reserved" >= 0);
ALTER TABLE "fund_balance" ADD CONSTRAINT "fund_balance_committed" CHECK ("committed" >= 0);
ALTER TABLE "fund_balance" ADD CONSTRAINT "fund_balance_drawn" CHECK ("drawn" >= 0);

ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_amount" CHECK ("amount" > 0);

-- Each account has its own address: outside none, available a pot, reserved a case, committed and drawn a part.
CREATE FUNCTION ledger_address_ok(account "Account", fund uuid, pot uuid, "case" uuid, part uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE account
    WHEN 'outside'   THEN fund IS NULL AND pot IS NULL AND "case" IS NULL AND part IS NULL
    WHEN 'available' THEN fund IS NOT NULL AND pot IS NOT NULL AND "case" IS NULL AND part IS NULL
    WHEN 'reserved'  THEN fund IS NOT NULL AND pot IS NOT NULL AND "case" IS NOT NULL AND part IS NULL
    ELSE fund IS NOT NULL AND pot IS NOT NULL AND "case" IS NOT NULL AND part IS NOT NULL
  END
$$;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_from" CHECK (ledger_address_ok("from_account", "from_fund_id", "from_pot_id", "from_case_id", "from_part_id"));
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_to" CHECK (ledger_address_ok("to_account", "to_fund_id", "to_pot_id", "to_case_id", "to_part_id"));

-- A reversal swaps the two ends, so it is judged by what it undoes.
CREATE FUNCTION ledger_movement_ok(movement "Movement", a "Account", b "Account") RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE movement
    WHEN 'provide'   THEN a = 'outside'   AND b = 'available'
    WHEN 'adjust'    THEN (a = 'outside' AND b = 'available') OR (a = 'available' AND b = 'outside')
    WHEN 'transfer'  THEN a = 'available' AND b = 'available'
    WHEN 'rollOver'  THEN a = 'available' AND b = 'available'
    WHEN 'reserve'   THEN a = 'available' AND b = 'reserved'
    WHEN 'unreserve' THEN a = 'reserved'  AND b = 'available'
    WHEN 'commit'    THEN a = 'reserved'  AND b = 'committed'
    WHEN 'recommit'  THEN a = 'committed' AND b = 'committed'
    WHEN 'release'   THEN a = 'committed' AND b = 'available'
    WHEN 'draw'      THEN a = 'committed' AND b = 'drawn'
    WHEN 'revert'    THEN a = 'available' AND b = 'outside'
  END
$$;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_movement" CHECK (
  CASE WHEN "reverses_id" IS NULL THEN ledger_movement_ok("movement", "from_account", "to_account")
       ELSE ledger_movement_ok("movement", "to_account", "from_account") END
);
-- Money that stays inside a case stays in that case's fund and pot; only transfer and rollOver leave a pot.
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_same_pot" CHECK (
  "from_account" = 'outside' OR "to_account" = 'outside' OR "movement" IN ('transfer', 'rollOver')
  OR ("from_fund_id" = "to_fund_id" AND "from_pot_id" = "to_pot_id")
);
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_same_case" CHECK ("from_case_id" IS NULL OR "to_case_id" IS NULL OR "from_case_id" = "to_case_id");
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_same_part" CHECK ("movement" <> 'draw' OR "from_part_id" = "to_part_id");
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_moves" CHECK (
  "movement" NOT IN ('transfer', 'rollOver', 'recommit')
  OR ("from_fund_id", "from_pot_id", "from_part_id") IS DISTINCT FROM ("to_fund_id", "to_pot_id", "to_part_id")
);

-- ---------- the ledger: balances ----------

-- One trigger for the whole statement: a trigger for each row deadlocks on opposite transfers and refuses a legal
-- release-and-revert. Missing rows as zeros in key order, all touched rows locked in key order, one update with the
-- net of each row; the checks of fund_balance refuse what would go below zero.
CREATE FUNCTION ledger_keep_balances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  nets fund_balance[];
  touched bigint;
BEGIN
  IF EXISTS (
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

  INSERT INTO fund_balance (employer_id, fund_id, pot_id, key)
  SELECT n.employer_id, n.fund_id, n.pot_id, n.key FROM unnest(nets) n ORDER BY n.employer_id, n.fund_id, n.pot_id, n.key
  ON CONFLICT DO NOTHING;

  PERFORM 1 FROM fund_balance b JOIN unnest(nets) n USING (employer_id, fund_id, pot_id, key)
  ORDER BY b.employer_id, b.fund_id, b.pot_id, b.key FOR UPDATE OF b;

  UPDATE fund_balance b
  SET available = b.available + n.available, reserved = b.reserved + n.reserved, committed = b.committed + n.committed, drawn = b.drawn + n.drawn
  FROM unnest(nets) n
  WHERE (b.employer_id, b.fund_id, b.pot_id, b.key) = (n.employer_id, n.fund_id, n.pot_id, n.key);
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> cardinality(nets) THEN
    RAISE EXCEPTION 'the balances did not follow the entries: % of % rows', touched, cardinality(nets);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ledger_keep_balances AFTER INSERT ON "ledger_entry"
REFERENCING NEW TABLE AS entries FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep_balances();

-- ---------- append-only ----------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "case_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------- row-level security ----------

-- Enabled for every role but not forced: the owner's dump, backfill and definer functions must see the rows.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name = 'employer_id' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY employer ON %I USING (employer_id = nullif(current_setting(''app.employer_id'', true), '''')::uuid)', t);
  END LOOP;
END $$;
ALTER TABLE "employer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY employer ON "employer" USING (id = nullif(current_setting('app.employer_id', true), '')::uuid);

-- ---------- what the web's login may do ----------

DO $$ BEGIN
  CREATE ROLE portal_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO portal_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT INSERT, UPDATE ON
  "unit", "person", "identity", "session", "role_assignment", "claim_mapping", "mandate", "substitute", "union", "union_to_hear",
  "local_agreement", "fund", "pot", "idea", "idea_support", "endorsement", "pre_registration", "case_idea", "case_unit", "case_person",
  "cost_line", "participant_group", "case_version", "consultation", "consultation_subject", "voice", "statement", "approval",
  "initiative", "initiative_idea", "filing", "granted_part", "requisition", "evidence", "event_text", "event_chain", "case_counter",
  "form_receipt", "draft"
TO portal_app;
GRANT UPDATE ON "employer" TO portal_app;
GRANT INSERT ON "ledger_entry", "case_event" TO portal_app;
GRANT USAGE ON SEQUENCE "ledger_entry_seq_seq" TO portal_app;
GRANT DELETE ON
  "session", "claim_mapping", "idea_support", "case_idea", "case_unit", "case_person", "cost_line", "participant_group",
  "initiative_idea", "evidence", "form_receipt", "draft"
TO portal_app;

-- The two questions that must be asked before an employer is known. They answer with ids only.
CREATE FUNCTION who_is(the_issuer text, the_subject text) RETURNS TABLE (employer_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.employer_id, i.person_id FROM identity i WHERE i.issuer = the_issuer AND i.subject = the_subject
$$;
CREATE FUNCTION employers() RETURNS TABLE (employer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id FROM employer e ORDER BY e.id
$$;
REVOKE ALL ON FUNCTION who_is(text, text), employers(), ledger_keep_balances() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION who_is(text, text), employers() TO portal_app;
