import { createHash } from "node:crypto";
import { canonical } from "./receipts";

/**
 * A short mark of what a form was opened on, for rows that count no revisions: the form sends it back, and the command
 * compares it with the row as it is now, so that nobody saves over what they have not seen.
 */
export function baseMark(shown: Record<string, unknown>): string {
  return createHash("sha256").update(canonical(shown)).digest("base64url").slice(0, 22);
}
