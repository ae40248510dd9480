import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import { localAgreementStateOn } from "@/domain/local-agreement";
import { localAgreementOn } from "@/features/agreements/queries";
import { fundsOpenOn } from "@/features/ledger/queries";
import { read } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

/** What an employer needs before it can run, in the order in which to see to it. */
export const NEEDS = [
  "units",
  "coordinator",
  "agreement",
  "decider",
  "jointGroup",
  "sender",
  "unions",
  "money",
] as const;
export type Need = { need: (typeof NEEDS)[number]; met: boolean };

/**
 * What is in place on a day and what is missing: units, a coordinator, who decides (under LOM as the local agreement
 * says), who may send to the national fund (TLO), unions to hear, and a fund with money that can be reserved.
 */
export function readiness(actor: Actor, scheme: "tlo" | "lom", today: Day): Promise<Need[]> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const on = column(today);
    const inForce = {
      from: { lte: on },
      AND: [
        { OR: [{ until: null }, { until: { gte: on } }] },
        { person: { OR: [{ leftOn: null }, { leftOn: { gt: on } }] } },
      ],
    };
    const units = await tx.unit.count({
      where: { employerId, parentId: { not: null }, OR: [{ validTo: null }, { validTo: { gte: on } }] },
    });
    const coordinators = await tx.roleAssignment.count({
      where: { employerId, role: "coordinator", ...inForce },
    });
    const mandates = await tx.mandate.findMany({
      where: { employerId, ...inForce },
      select: { kind: true, side: true },
    });
    const unions = await tx.unionToHear.count({
      where: { employerId, from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
    });
    const visible = await tx.fund.findMany({ where: fundsVisibleTo(actor), select: { id: true } });
    const open = await fundsOpenOn(tx, employerId, today);
    const agreement = scheme === "lom" ? await localAgreementOn(tx, employerId, today) : null;

    const has = (kind: (typeof mandates)[number]["kind"], side?: "employer" | "union") =>
      mandates.some((held) => held.kind === kind && (!side || held.side === side));
    const inGroup = agreement?.decisionRule === "jointGroup";
    const met: Record<(typeof NEEDS)[number], boolean | null> = {
      units: units > 0,
      coordinator: coordinators > 0,
      agreement:
        scheme === "lom" ? ["inForce", "reviewDue"].includes(localAgreementStateOn(agreement, today)) : null,
      decider: inGroup ? null : has("decisionMaker"),
      jointGroup: inGroup ? has("jointGroupMember", "employer") && has("jointGroupMember", "union") : null,
      sender: scheme === "tlo" ? has("authorisedSender") : null,
      // A joint group decides with the unions in it.
      unions: inGroup ? null : unions > 0,
      money: open.some(
        (fund) => visible.some((it) => it.id === fund.id) && fund.pots.some((pot) => pot.available > 0n),
      ),
    };
    return NEEDS.flatMap((need) => {
      const state = met[need];
      return state === null ? [] : [{ need, met: state }];
    });
  });
}
