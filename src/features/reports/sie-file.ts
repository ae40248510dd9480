import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import type { Reason } from "@/domain/reason";
import type { T } from "@/messages/translator";
import { type SieFile, whyNotWriteSie } from "@/server/sie-write";
import { paidClaims, type SieFacts } from "./sie-queries";
import type { SieAsked } from "./sie-schema";
import { dimensionsOf, type Vouchers, vouchersOf } from "./sie-vouchers";

export type SieMade = {
  facts: SieFacts;
  faults: Vouchers["faults"];
  file: SieFile;
  /** Why there is no file; null when there is one. With faults there is none: half a month would be taken for all. */
  whyNot: Reason | null;
};

/** The vouchers of a fund's month, in the actor's sight, as a file of type SIE 4I to be, or why it cannot be one. */
export async function sieFile(actor: Actor, asked: SieAsked, today: Day, t: T): Promise<SieMade> {
  const facts = await paidClaims(actor, asked.fund, asked.month);
  const accounts = { debit: asked.debit, credit: asked.credit ?? null };
  const { vouchers, faults } = vouchersOf(facts.claims, facts.segments, accounts, () =>
    t("exports.sie.voucher"),
  );
  const file: SieFile = {
    program: { name: t("app.product"), version: "1.0" },
    made: today,
    employer: facts.employer,
    accounts: [],
    dimensions: dimensionsOf(facts.segments, vouchers),
    objects: [],
    vouchers,
  };
  const whyNot: Reason | null =
    faults.length > 0
      ? { key: "exports.sie.faulty", values: { count: faults.length } }
      : whyNotWriteSie(file);
  return { facts, faults, file, whyNot };
}
