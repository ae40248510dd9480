import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmployer } from "@/cli/create-employer";
import { walkEventChains } from "@/cli/walk-event-chain";
import type { Actor } from "@/domain/actor";
import { whyNotApply } from "@/domain/local-agreement";
import { saveLocalAgreement } from "@/features/agreements/commands";
import { getLocalAgreements, localAgreementOn } from "@/features/agreements/queries";
import { read } from "@/server/db";
import { newId } from "@/server/id";
import { administrationWorld, missing, on, refusal } from "./administration-world";
import { NOW, TODAY } from "./money-world";

let world: Awaited<ReturnType<typeof administrationWorld>>["world"];
let admin: Awaited<ReturnType<typeof administrationWorld>>["admin"];
let neighbour: Awaited<ReturnType<typeof administrationWorld>>["neighbour"];
beforeAll(async () => {
  ({ world, admin, neighbour } = await administrationWorld());
});
afterAll(() => world.close());

describe("the local agreement", () => {
  const wish = {
    id: null,
    state: "inForce" as const,
    from: "2026-01-01",
    until: "2026-12-31",
    decisionRule: "jointGroup" as const,
    purpose: "",
  };
  const why = async (today: string) =>
    whyNotApply(
      "lom",
      await read(neighbour, (tx) => localAgreementOn(tx, neighbour.employerId, today)),
      today,
    )?.key ?? null;

  test("none, prepared, negotiated, in force, due for review, expired: what can be applied for follows", async () => {
    expect(await why(TODAY)).toBe("agreements.whyNot.none");
    const id = await saveLocalAgreement(
      neighbour,
      { ...wish, state: "preparing", from: null, until: null },
      NOW,
    );
    expect(await why(TODAY)).toBe("agreements.whyNot.preparing");
    await saveLocalAgreement(neighbour, { ...wish, id, state: "negotiating", from: null, until: null }, NOW);
    expect(await why(TODAY)).toBe("agreements.whyNot.negotiating");
    await saveLocalAgreement(neighbour, { ...wish, id }, NOW);
    expect([await why("2025-12-31"), await why(TODAY), await why("2027-01-01")]).toEqual([
      "agreements.whyNot.notYet",
      null,
      "agreements.whyNot.expired",
    ]);
    await expect(saveLocalAgreement(neighbour, { ...wish, id, state: "preparing" }, NOW)).rejects.toEqual(
      refusal("agreements.rules.noSuchStep", "state"),
    );
    await expect(saveLocalAgreement(neighbour, wish, NOW)).rejects.toEqual(
      refusal("agreements.rules.overlaps", "from"),
    );
    await expect(
      saveLocalAgreement(neighbour, { ...wish, id, until: "2028-12-31" }, on("2027-01-01")),
    ).rejects.toEqual(refusal("agreements.rules.expired"));
    await saveLocalAgreement(
      neighbour,
      { ...wish, from: "2027-01-01", until: null, decisionRule: "employer" },
      NOW,
    );
    expect(await why("2027-01-01")).toBeNull();
    expect(await getLocalAgreements(neighbour)).toHaveLength(2);
  });

  test("several signed at once: one", async () => {
    // Several times: those that happen to come one after the other prove nothing.
    for (const slug of ["ett", "tva", "tre", "fyra", "fem"]) {
      const { employerId, adminId } = await createEmployer(
        world.owner,
        { slug, name: slug, scheme: "lom", demo: false, admin: { givenName: "Bo", familyName: "Al" } },
        NOW,
        "2024-01-01",
      );
      const other: Actor = { ...admin, employerId, personId: adminId };
      const answers = await Promise.allSettled([1, 2, 3, 4].map(() => saveLocalAgreement(other, wish, NOW)));
      expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    }
  });

  test("not for an employer under TLO, nor by another's id", async () => {
    await expect(saveLocalAgreement(admin, wish, NOW)).rejects.toEqual(refusal("agreements.rules.onlyLom"));
    await expect(saveLocalAgreement(neighbour, { ...wish, id: newId() }, NOW)).rejects.toEqual(missing);
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
