import type { Client } from "pg";
import type { Day } from "@/domain/day";
import { CHAIN_START } from "@/server/events";
import { newId } from "@/server/id";

export type NewEmployer = {
  slug: string;
  name: string;
  scheme: "tlo" | "lom";
  demo: boolean;
  headcount?: number | null;
  /** What the top of the tree is called; the employer's own name when left out. */
  topUnit?: { name?: string; kind: string };
  admin: { givenName: string; familyName: string; email?: string | null; employeeNumber?: string | null };
  /** How the first administrator signs in, when it is not by employee number. */
  identity?: { issuer: string; subject: string } | null;
};

export type CreatedEmployer = { employerId: string; unitId: string; adminId: string };

/**
 * Makes an employer from nothing, in one transaction, by the owner's login (the web's may not): its row, the start of its
 * event chain, the top of its tree of units, and a first administrator who is also an employee. All else is done in the
 * portal. Refuses a slug that is taken.
 */
export async function createEmployer(
  owner: Client,
  wish: NewEmployer,
  now: Date,
  today: Day,
): Promise<CreatedEmployer> {
  const at = now.getTime();
  const [employerId, unitId, adminId] = [newId(at), newId(at), newId(at)];
  await owner.query("BEGIN");
  try {
    const { rowCount } = await owner.query(
      `INSERT INTO employer (id, slug, name, scheme, demo, headcount) VALUES ($1, $2, $3, $4::"Scheme", $5, $6) ON CONFLICT (slug) DO NOTHING`,
      [employerId, wish.slug, wish.name, wish.scheme, wish.demo, wish.headcount ?? null],
    );
    if (rowCount === 0) throw new SlugTaken(`There already is an employer with the slug ${wish.slug}.`);
    await owner.query("INSERT INTO event_chain (employer_id, seq, hash) VALUES ($1, 0, $2)", [
      employerId,
      CHAIN_START,
    ]);
    await owner.query(
      "INSERT INTO unit (employer_id, id, name, kind, headcount, valid_from) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        employerId,
        unitId,
        wish.topUnit?.name ?? wish.name,
        wish.topUnit?.kind ?? "arbetsgivare",
        wish.headcount ?? null,
        today,
      ],
    );
    await owner.query(
      "INSERT INTO person (employer_id, id, unit_id, given_name, family_name, email, employee_number) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      [
        employerId,
        adminId,
        unitId,
        wish.admin.givenName,
        wish.admin.familyName,
        wish.admin.email ?? null,
        wish.admin.employeeNumber ?? null,
      ],
    );
    for (const role of ["admin", "employee"])
      await owner.query(
        `INSERT INTO role_assignment (employer_id, id, person_id, role, unit_id, valid_from) VALUES ($1, $2, $3, $4::"Role", $5, $6)`,
        [employerId, newId(at), adminId, role, unitId, today],
      );
    if (wish.identity)
      await owner.query(
        "INSERT INTO identity (employer_id, id, person_id, issuer, subject) VALUES ($1, $2, $3, $4, $5)",
        [employerId, newId(at), adminId, wish.identity.issuer, wish.identity.subject],
      );
    await owner.query("COMMIT");
    return { employerId, unitId, adminId };
  } catch (fault) {
    await owner.query("ROLLBACK");
    throw fault;
  }
}

export class SlugTaken extends Error {}
