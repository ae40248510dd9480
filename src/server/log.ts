import "server-only";
import { randomBytes } from "node:crypto";

/** One line for whoever runs the portal. */
export function logLine(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes a fault to the log under a short code, which the person who met it can pass on. */
export function reportFault(fault: unknown): string {
  const code = randomBytes(4).toString("hex");
  logLine(`fault ${code}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  return code;
}
