import type { Actor } from "@/domain/actor";
import type { AlarmKind } from "@/domain/alarm";
import { POT_KEY } from "@/features/ledger/queries";
import type { Tx } from "@/server/db";
import { casesVisibleTo, fundsVisibleTo, initiativesVisibleTo, requisitionsVisibleTo } from "@/server/scope";
import { type Proof, readProofKey } from "./proof-queries";

/** What an alarm is about, as the acting role may see it: a name (empty: none of its own) and where it lies. */
export type About = {
  name: string;
  href: string | null;
  /** Of a proof: what was compared, in which pot (null: the central one), and of which case, part or day. */
  place: { proof: Proof; unit: string | null; of: string } | null;
};

type Told = { id: string; kind: AlarmKind; subjectId: string; key: string };

/** Says what each alarm is about; one reading a table, however many alarms. */
export async function aboutEach(tx: Tx, actor: Actor, alarms: readonly Told[]): Promise<Map<string, About>> {
  const idsOf = (...kinds: AlarmKind[]) =>
    alarms.filter((it) => kinds.includes(it.kind)).map((it) => it.subjectId);
  const funds = names(
    await tx.fund.findMany({
      where: {
        AND: [
          fundsVisibleTo(actor),
          { id: { in: idsOf("applicationDay", "reserveDay", "grantDay", "requisitionDay", "proof") } },
        ],
      },
      select: { id: true, name: true },
    }),
  );
  const initiatives = names(
    (
      await tx.initiative.findMany({
        where: { AND: [initiativesVisibleTo(actor), { id: { in: idsOf("noOwner", "notStarted") } }] },
        select: { id: true, title: true },
      })
    ).map(({ id, title }) => ({ id, name: title })),
  );
  const claims = names(
    (
      await tx.requisition.findMany({
        where: { AND: [requisitionsVisibleTo(actor), { id: { in: idsOf("claimWaits") } }] },
        select: { id: true, part: { select: { initiative: { select: { title: true } } } } },
      })
    ).map(({ id, part }) => ({ id, name: part.initiative.title })),
  );
  const cases = names(
    (
      await tx.preRegistration.findMany({
        where: { AND: [casesVisibleTo(actor), { id: { in: idsOf("versionEnded") } }] },
        select: { id: true, number: true, title: true },
      })
    ).map(({ id, number, title }) => ({ id, name: `${number} ${title}` })),
  );
  const places = await placesOf(tx, alarms);

  const at = (found: Map<string, string>, id: string, path: string): About => {
    const name = found.get(id);
    return { name: name ?? "", href: name === undefined ? null : `${path}/${id}`, place: null };
  };
  return new Map(
    alarms.map((alarm): [string, About] => {
      const { id, kind, subjectId } = alarm;
      switch (kind) {
        case "noOwner":
        case "notStarted":
          return [id, at(initiatives, subjectId, "/initiatives")];
        case "claimWaits":
          return [id, at(claims, subjectId, "/requisitions")];
        case "versionEnded":
          return [id, at(cases, subjectId, "/pre-registrations")];
        case "proof":
          return [id, { ...at(funds, subjectId, "/funds"), place: places.get(id) ?? null }];
        case "agreementReview":
          return [
            id,
            { name: "", href: actor.role === "admin" ? `/admin/agreements/${subjectId}` : null, place: null },
          ];
        case "oldBalance":
          return [id, { name: "", href: "/funds", place: null }];
        case "chain":
          return [id, { name: "", href: null, place: null }];
        default:
          return [id, at(funds, subjectId, "/funds")];
      }
    }),
  );
}

const names = (rows: readonly { id: string; name: string }[]) => new Map(rows.map((it) => [it.id, it.name]));

/** The pot's unit and the case, part or day of each difference; numbers and units are no secret to who sees the proof. */
async function placesOf(tx: Tx, alarms: readonly Told[]): Promise<Map<string, NonNullable<About["place"]>>> {
  const keys = alarms.flatMap(({ id, kind, key }) => {
    const read = kind === "proof" ? readProofKey(key) : null;
    return read ? [{ id, ...read }] : [];
  });
  if (keys.length === 0) return new Map();
  const pots = new Map(
    (
      await tx.pot.findMany({
        where: { id: { in: keys.map((it) => it.potId) } },
        select: { id: true, unit: { select: { name: true } } },
      })
    ).map((pot) => [pot.id, pot.unit?.name ?? null]),
  );
  const ids = keys.filter((it) => it.proof !== "day" && it.key !== POT_KEY).map((it) => it.key);
  const cases = await tx.preRegistration.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  });
  const parts = await tx.grantedPart.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  });
  const numbers = new Map([...cases, ...parts].map((it) => [it.id, it.number]));
  return new Map(
    keys.map(({ id, proof, potId, key }) => [
      id,
      {
        proof,
        unit: pots.get(potId) ?? null,
        of: proof === "day" ? (key.split(":")[0] ?? "") : (numbers.get(key) ?? ""),
      },
    ]),
  );
}
