import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { AGREEMENTS } from "@/domain/agreement";
import { column } from "@/domain/day";
import { type Basis, provisionOf, type RateLine, whyNotBasis, whyNotRates } from "@/domain/provision";
import { MOVED_ON, Refusal, refuseIf } from "@/domain/reason";
import { book } from "@/features/ledger/commands";
import type { FundView } from "@/features/ledger/queries";
import { lockEmployer } from "@/features/people/lock-commands";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { wasOpened } from "./provision-queries";
import { rateBase, ratesOf } from "./rate-queries";

/**
 * Books what a basis gives on a pot of a locked fund, and keeps how it came about. The rate is kept with it, so that a
 * later change of the table changes nothing that was provided. Refuses what whyNotBasis says.
 */
export async function bookProvision(
  w: Work,
  fund: Pick<FundView, "id" | "version" | "from" | "until">,
  potId: string,
  basis: Basis,
  reference?: string,
): Promise<void> {
  const { tx, actor, now, tell } = w;
  const { employerId } = actor;
  const facts = {
    scheme: AGREEMENTS[fund.version].scheme,
    from: fund.from,
    until: fund.until,
    rates: await ratesOf(tx, employerId),
    openedBefore: basis.kind === "openingBalance" && (await wasOpened(tx, employerId, fund.id)),
  };
  refuseIf(whyNotBasis(basis, facts));
  const { amount, ppm } = provisionOf(basis, facts);
  const [entryId] = await book(w, [{ movement: "provide", amount, fundId: fund.id, potId }]);
  if (!entryId) throw new Error("a provision without an entry");
  const kind = basis.kind ?? "entered";
  await tx.provision.createMany({
    data: [
      {
        employerId,
        id: newId(now.getTime()),
        fundId: fund.id,
        entryId,
        kind,
        ppm,
        payroll: "payroll" in basis ? basis.payroll : null,
        nationalSum: "nationalSum" in basis ? basis.nationalSum : null,
        nationalPayroll: "nationalPayroll" in basis ? basis.nationalPayroll : null,
      },
    ],
  });
  tell({
    kind: "fund.provided",
    subjectId: fund.id,
    amount,
    detail: kind === "entered" ? undefined : kind,
    text: reference || undefined,
  });
}

/**
 * Replaces the employer's whole table of rates. What was provided before stays as it was reckoned. Refuses, and changes
 * nothing: a table with a gap, an overlap or a rate that is no share, and one that somebody else changed meanwhile.
 */
export async function saveRates(
  actor: Actor,
  input: { rates: readonly RateLine[]; base?: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "provisionRate.save"));
    refuseIf(whyNotRates(input.rates));
    const { tx, tell } = w;
    const { employerId } = actor;
    // Two who replace the table at once must not leave both their rows behind.
    await lockEmployer(w);
    if (input.base && input.base !== rateBase(await ratesOf(tx, employerId))) throw new Refusal(MOVED_ON);
    await tx.provisionRate.deleteMany({ where: { employerId } });
    await tx.provisionRate.createMany({
      data: input.rates.map(({ from, until, ppm }) => ({
        employerId,
        id: newId(now.getTime()),
        from: column(from),
        until: column(until),
        ppm,
      })),
    });
    tell({ kind: "provisionRate.saved", subjectId: employerId });
  });
}
