import { day } from "@/domain/day";
import type { FiledContent } from "@/domain/filed-content";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";

/** What would be sent for an initiative as it stands now; the note is the coordinator's own. */
export async function contentOf(
  tx: Tx,
  employerId: string,
  initiativeId: string,
  note: string,
): Promise<FiledContent> {
  const it = await tx.initiative.findFirst({ where: { id: initiativeId }, select: CONTENT });
  const employer = await tx.employer.findFirst({
    where: { id: employerId },
    select: { name: true, orgNumber: true },
  });
  if (!it || !employer) throw new Refusal(NOT_FOUND);
  const of = it.case;
  // The case's lines are this initiative's only when it is the whole case.
  const costs =
    of.costLines.reduce((total, line) => total + line.amount, 0n) === it.amount ? of.costLines : [];
  return {
    employer: employer.name,
    orgNumber: employer.orgNumber,
    fund: of.fund.name,
    caseNumber: of.number,
    title: it.title,
    unit: it.unit.name,
    need: of.need,
    initiative: of.initiative,
    beyondOrdinary: of.beyondOrdinary,
    area: of.area,
    providerKind: it.providerKind,
    providerName: it.providerName,
    periodFrom: day(it.periodFrom),
    periodUntil: day(it.periodUntil),
    headcount: it.headcount,
    groups: of.groups,
    amount: String(it.amount),
    costs: costs.map((line) => ({ ...line, amount: String(line.amount) })),
    consultation: of.subjects.map(({ consultation, voices }) => ({
      day: day(consultation.day),
      minutes: consultation.minutesNumber,
      unions: voices.map((voice) => ({ name: voice.union.name, answer: voice.statements[0]?.kind ?? null })),
    })),
    note,
  };
}

const CONTENT = {
  title: true,
  amount: true,
  headcount: true,
  providerKind: true,
  providerName: true,
  periodFrom: true,
  periodUntil: true,
  unit: { select: { name: true } },
  case: {
    select: {
      number: true,
      need: true,
      initiative: true,
      beyondOrdinary: true,
      area: true,
      fund: { select: { name: true } },
      groups: { select: { occupation: true, aid: true, takingPart: true }, orderBy: { id: "asc" } },
      costLines: { select: { costType: true, text: true, amount: true }, orderBy: { order: "asc" } },
      subjects: {
        where: { consultation: { kind: "unions", minutesApprovedAt: { not: null } } },
        orderBy: { consultation: { day: "asc" } },
        select: {
          consultation: { select: { day: true, minutesNumber: true } },
          voices: {
            orderBy: { union: { name: "asc" } },
            select: {
              union: { select: { name: true } },
              statements: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1, select: { kind: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.InitiativeSelect;
