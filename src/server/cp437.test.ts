import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCp437, encodeCp437, plainForCp437 } from "./cp437";
import { decodeUtf8, decodeWindows1252 } from "./windows-1252";

const RUNS = { numRuns: 500 };
const hex = (text: string) => Buffer.from(encodeCp437(text)).toString("hex");

describe("code page 437", () => {
  test("the Swedish letters stand where the format says", () => {
    expect(hex("åäöÅÄÖé")).toBe("8684948f8e9982");
    expect(hex("Omvårdnad 2026")).toBe(`4f6d76${"86"}72646e61642032303236`);
  });

  test.each([
    ["2024–2026", "2024-2026"],
    ["−500", "-500"],
    ["”Väx” 100 €", '"Väx" 100 EUR'],
    ["48\u00a0500\u202fkr", "48 500 kr"],
    ["a\u030angest", "ångest"],
    ["nästa…", "nästa..."],
    ["Žižek 日本 👩‍⚕️", "?i?ek ?? ????"],
  ])("%s is written %s", (text, plain) => {
    expect(plainForCp437(text)).toBe(plain);
    expect(decodeCp437(encodeCp437(text))).toBe(plain);
  });

  test("every byte but the hard space comes back", () => {
    for (let byte = 0; byte < 0xff; byte++)
      expect([...encodeCp437(decodeCp437(Uint8Array.of(byte)))]).toEqual([byte]);
    expect([...encodeCp437(decodeCp437(Uint8Array.of(0xff)))]).toEqual([0x20]);
  });

  test("a text of its own signs comes back as it was", () =>
    fc.assert(
      fc.property(fc.uint8Array({ max: 0xfe }), (bytes) => {
        const text = decodeCp437(bytes);
        expect(text).toHaveLength(bytes.length);
        expect(encodeCp437(text)).toEqual(bytes);
      }),
      RUNS,
    ));

  test("any text comes back as its plain form, which is its own plain form", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = plainForCp437(text);
        expect(decodeCp437(encodeCp437(text))).toBe(plain);
        expect(plainForCp437(plain)).toBe(plain);
      }),
      RUNS,
    ));
});

describe("Windows-1252", () => {
  test("what Latin-1 has not", () =>
    expect(decodeWindows1252(Uint8Array.of(0x80, 0x96, 0x93, 0x94, 0x85, 0xe5, 0x41))).toBe("€–“”…åA"));
  test("bytes without a character are seen", () =>
    expect(decodeWindows1252(Uint8Array.of(0x81, 0x8d, 0x8f, 0x90, 0x9d))).toBe("\ufffd".repeat(5)));
  test("the rest is Latin-1", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0xa0, max: 0xff }).map((it) => String.fromCharCode(it)) }),
        (text) => {
          expect(decodeWindows1252(Buffer.from(text, "latin1"))).toBe(text);
        },
      ),
      RUNS,
    ));
});

describe("UTF-8", () => {
  test("any text, without its mark", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeUtf8(Buffer.from(`\ufeff${text}`, "utf8"))).toBe(text);
      }),
      RUNS,
    ));
  test("nothing of text that is not", () => expect(decodeUtf8(Buffer.from("å", "latin1"))).toBeNull());
});
