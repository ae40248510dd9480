import type { Actor } from "@/domain/actor";
import { readWhole } from "@/domain/case-version";
import type { Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { CASE_STATUSES, type CaseStatus } from "@/domain/pre-registration";
import { unitsWithin } from "@/domain/unit";
import { read, type Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { fundChoices, type UnitChoice, unitChoices } from "./choice-queries";
import { type CaseStanding, STANDING, standingsOf } from "./standing-queries";

const CASE_SORTS = ["since", "number", "amount"] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** The usual selections, by who has the next thing to do. */
export const SELECTIONS = {
  open: [
    "draft",
    "submitted",
    "endorsed",
    "prepared",
    "inConsultation",
    "deferred",
    "approved",
    "returned",
    "parked",
  ],
  coordinator: ["draft", "returned", "endorsed", "prepared", "deferred"],
  managers: ["submitted"],
  unions: ["inConsultation"],
  decided: ["approved", "converted"],
  ended: ["declined", "withdrawn", "expired"],
  all: CASE_STATUSES,
} as const satisfies Record<string, readonly CaseStatus[]>;
export type Selection = keyof typeof SELECTIONS;

/** What the address bar says of the list. */
export type CaseFilters = {
  selection: Selection;
  status: CaseStatus | null;
  q: string;
  unitId: string | null;
  fundId: string | null;
  sort: CaseSort;
  descending: boolean;
  /** The row after which the page begins: its sort key and id. */
  after: { key: string; id: string } | null;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const READABLE: Record<CaseSort, RegExp> = {
  since: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  number: /^[\d-]{1,20}$/,
  amount: /^\d{1,18}$/,
};

/** Reads an address; what it does not know it passes over. */
export function readCaseFilters(search: Record<string, string | undefined>): CaseFilters {
  const sort = CASE_SORTS.find((it) => it === search.sort) ?? "since";
  const [key = "", id = ""] = search.after?.split("~") ?? [];
  const uuid = (text: string | undefined) => (text && UUID.test(text) ? text : null);
  return {
    selection: (Object.keys(SELECTIONS) as Selection[]).find((it) => it === search.show) ?? "open",
    status: CASE_STATUSES.find((it) => it === search.status) ?? null,
    q: (search.q ?? "").trim().slice(0, 100),
    unitId: uuid(search.unit),
    fundId: uuid(search.fund),
    sort,
    // What has waited longest stands first unless the address says otherwise.
    descending: search.order === "desc" || (search.order !== "asc" && sort !== "since"),
    after: UUID.test(id) && READABLE[sort].test(key) ? { key, id } : null,
  };
}

export type CaseRow = {
  id: string;
  number: string;
  title: string;
  unit: string;
  fund: string;
  amount: Ore;
  standing: CaseStanding;
};

export type CasePage = { rows: CaseRow[]; next: string | null };

const PAGE = 50;

/**
 * A page of the cases that the acting role sees, 50 at a time from a key, so that any page costs the same. The unions
 * read title and amount as they were frozen for them.
 */
export function listCases(actor: Actor, asked: CaseFilters, today: Day): Promise<CasePage> {
  // The key of a page stands in the address: it may not tell the unions today's amount.
  const filters = actor.role === "unionRep" && asked.sort === "amount" ? readCaseFilters({}) : asked;
  return read(actor, async (tx) => {
    const { sort, descending } = filters;
    const direction = descending ? "desc" : "asc";
    const found = await tx.preRegistration.findMany({
      where: { AND: [casesVisibleTo(actor), ...(await chosen(tx, actor, filters))] },
      orderBy: [{ [COLUMN[sort]]: direction }, { id: direction }],
      take: PAGE + 1,
      select: {
        ...STANDING,
        number: true,
        title: true,
        unit: { select: { name: true } },
        fund: { select: { name: true, version: true } },
        versions: { orderBy: { number: "desc" }, take: 1, select: { content: true } },
      },
    });
    const rows = found.slice(0, PAGE);
    const standings = await standingsOf(tx, actor, rows, today);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    return {
      rows: rows.flatMap((row, nth) => {
        const standing = standings[nth];
        if (!standing) return [];
        const frozen =
          actor.role === "unionRep" && row.versions[0] ? readWhole(row.versions[0].content) : null;
        return {
          id: row.id,
          number: row.number,
          title: frozen?.title ?? row.title,
          unit: frozen?.unit ?? row.unit.name,
          fund: row.fund.name,
          amount: frozen?.amount ?? row.amount,
          standing,
        };
      }),
      next: last ? `${keyOf(sort, last)}~${last.id}` : null,
    };
  });
}

const COLUMN = { since: "statusSince", number: "number", amount: "amount" } as const satisfies Record<
  CaseSort,
  string
>;

function keyOf(sort: CaseSort, row: { statusSince: Date; number: string; amount: Ore }): string {
  if (sort === "since") return row.statusSince.toISOString();
  return sort === "number" ? row.number : String(row.amount);
}

async function chosen(
  tx: Tx,
  actor: Actor,
  filters: CaseFilters,
): Promise<Prisma.PreRegistrationWhereInput[]> {
  const { selection, status, q, unitId, fundId, after } = filters;
  const where: Prisma.PreRegistrationWhereInput[] = [
    hasStatus(...(status ? [status] : SELECTIONS[selection])),
  ];
  if (q) {
    // As typed: a per cent sign is a sign, not "anything".
    const contains = q.replace(/[\\%_]/g, "\\$&");
    where.push({ OR: [{ title: { contains, mode: "insensitive" } }, { number: { contains } }] });
  }
  if (fundId) where.push({ fundId });
  if (unitId) {
    const under = await withinUnit(tx, actor, unitId);
    where.push({ OR: [{ unitId: { in: under } }, { units: { some: { unitId: { in: under } } } }] });
  }
  if (after) where.push(beyond(filters, after));
  return where;
}

/** A unit with everything under it and merged into it; only itself when it is unknown. */
async function withinUnit(tx: Tx, actor: Actor, unitId: string): Promise<string[]> {
  const rows = await tx.unit.findMany({
    where: { employerId: actor.employerId },
    select: { id: true, parentId: true, successorId: true },
  });
  return unitsWithin(
    rows.map((row) => ({ ...row, from: "", until: null })),
    unitId,
  );
}

function beyond(
  { sort, descending }: CaseFilters,
  { key, id }: { key: string; id: string },
): Prisma.PreRegistrationWhereInput {
  const than = descending ? "lt" : "gt";
  const value = sort === "since" ? new Date(key) : sort === "amount" ? BigInt(key) : key;
  const column = COLUMN[sort];
  return { OR: [{ [column]: { [than]: value } }, { [column]: value, id: { [than]: id } }] };
}

/** What the list can be narrowed by. */
export function caseListChoices(
  actor: Actor,
  today: Day,
): Promise<{ units: UnitChoice[]; funds: { id: string; name: string }[] }> {
  return read(actor, async (tx) => ({
    units: await unitChoices(tx, actor, today),
    funds: await fundChoices(tx, actor),
  }));
}
