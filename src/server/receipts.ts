import { createHash } from "node:crypto";
import { column, dayOf } from "@/domain/day";
import type { Prisma } from "./generated/client";

/** A form's key, made when the form was drawn, with what was sent in it. */
export type Receipt = { action: string; key: string; inputHash: string };

/** The receipt of one form post. */
export function receiptOf(action: string, key: string, input: unknown): Receipt {
  return { action, key, inputHash: createHash("sha256").update(canonical(input)).digest("base64url") };
}

/** JSON with sorted keys and with bigints as text, so that the same input always has the same hash. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === "bigint") return `${part}n`;
      if (part && typeof part === "object" && !Array.isArray(part))
        return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
      return part;
    }) ?? "null"
  );
}

/**
 * Inserts the receipt first of all: a second click waits here until the first is done. Answers with what the first
 * was told, or null when this is the first. A refusal rolls the row back.
 */
export async function takeReceipt(
  tx: Prisma.TransactionClient,
  employerId: string,
  personId: string,
  receipt: Receipt,
  now: Date,
): Promise<{ answer: string | undefined } | null> {
  const { count } = await tx.formReceipt.createMany({
    data: [{ employerId, personId, ...receipt, at: now }],
    skipDuplicates: true,
  });
  if (count === 1) return null;
  const first = await tx.formReceipt.findUniqueOrThrow({
    where: { employerId_personId_action_key_inputHash: { employerId, personId, ...receipt } },
    select: { location: true },
  });
  return { answer: first.location ?? undefined };
}

export async function giveReceipt(
  tx: Prisma.TransactionClient,
  employerId: string,
  personId: string,
  receipt: Receipt,
  location: string,
): Promise<void> {
  await tx.formReceipt.update({
    where: { employerId_personId_action_key_inputHash: { employerId, personId, ...receipt } },
    data: { location },
    select: { employerId: true },
  });
}

/** Receipts are kept for 30 days. */
export async function forgetOldReceipts(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  await tx.formReceipt.deleteMany({
    where: { at: { lt: new Date(column(dayOf(now)).getTime() - 30 * 86_400_000) } },
  });
}
