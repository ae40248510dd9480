import type { Reason } from "@/domain/reason";

export type DatabaseFault = { kind: "retry" } | { kind: "away" } | { kind: "refused"; reason: Reason };

/** The constraints that a person can meet although the rules were asked first: someone else was faster. */
export const REFUSALS: Readonly<Record<string, Reason>> = {
  fund_balance_available: { key: "refusals.notEnoughAvailable" },
  fund_balance_reserved: { key: "refusals.notEnoughReserved" },
  fund_balance_committed: { key: "refusals.notEnoughCommitted" },
  granted_part_employer_id_number_key: { key: "refusals.numberTaken", field: "number" },
  requisition_employer_id_part_id_key: { key: "refusals.claimedTwice" },
  ledger_entry_employer_id_reverses_id_key: { key: "refusals.reversedTwice" },
  union_employer_id_name_key: { key: "refusals.nameTaken", field: "name" },
  identity_issuer_subject_employer_id_key: { key: "people.rules.accountTaken", field: "subject" },
  person_employer_id_employee_number_key: { key: "refusals.employeeNumberTaken", field: "employeeNumber" },
};

const AWAY = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
];

/** What a failure of the database means to us; null when it is none that we know. */
export function databaseFault(fault: unknown): DatabaseFault | null {
  const said = words(fault);
  if (said.some((word) => word === "40P01" || word === "40001" || word === "P2034")) return { kind: "retry" };
  for (const [constraint, reason] of Object.entries(REFUSALS)) {
    if (said.some((word) => word.includes(constraint))) return { kind: "refused", reason };
  }
  if (
    said.some(
      (word) =>
        AWAY.includes(word) ||
        /Can't reach database|Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|the database system is/.test(
          word,
        ),
    )
  )
    return { kind: "away" };
  return null;
}

/** Every code, name and message in an error and in what caused it: Prisma hides the driver's words at several depths. */
function words(fault: unknown, depth = 0): string[] {
  if (fault === null || typeof fault !== "object" || depth > 5)
    return typeof fault === "string" ? [fault] : [];
  const own = fault as Record<string, unknown>;
  const plain = ["code", "originalCode", "message", "originalMessage", "constraint", "kind"].map(
    (key) => own[key],
  );
  return [
    ...plain.flatMap((value) => (typeof value === "string" ? [value] : words(value, depth + 1))),
    ...["cause", "meta", "driverAdapterError", "error"].flatMap((key) => words(own[key], depth + 1)),
    ...(Array.isArray(own.fields) ? own.fields.filter((f) => typeof f === "string") : []),
  ];
}
