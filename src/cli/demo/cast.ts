import type { Actor, Role } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { read } from "@/server/db";
import { mandatesInForce, rolesInForce, subtree } from "@/server/roles";
import type { DemoEmployer } from "./world";

/** A voice that waits for its answer, with a representative who may give it. */
export type CastVoice = { id: string; versionNumber: number; rep: Actor };

/** An employer of the demo with everyone in place, and how a story finds them. */
export class Cast {
  private minutes = 0;
  private numbers = 0;
  private readonly actors = new Map<string, Actor>();
  /** Set as soon as there are any. */
  funds: { current: string; previous: string | null } = { current: "", previous: null };

  constructor(
    readonly demo: DemoEmployer,
    readonly employerId: string,
    readonly today: Day,
    private readonly units: ReadonlyMap<string, { id: string; name: string }>,
    private readonly people: ReadonlyMap<string, string>,
    private readonly unions: ReadonlyMap<string, string>,
  ) {}

  /** Looks up everybody's roles and mandates once; they hold from the beginning of the demo. */
  async gather(): Promise<this> {
    for (const person of this.demo.people) {
      const personId = this.personId(person.key);
      await read({ employerId: this.employerId }, async (tx) => {
        const mandates = await mandatesInForce(tx, personId, this.today);
        for (const held of await rolesInForce(tx, personId, this.today)) {
          const units = held.everywhere ? ("all" as const) : await subtree(tx, this.employerId, held.unitId);
          this.actors.set(`${person.key} ${held.role}`, {
            employerId: this.employerId,
            personId,
            role: held.role,
            onBehalfOf: null,
            units,
            unionId: held.unionId,
            mandates,
          });
        }
      });
    }
    return this;
  }

  actor(key: string, role: Role): Actor {
    const found = this.actors.get(`${key} ${role}`);
    if (!found) throw new Error(`${key} is not ${role} at ${this.demo.name}`);
    return found;
  }

  personId(key: string): string {
    return known(this.people, key);
  }

  unit(key: string): string {
    return known(this.units, key).id;
  }

  unitName(key: string): string {
    return known(this.units, key).name;
  }

  /** Where somebody works. */
  unitOf(person: string): string {
    return this.unit(this.who(person).unit);
  }

  unionId(name: string): string {
    return known(this.unions, name);
  }

  fundId(previous: boolean): string {
    return previous && this.funds.previous ? this.funds.previous : this.funds.current;
  }

  coordinator(): Actor {
    return this.first("coordinator");
  }

  controller(): Actor {
    const hr = this.demo.people.filter((person) => person.roles.some(({ role }) => role === "hr"));
    return this.actor((hr.find((person) => !person.mandates) ?? hr[0])?.key ?? "", "hr");
  }

  sender(): Actor {
    return this.holder("authorisedSender");
  }

  /** The lowest mandate that reaches the amount. */
  decider(amount: bigint): Actor {
    const limits = this.demo.people.flatMap((person) =>
      (person.mandates ?? [])
        .filter(({ kind }) => kind === "decisionMaker")
        .map((mandate) => ({ person, limit: mandate.amountLimit })),
    );
    const enough = limits.filter(({ limit }) => limit === undefined || BigInt(limit) * 100n >= amount);
    enough.sort((a, b) => (a.limit ?? Number.POSITIVE_INFINITY) - (b.limit ?? Number.POSITIVE_INFINITY));
    const found = enough[0];
    if (!found) throw new Error(`nobody at ${this.demo.name} may decide that much`);
    return this.actor(found.person.key, found.person.roles[0]?.role ?? "hr");
  }

  /** The nearest manager above somebody who is not that somebody. */
  managerOf(person: string): Actor {
    const unitId = this.unitOf(person);
    const managers = this.demo.people.filter(
      (one) => one.key !== person && one.roles.some(({ role }) => role === "manager"),
    );
    const reaching = managers
      .map((one) => this.actor(one.key, "manager"))
      .filter((actor) => actor.units === "all" || actor.units.includes(unitId))
      .sort(
        (a, b) => (a.units === "all" ? 999 : a.units.length) - (b.units === "all" ? 999 : b.units.length),
      );
    const nearest = reaching[0];
    if (!nearest) throw new Error(`nobody is the manager of ${person}`);
    return nearest;
  }

  /** The voices at a meeting, each with its representative. */
  async voicesAt(consultationId: string): Promise<CastVoice[]> {
    const rows = await read(this, (tx) =>
      tx.voice.findMany({
        where: { subject: { consultationId } },
        select: { id: true, versionNumber: true, unionId: true },
        orderBy: { id: "asc" },
      }),
    );
    return rows.map(({ id, versionNumber, unionId }) => ({ id, versionNumber, rep: this.rep(unionId) }));
  }

  /** The unions' voices on a case, each with its representative. */
  async voices(caseId: string): Promise<CastVoice[]> {
    const rows = await read(this, (tx) =>
      tx.voice.findMany({
        where: { caseId },
        select: { id: true, versionNumber: true, unionId: true },
        orderBy: { id: "asc" },
      }),
    );
    return rows.map(({ id, versionNumber, unionId }) => ({ id, versionNumber, rep: this.rep(unionId) }));
  }

  rep(unionId: string): Actor {
    const found = [...this.actors.values()].find(
      (actor) => actor.role === "unionRep" && actor.unionId === unionId,
    );
    if (!found) throw new Error("a union without a representative");
    return found;
  }

  async anyRep(caseId: string): Promise<Actor> {
    const [voice] = await this.voices(caseId);
    if (!voice) throw new Error("no union was heard");
    return voice.rep;
  }

  async partOf(initiativeId: string): Promise<{ id: string; amount: bigint }> {
    return read(this, (tx) =>
      tx.grantedPart.findFirstOrThrow({ where: { initiativeId }, select: { id: true, amount: true } }),
    );
  }

  /** The members of the joint group. */
  members(): string[] {
    return this.demo.people
      .filter((person) => person.mandates?.some(({ kind }) => kind === "jointGroupMember"))
      .map((person) => this.personId(person.key));
  }

  nextMinutes(): number {
    this.minutes += 1;
    return this.minutes;
  }

  /** The national fund's initiative number: the year and a running number. */
  nextNumber(start: Day): string {
    this.numbers += 1;
    return `${start.slice(2, 4)}-${3_100 + this.numbers * 7}`;
  }

  private first(role: Role): Actor {
    const person = this.demo.people.find((one) => one.roles.some((held) => held.role === role));
    return this.actor(person?.key ?? "", role);
  }

  private holder(kind: string): Actor {
    const person = this.demo.people.find((one) => one.mandates?.some((mandate) => mandate.kind === kind));
    return this.actor(person?.key ?? "", person?.roles[0]?.role ?? "employee");
  }

  private who(key: string) {
    const person = this.demo.people.find((one) => one.key === key);
    if (!person) throw new Error(`nobody called ${key} at ${this.demo.name}`);
    return person;
  }
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`"${key}" is not known`);
  return value;
}
