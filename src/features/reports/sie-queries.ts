import type { Segment } from "@/domain/account-coding";
import type { Actor } from "@/domain/actor";
import { addDays, column, day } from "@/domain/day";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { allSegments, codesOf } from "@/features/codings/queries";
import { read } from "@/server/db";
import { fundsVisibleTo, requisitionsVisibleTo } from "@/server/scope";
import type { PaidClaim } from "./sie-vouchers";

/** The funds whose claims can become vouchers, the newest first. */
export function fundsForSie(actor: Actor): Promise<{ id: string; name: string }[]> {
  return read(actor, (tx) =>
    tx.fund.findMany({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId }] },
      orderBy: [{ from: "desc" }, { id: "desc" }],
      select: { id: true, name: true },
    }),
  );
}

export type SieFacts = {
  employer: { name: string; orgNumber: string | null };
  fund: { id: string; name: string };
  segments: Segment[];
  claims: PaidClaim[];
};

/** What was paid of a fund's claims in a month ("2026-11"), with their cost lines' coding. Refuses (notFound) a foreign fund. */
export function paidClaims(actor: Actor, fundId: string, month: string): Promise<SieFacts> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const fund = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId, id: fundId }] },
      select: { id: true, name: true },
    });
    const employer = await tx.employer.findFirst({
      where: { id: employerId },
      select: { name: true, orgNumber: true },
    });
    if (!fund || !employer) throw new Refusal(NOT_FOUND);
    const first = `${month}-01`;
    const next = `${addDays(first, 31).slice(0, 7)}-01`;
    const rows = await tx.requisition.findMany({
      where: {
        AND: [
          requisitionsVisibleTo(actor),
          { employerId, status: { in: ["paid", "reconciled"] }, part: { case: { fundId } } },
          { paidOn: { gte: column(first), lt: column(next) } },
        ],
      },
      orderBy: [{ paidOn: "asc" }, { id: "asc" }],
      select: {
        id: true,
        paidOn: true,
        paidAmount: true,
        part: {
          select: {
            number: true,
            initiative: { select: { title: true } },
            case: {
              select: {
                number: true,
                providerKind: true,
                costLines: {
                  orderBy: [{ order: "asc" }, { id: "asc" }],
                  select: { costType: true, text: true, amount: true, codes: true },
                },
              },
            },
          },
        },
      },
    });
    return {
      employer,
      fund,
      segments: await allSegments(tx, employerId),
      claims: rows.map(({ id, paidOn, paidAmount, part }) => ({
        id,
        number: part.number ?? part.case.number,
        title: part.initiative.title,
        paidOn: day(paidOn) ?? first,
        paid: paidAmount ?? 0n,
        providerKind: part.case.providerKind,
        lines: part.case.costLines.map((line) => ({ ...line, codes: codesOf(line.codes) })),
      })),
    };
  });
}
