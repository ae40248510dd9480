import { createHash } from "node:crypto";
import { type CsvReading, readCsv } from "./csv-read";
import { readSie, type SieReading } from "./sie-read";

export type ActualsFile = ({ format: "sie" } & SieReading) | ({ format: "csv" } & CsvReading);

/**
 * Reads a file from the accounting system: an SIE file by its first record or its name, anything else as CSV. All of it
 * or its faults.
 */
export function readActualsFile(name: string, bytes: Uint8Array): ActualsFile {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const isSie = /^[^\x21-\x7e]*#FLAGGA\b/i.test(start) || /\.(se|si|sie)$/i.test(name);
  return isSie ? { format: "sie", ...readSie(bytes) } : { format: "csv", ...readCsv(bytes) };
}

/** What tells one file from another, whatever it is called. */
export function fileHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
