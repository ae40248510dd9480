import { whyNotAct } from "@/domain/access";
import type { Actor, Doer } from "@/domain/actor";
import { type Alarm, type AlarmKind, alarmChanges, DAY_ALARMS } from "@/domain/alarm";
import { column, type Day, dayOf } from "@/domain/day";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { read, write } from "@/server/db";
import { FIRST_LINK } from "@/server/event-chain";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { alarmsVisibleTo } from "@/server/scope";
import { alarmsOn } from "./fact-queries";
import { ledgerDifferences, provenLink, walkOn } from "./proof-queries";

/**
 * Brings the alarms of a day into force: raises what holds and is not known, ends what holds no more. Doing it again, or
 * twice at once, changes nothing; the day decides what is near, `now` only when it was raised.
 */
export async function raiseAlarms(doer: Doer, today: Day, now: Date): Promise<void> {
  const holding = await read(doer, (tx) => alarmsOn(tx, doer.employerId, today));
  await bringIntoForce(doer, DAY_ALARMS, holding, now);
}

/**
 * The nightly proof: that balances, rollups and sums agree, and that the chain of events is whole since the last proof.
 * A difference is an alarm and stays one until it is gone; nothing is ever repaired here. A day that has passed can no
 * longer be proven, so for it nothing is done: the proof of today covers it. On the first of a month the chain is walked
 * from its beginning, as words of old events could have been changed since.
 */
export async function proveLedger(doer: Doer, day: Day, now: Date): Promise<void> {
  if (day < dayOf(now)) return;
  await bringIntoForce(doer, ["proof"], await ledgerDifferences(doer, day), now);

  let from = day.endsWith("-01") ? FIRST_LINK : await provenLink(doer);
  for (;;) {
    const walk = await walkOn(doer, from);
    from = walk.at;
    if (!walk.broken && walk.at.seq > 0n) {
      const { employerId } = doer;
      const { seq, hash } = walk.at;
      await write(doer, now, null, async ({ tx }) => {
        await tx.$executeRaw`
          INSERT INTO chain_proof (employer_id, seq, hash, at) VALUES (${employerId}::uuid, ${seq}, ${hash}, ${now})
          ON CONFLICT (employer_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = excluded.at`;
      });
    }
    if (!walk.ended) continue;
    const { broken } = walk;
    const alarms: Alarm[] = broken
      ? [
          {
            kind: "chain",
            subjectId: doer.employerId,
            key: String(broken.seq),
            unitId: null,
            day,
            amount: null,
          },
        ]
      : [];
    await bringIntoForce(doer, ["chain"], alarms, now);
    return;
  }
}

/** Only what a kind's own job has looked for is ended: the proof says nothing of days, nor the days of the proof. */
async function bringIntoForce(
  doer: Doer,
  kinds: readonly AlarmKind[],
  holding: readonly Alarm[],
  now: Date,
): Promise<void> {
  await write(doer, now, null, async ({ tx }) => {
    const { employerId } = doer;
    // One at a time for an employer: two that read the same would else both reopen an old one.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`alarm ${employerId}`}, 0))::text`;
    const rows = await tx.alarm.findMany({
      where: {
        employerId,
        kind: { in: [...kinds] },
        OR: [{ endedAt: null }, { key: { in: holding.map((it) => it.key) } }],
      },
      select: { id: true, kind: true, subjectId: true, key: true, endedAt: true },
    });
    const known = rows.map((row) => ({
      ...row,
      kind: row.kind as AlarmKind,
      ended: row.endedAt !== null,
    }));
    const { raise, end } = alarmChanges(holding, known);
    await tx.alarm.updateMany({
      where: { employerId, id: { in: end.map((it) => it.id) } },
      data: { endedAt: now },
    });
    for (const alarm of raise) {
      const before = known.find(
        (it) => it.kind === alarm.kind && it.subjectId === alarm.subjectId && it.key === alarm.key,
      );
      const told = { unitId: alarm.unitId, day: column(alarm.day), amount: alarm.amount, raisedAt: now };
      if (before)
        await tx.alarm.updateMany({
          where: { employerId, id: before.id },
          data: { ...told, endedAt: null, handledAt: null, handledById: null },
        });
      else
        await tx.alarm.createMany({
          data: [
            {
              employerId,
              id: newId(now.getTime()),
              kind: alarm.kind,
              subjectId: alarm.subjectId,
              key: alarm.key,
              ...told,
            },
          ],
        });
    }
  });
}

/** Marks an alarm as handled: someone has taken it on. Refuses one out of sight (notFound) or no longer open (movedOn). */
export async function handleAlarm(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async ({ tx }) => {
    refuseIf(whyNotAct(actor, "alarm.handle"));
    const { employerId } = actor;
    const found = await tx.alarm.findFirst({
      where: { AND: [alarmsVisibleTo(actor), { employerId, id: input.id }] },
      select: { id: true },
    });
    if (!found) throw new Refusal(NOT_FOUND);
    const { count } = await tx.alarm.updateMany({
      where: { employerId, id: input.id, handledAt: null, endedAt: null },
      data: { handledAt: now, handledById: actor.personId },
    });
    if (count === 0) throw new Refusal(MOVED_ON);
  });
}
