import { randomBytes, randomInt } from "node:crypto";

let last = { at: 0, counter: 0 };

/**
 * A new UUIDv7: sorts by the time it was made, and within a millisecond by the order in which it was made (a counter
 * in the twelve bits after the time, RFC 9562 6.2), which keeps index pages together. It carries no meaning.
 */
export function newId(at: number = Date.now()): string {
  const counter = at === last.at ? last.counter + 1 : randomInt(256);
  last = { at, counter };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f);
  bytes[7] = counter & 0xff;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
