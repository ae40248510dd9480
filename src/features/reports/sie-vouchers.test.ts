import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MUNICIPAL_SEGMENTS } from "@/domain/account-coding";
import { sum } from "@/domain/money";
import { readSie } from "@/server/sie-read";
import { whyNotWriteSie, writeSie } from "@/server/sie-write";
import { dimensionsOf, type PaidClaim, vouchersOf } from "./sie-vouchers";

const ACCOUNTS = { debit: "1679", credit: "3599" };
const say = () => "Rekvirerade medel, insats";
const line = (amount: bigint, codes: Record<string, string>) => ({
  costType: "courseFee" as const,
  text: "",
  amount,
  codes,
});
const care = { ansvar: "4210", konto: "7412", projekt: "TLO17" };
const school = { ansvar: "5100", konto: "7413", projekt: "TLO17" };
const claim = (over: Partial<PaidClaim> = {}): PaidClaim => ({
  id: "a",
  number: "17",
  title: "C1-körkort",
  paidOn: "2026-11-22",
  paid: 4_850_000n,
  providerKind: "external",
  lines: [line(4_850_000n, care)],
  ...over,
});

describe("vouchers of paid claims", () => {
  test("debit the bank and credit the coding of the cost lines", () => {
    const { vouchers, faults } = vouchersOf([claim()], MUNICIPAL_SEGMENTS, ACCOUNTS, say);
    expect(faults).toEqual([]);
    expect(vouchers).toEqual([
      {
        series: "",
        number: "",
        day: "2026-11-22",
        text: "Rekvirerade medel, insats 17",
        rows: [
          { account: "1679", objects: [], amount: 4_850_000n, text: "" },
          {
            account: "3599",
            objects: [
              { dimension: 1, object: "4210" },
              { dimension: 6, object: "TLO17" },
            ],
            amount: -4_850_000n,
            text: "",
          },
        ],
      },
    ]);
    expect(dimensionsOf(MUNICIPAL_SEGMENTS, vouchers)).toContainEqual({ dimension: 1, name: "Ansvar" });
  });

  test("share what was paid between codings by the amounts of their lines", () => {
    const lines = [line(200n, care), line(100n, school), line(100n, care)];
    const [voucher] = vouchersOf([claim({ paid: 100n, lines })], MUNICIPAL_SEGMENTS, ACCOUNTS, say).vouchers;
    expect(voucher?.rows.map(({ amount }) => amount)).toEqual([100n, -75n, -25n]);
  });

  test("take each line's own account when no other is given", () => {
    const own = { debit: "1679", credit: null };
    const lines = [line(1n, care), line(1n, school)];
    const [voucher] = vouchersOf([claim({ paid: 10n, lines })], MUNICIPAL_SEGMENTS, own, say).vouchers;
    expect(voucher?.rows.map(({ account }) => account)).toEqual(["1679", "7412", "7413"]);
    const bare = MUNICIPAL_SEGMENTS.filter(({ sie }) => sie !== "account");
    const { ansvar, projekt } = care;
    const without = claim({ lines: [line(1n, { ansvar, projekt })] });
    expect(vouchersOf([without], bare, own, say).faults[0]?.reasons).toEqual([
      { key: "exports.sie.noAccount" },
    ]);
  });

  test("are not made of what is faulty: it is listed, and the others are made all the same", () => {
    const faulty = claim({ id: "b", lines: [line(1n, { ansvar: "42" })] });
    const empty = claim({ id: "c", lines: [] });
    const { vouchers, faults } = vouchersOf([claim(), faulty, empty], MUNICIPAL_SEGMENTS, ACCOUNTS, say);
    expect(vouchers).toHaveLength(1);
    expect(faults.map(({ claim: { id }, reasons }) => [id, reasons[0]?.key])).toEqual([
      ["b", "money.coding.form.digits"],
      ["c", "exports.sie.noLines"],
    ]);
    // Nothing was paid: there is nothing to book.
    expect(vouchersOf([claim({ paid: 0n, lines: [] })], [], ACCOUNTS, say)).toEqual({
      vouchers: [],
      faults: [],
    });
  });

  test("sum to zero for any amounts, and come back out of the file as they went in", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constantFrom(care, school)), {
          minLength: 1,
          maxLength: 6,
        }),
        (paid, amounts) => {
          const lines = amounts.map(([amount, codes]) => line(amount, codes));
          const { vouchers } = vouchersOf([claim({ paid, lines })], MUNICIPAL_SEGMENTS, ACCOUNTS, say);
          for (const { rows } of vouchers) expect(sum(rows.map(({ amount }) => amount))).toBe(0n);
          const file = {
            program: { name: "Portalen", version: "1.0" },
            made: "2026-11-23",
            employer: { name: "Exempelstads kommun", orgNumber: "212000-0000" },
            accounts: [],
            dimensions: dimensionsOf(MUNICIPAL_SEGMENTS, vouchers),
            objects: [],
            vouchers,
          };
          expect(whyNotWriteSie(file)).toBeNull();
          const { sie } = readSie(writeSie(file));
          const rows = (sie?.vouchers ?? []).flatMap((voucher) => voucher.rows);
          expect(rows.map(({ amount }) => amount)).toEqual(vouchers[0]?.rows.map(({ amount }) => amount));
        },
      ),
    );
  });
});
