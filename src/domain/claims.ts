import type { Role } from "./actor";

/** A role with the top of the subtree in which it holds and, for a union representative, the union. */
export type RoleGrant = { role: Role; unitId: string; unionId: string | null };

/** Which value of the identity provider's claim gives which role. */
export type ClaimMapping = RoleGrant & { value: string };

/**
 * The roles that an identity provider vouches for at this sign-in. The claim may be a text, a list or missing: providers
 * send one value as a text and leave an empty list out. Values compare without regard to case or spaces around them.
 * What no mapping knows gives nothing and comes back as `unmapped`, for who sets up the mapping.
 */
export function rolesFromClaims(
  claims: Readonly<Record<string, unknown>>,
  claimName: string,
  mappings: readonly ClaimMapping[],
): { grants: RoleGrant[]; unmapped: string[] } {
  const values = valuesOf(Object.hasOwn(claims, claimName) ? claims[claimName] : undefined);
  const grants = new Map<string, RoleGrant>();
  const unmapped: string[] = [];
  for (const value of values) {
    const meant = mappings.filter((mapping) => same(mapping.value, value));
    if (meant.length === 0) unmapped.push(value);
    for (const { role, unitId, unionId } of meant)
      grants.set(grantKey({ role, unitId, unionId }), { role, unitId, unionId });
  }
  return { grants: [...grants.values()], unmapped };
}

/** What has to end and what has to begin, so that those held become those granted. Two of the same kind are one. */
export function roleChanges<Held extends RoleGrant>(
  held: readonly Held[],
  granted: readonly RoleGrant[],
): { end: Held[]; begin: RoleGrant[] } {
  const before = new Set(held.map(grantKey));
  const after = new Set(granted.map(grantKey));
  return {
    end: held.filter((grant) => !after.has(grantKey(grant))),
    begin: granted.filter((grant) => !before.has(grantKey(grant))),
  };
}

function grantKey({ role, unitId, unionId }: RoleGrant): string {
  return `${role} ${unitId} ${unionId ?? ""}`;
}

function valuesOf(claim: unknown): string[] {
  const list = Array.isArray(claim) ? claim : [claim];
  const texts = list
    .filter((value): value is string => typeof value === "string")
    .map((value) => value.trim());
  return [...new Set(texts)].filter((value) => value !== "");
}

function same(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase("sv") === b.toLocaleLowerCase("sv");
}
