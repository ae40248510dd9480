import { meetingState } from "@/features/consultations/consultation-words";
import { getMeetings } from "@/features/consultations/list-queries";
import { forWhom, ideaStatus } from "@/features/ideas/idea-words";
import { listIdeas, readIdeaFilters } from "@/features/ideas/list-queries";
import { initiativeStatus } from "@/features/initiatives/initiative-words";
import { listInitiatives, readInitiativeFilters } from "@/features/initiatives/list-queries";
import { atFundWords, ballWords, caseStatus } from "@/features/pre-registrations/case-words";
import { listCases, readCaseFilters } from "@/features/pre-registrations/list-queries";
import { claimStatus } from "@/features/requisitions/claim-words";
import { listClaims, readClaimFilters, readyToRequisition } from "@/features/requisitions/list-queries";
import { everyPage, listOf, number, on, ore, text } from "./list-export";

// The lists of the case's way, each read by the query of its own screen, so that scope and filter are the same there
// and here.

export const ideas = listOf(
  { see: "ideas", page: "/ideas" },
  ({ actor }, search) => everyPage((after) => listIdeas(actor, readIdeaFilters({ ...search, after }))),
  [
    { key: "title", width: 40, cell: (row) => text(row.title) },
    { key: "why", width: 60, cell: (row) => text(row.why) },
    { key: "unit", width: 28, cell: (row) => text(row.unit) },
    { key: "status", width: 20, cell: (row, reader) => text(ideaStatus(row, reader).text) },
    {
      key: "withManager",
      width: 12,
      cell: (row, { t }) => text(t(row.withManager ? "exports.yes" : "exports.no")),
    },
    { key: "audience", width: 20, cell: (row, { t }) => text(forWhom(row, t)) },
    { key: "headcount", width: 12, cell: (row) => number(row.headcount) },
    { key: "supports", width: 12, cell: (row) => number(row.supports) },
    { key: "since", width: 12, cell: (row) => on(row.since) },
  ],
);

export const preRegistrations = listOf(
  { see: "preRegistrations", page: "/pre-registrations" },
  ({ actor, today }, search) =>
    everyPage((after) => listCases(actor, readCaseFilters({ ...search, after }), today)),
  [
    { key: "number", width: 12, cell: (row) => text(row.number) },
    { key: "title", width: 40, cell: (row) => text(row.title) },
    { key: "unit", width: 28, cell: (row) => text(row.unit) },
    { key: "fund", width: 24, cell: (row) => text(row.fund) },
    { key: "status", width: 18, cell: (row, { t }) => text(caseStatus(row.standing.status, t).text) },
    {
      key: "atFund",
      width: 22,
      // Nobody outside answers under LOM.
      cell: (row, reader) =>
        text(reader.scheme === "lom" ? "" : atFundWords(row.standing.atFund, reader).text),
    },
    { key: "ball", width: 28, cell: (row, reader) => text(ballWords(row.standing, reader)) },
    { key: "since", width: 12, cell: (row) => on(row.standing.since) },
    { key: "amount", width: 16, cell: (row) => ore(row.amount) },
  ],
);

export const initiatives = listOf(
  { see: "initiatives", page: "/initiatives" },
  ({ actor }, search) =>
    everyPage((after) => listInitiatives(actor, readInitiativeFilters({ ...search, after }))),
  [
    { key: "title", width: 40, cell: (row) => text(row.title) },
    { key: "initiativeNumber", width: 16, cell: (row) => text(row.numbers.join(", ")) },
    { key: "unit", width: 28, cell: (row) => text(row.unit) },
    {
      key: "owner",
      width: 24,
      cell: (row, { t }) => text(row.hasOwner ? (row.owner ?? t("initiatives.hiddenName")) : ""),
    },
    { key: "status", width: 18, cell: (row, { t }) => text(initiativeStatus(row.status, t).text) },
    { key: "since", width: 12, cell: (row) => on(row.since) },
    { key: "periodFrom", width: 12, cell: (row) => on(row.periodFrom) },
    { key: "periodUntil", width: 12, cell: (row) => on(row.periodUntil) },
    { key: "amount", width: 16, cell: (row) => ore(row.amount) },
  ],
);

/** More than any employer has lying; the query reads one more than it is asked for. */
const ALL = 1_000_000;

export const ready = listOf(
  { see: "requisitions", page: "/requisitions" },
  async ({ actor, today }) => (await readyToRequisition(actor, today, ALL)).rows,
  [
    { key: "title", width: 40, cell: (row) => text(row.initiative.title) },
    { key: "initiativeNumber", width: 16, cell: (row) => text(row.number) },
    { key: "unit", width: 28, cell: (row) => text(row.initiative.unit) },
    { key: "completedOn", width: 12, cell: (row) => on(row.completedOn) },
    { key: "granted", width: 16, cell: (row) => ore(row.amount) },
  ],
);

export const requisitions = listOf(
  { see: "requisitions", page: "/requisitions" },
  ({ actor }, search) => everyPage((after) => listClaims(actor, readClaimFilters({ ...search, after }))),
  [
    { key: "title", width: 40, cell: (row) => text(row.title) },
    { key: "initiativeNumber", width: 16, cell: (row) => text(row.number) },
    { key: "unit", width: 28, cell: (row) => text(row.unit) },
    { key: "status", width: 20, cell: (row, { t }) => text(claimStatus(row.status, t).text) },
    { key: "since", width: 12, cell: (row) => on(row.since) },
    { key: "sentOn", width: 12, cell: (row) => on(row.sentOn) },
    { key: "claimed", width: 16, cell: (row) => ore(row.amount) },
    { key: "paid", width: 16, cell: (row) => ore(row.paidAmount) },
  ],
);

export const consultations = listOf(
  { see: "consultations", page: "/consultations" },
  ({ actor, today }) =>
    everyPage(async (after) => {
      const { ahead, behind, next } = await getMeetings(actor, today, after);
      return { rows: after === undefined ? [...ahead, ...behind] : behind, next };
    }),
  [
    { key: "day", width: 12, cell: (row) => on(row.day) },
    { key: "place", width: 28, cell: (row) => text(row.place) },
    { key: "kind", width: 24, cell: (row, { t }) => text(t(`consultations.kinds.${row.kind}`)) },
    { key: "subjects", width: 14, cell: (row) => number(row.subjects) },
    { key: "open", width: 14, cell: (row) => number(row.open) },
    { key: "status", width: 24, cell: (row, reader) => text(meetingState(row, reader).text) },
  ],
);
