import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { column } from "@/domain/day";
import type { IdeaStatus } from "@/domain/idea";
import { ChangedMeanwhile } from "@/domain/reason";
import { type IdeaInput, saveIdea, submitIdea } from "@/features/ideas/author-commands";
import {
  convertIdeas,
  declineIdea,
  endorseIdea,
  parkIdea,
  reopenIdeas,
  resumeIdea,
  returnIdea,
  supportIdea,
  takeUpIdea,
} from "@/features/ideas/commands";
import { getIdeaForm, similarIdeas } from "@/features/ideas/form-queries";
import { listIdeas, readIdeaFilters } from "@/features/ideas/list-queries";
import { getIdea, ideasWaitingFor, myIdeas } from "@/features/ideas/queries";
import { disconnect, read, write } from "@/server/db";
import { draftOf, NEW, saveDraft } from "@/server/drafts";
import { newId } from "@/server/id";
import { receiptOf } from "@/server/receipts";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, noon, type PersonName, TODAY, world } from "../people";

let db: FreshDatabase;
let city: House;
let region: House;
let who: House["people"];
const NOW = noon();

beforeAll(async () => {
  db = await freshDatabase();
  const all = await world(db);
  city = all.city;
  region = all.region;
  who = city.people;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const TEXT = {
  title: "C1-körkort",
  why: "Vi får köra de nya bilarna.",
  audience: "some",
  headcount: 6,
} as const;
const reason = (key: string, field?: string) =>
  expect.objectContaining({ reason: expect.objectContaining(field ? { key, field } : { key }) });

const handIn = (by: Actor, but: Partial<IdeaInput & { withManager: boolean }> = {}) =>
  submitIdea(by, { ...TEXT, withManager: true, ...but }, NOW);

/** An idea that has come as far as a status, by its proper road. */
async function ideaIn(status: IdeaStatus, by: Actor = who.employee): Promise<string> {
  if (status === "draft") return saveIdea(by, TEXT, NOW);
  const id = await handIn(by);
  if (status === "submitted") return id;
  if (status === "returned") {
    await returnIdea(who.northManager, { id, missing: "Vilka?" }, NOW);
    return id;
  }
  await endorseIdea(who.northManager, { id, ownCost: 500_000n }, NOW);
  if (status === "endorsed") return id;
  await takeUpIdea(who.coordinator, { id }, NOW);
  if (status === "parked") await parkIdea(who.coordinator, { id }, NOW);
  if (status === "declined")
    await declineIdea(who.coordinator, { id, reason: "Finns redan.", nextStep: "Fråga chefen." }, NOW);
  if (status === "converted") await write(who.coordinator, NOW, null, (w) => convertIdeas(w, [id]));
  return id;
}

const stored = (id: string) => read(who.coordinator, (tx) => tx.idea.findFirstOrThrow({ where: { id } }));
const told = async (id: string) =>
  (
    await read(who.coordinator, (tx) =>
      tx.caseEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } }),
    )
  ).map(({ kind }) => kind);

describe("the road of an idea", () => {
  test("is told step by step, and each step has its event", async () => {
    const id = await ideaIn("submitted");
    await returnIdea(who.northManager, { id, missing: "För vilka?" }, NOW);
    expect(await stored(id)).toMatchObject({ status: "returned", answer: "För vilka?", revision: 1 });
    await submitIdea(
      who.employee,
      { id, revision: 1, ...TEXT, why: "För oss sex på natten.", withManager: true },
      NOW,
    );
    expect(await stored(id)).toMatchObject({
      status: "submitted",
      answer: null,
      revision: 2,
      why: "För oss sex på natten.",
    });
    await endorseIdea(who.northManager, { id, ownCost: 1_250_000n, note: "Bra." }, NOW);
    await takeUpIdea(who.coordinator, { id }, NOW);
    await parkIdea(who.coordinator, { id, note: "Till våren." }, NOW);
    await resumeIdea(who.coordinator, { id }, NOW);
    await declineIdea(who.coordinator, { id, reason: "Finns redan.", nextStep: "Fråga din chef." }, NOW);
    expect(await stored(id)).toMatchObject({
      status: "declined",
      answer: "Finns redan.",
      nextStep: "Fråga din chef.",
    });
    expect(await told(id)).toEqual(
      ["submitted", "returned", "submitted", "endorsed", "takenUp", "parked", "resumed", "declined"].map(
        (verb) => `idea.${verb}`,
      ),
    );
    const endorsements = await read(who.coordinator, (tx) =>
      tx.endorsement.findMany({ where: { ideaId: id } }),
    );
    expect(endorsements).toEqual([
      expect.objectContaining({
        unitId: city.units.north,
        personId: who.northManager.personId,
        amount: null,
        ownCost: 1_250_000n,
        role: "manager",
      }),
    ]);
  });

  test("saving a draft tells nobody", async () => {
    const id = await ideaIn("draft");
    expect(await told(id)).toEqual([]);
    await expect(getIdea(who.northManager, id, TODAY)).rejects.toEqual(reason("refusals.notFound"));
    await expect(getIdea(who.coordinator, id, TODAY)).rejects.toEqual(reason("refusals.notFound"));
    expect((await getIdea(who.employee, id, TODAY)).status).toBe("draft");
  });

  test("handed in alone it goes to the coordinator, and the manager cannot answer it", async () => {
    const id = await handIn(who.employee, { withManager: false });
    await expect(endorseIdea(who.northManager, { id, ownCost: null }, NOW)).rejects.toEqual(
      reason("refusals.notFound"),
    );
    expect((await ideasWaitingFor(who.coordinator, TODAY)).map((idea) => idea.id)).toContain(id);
    await takeUpIdea(who.coordinator, { id }, NOW);
    expect((await stored(id)).status).toBe("inDialogue");
  });

  test("a case takes ideas along and gives them back", async () => {
    const ids = [await ideaIn("inDialogue"), await handIn(who.colleague, { withManager: false })];
    await write(who.coordinator, NOW, null, (w) => convertIdeas(w, ids));
    for (const id of ids) expect((await stored(id)).status).toBe("converted");
    await expect(write(who.coordinator, NOW, null, (w) => convertIdeas(w, ids))).rejects.toEqual(
      reason("ideas.whyNot.status"),
    );
    const parked = await ideaIn("parked");
    await write(who.coordinator, NOW, null, (w) => reopenIdeas(w, [...ids, parked]));
    for (const id of ids) expect(await stored(id)).toMatchObject({ status: "inDialogue" });
    // One that has moved on by itself stays: a case must always be able to end.
    expect((await stored(parked)).status).toBe("parked");
    expect((await told(ids[0] ?? "")).slice(-2)).toEqual(["idea.converted", "idea.reopened"]);
  });

  test("an idea with the manager is not yet for a case", async () => {
    const [open, waiting] = [await ideaIn("inDialogue"), await ideaIn("submitted")];
    await expect(write(who.coordinator, NOW, null, (w) => convertIdeas(w, [open, waiting]))).rejects.toEqual(
      reason("ideas.whyNot.status"),
    );
    expect((await stored(open)).status).toBe("inDialogue");
    await expect(write(who.coordinator, NOW, null, (w) => convertIdeas(w, [open, newId()]))).rejects.toEqual(
      reason("refusals.notFound"),
    );
  });
});

/** Until so many sessions of this database wait for a lock. Its own session: within a transaction the view stands still. */
async function waitingForLocks(count: number): Promise<void> {
  const watcher = new pg.Client({ connectionString: db.ownerUrl });
  await watcher.connect();
  try {
    await expect
      .poll(
        async () => {
          const { rows } = await watcher.query(
            "SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()",
          );
          return rows[0].n;
        },
        { timeout: 10_000 },
      )
      .toBe(count);
  } finally {
    await watcher.end();
  }
}

describe("two at once", () => {
  test("two managers answer: one wins, the other is told, and there is one endorsement", async () => {
    const id = await ideaIn("submitted");
    const holder = new pg.Client({ connectionString: db.ownerUrl });
    await holder.connect();
    try {
      // Both have read the idea and stand before its row when it is let go.
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM idea WHERE id = $1 FOR UPDATE", [id]);
      const both = Promise.allSettled([
        endorseIdea(who.northManager, { id, ownCost: null }, NOW),
        returnIdea(who.manager, { id, missing: "Vilka?" }, NOW),
      ]);
      await waitingForLocks(2);
      await holder.query("COMMIT");
      const outcomes = await both;
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(outcomes.filter((it) => it.status === "rejected").map((it) => it.reason)).toEqual([
        reason("refusals.movedOn"),
      ]);
    } finally {
      await holder.end();
    }
    const { status } = await stored(id);
    const endorsed = await read(who.coordinator, (tx) => tx.endorsement.findMany({ where: { ideaId: id } }));
    expect(endorsed).toHaveLength(status === "endorsed" ? 1 : 0);
    expect(await told(id)).toHaveLength(2);
  });

  test("two editors: the second is given what the first saved, and saves knowingly after that", async () => {
    const id = await ideaIn("returned");
    const { revision } = await stored(id);
    await saveIdea(who.employee, { id, revision, ...TEXT, why: "Första fliken." }, NOW);
    const second = saveIdea(who.employee, { id, revision, ...TEXT, why: "Andra fliken." }, NOW);
    await expect(second).rejects.toBeInstanceOf(ChangedMeanwhile);
    const fault = await second.catch((it: ChangedMeanwhile) => it);
    if (!(fault instanceof ChangedMeanwhile)) throw new Error("was saved");
    expect(fault.saved).toMatchObject({ title: TEXT.title, why: "Första fliken.", headcount: "6" });
    expect((await stored(id)).why).toBe("Första fliken.");
    await submitIdea(
      who.employee,
      { id, revision: fault.revision, ...TEXT, why: "Båda.", withManager: true },
      NOW,
    );
    expect(await stored(id)).toMatchObject({ why: "Båda.", status: "submitted" });
  });

  test("two tabs save at the same moment: one of them is shown the other's text", async () => {
    const id = await ideaIn("returned");
    const { revision } = await stored(id);
    const holder = new pg.Client({ connectionString: db.ownerUrl });
    await holder.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM idea WHERE id = $1 FOR UPDATE", [id]);
      const save = (why: string) => saveIdea(who.employee, { id, revision, ...TEXT, why }, NOW);
      const both = Promise.allSettled([save("Ena fliken."), save("Andra fliken.")]);
      await waitingForLocks(2);
      await holder.query("COMMIT");
      const lost = (await both).flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
      expect(lost).toEqual([expect.any(ChangedMeanwhile)]);
      expect((await stored(id)).why).toBe(lost[0].saved.why);
    } finally {
      await holder.end();
    }
  });

  test("a double click hands in one idea", async () => {
    const receipt = receiptOf("idea.submit", newId(), TEXT);
    const by = who.colleague;
    const [first, second] = await Promise.all(
      [1, 2].map(() => submitIdea(by, { ...TEXT, title: "Dubbelklick", withManager: true }, NOW, receipt)),
    );
    expect(second).toBe(first);
    expect(await read(by, (tx) => tx.idea.findMany({ where: { title: "Dubbelklick" } }))).toHaveLength(1);
  });

  test("me too, twice, is one row; also at the same time", async () => {
    const id = await ideaIn("submitted");
    await Promise.all([1, 2].map(() => supportIdea(who.colleague, { id }, NOW)));
    await supportIdea(who.colleague, { id }, NOW);
    expect((await getIdea(who.colleague, id, TODAY)).supports).toBe(1);
    await expect(supportIdea(who.employee, { id }, NOW)).rejects.toEqual(reason("ideas.whyNot.ownIdea"));
  });
});

describe("who may not", () => {
  test("another employer's idea does not exist, whatever is asked of it", async () => {
    const id = await ideaIn("submitted");
    const not = reason("refusals.notFound");
    const { northManager, coordinator, employee, colleague } = region.people;
    await expect(getIdea(coordinator, id, TODAY)).rejects.toEqual(not);
    await expect(endorseIdea(northManager, { id, ownCost: null }, NOW)).rejects.toEqual(not);
    await expect(returnIdea(northManager, { id, missing: "?" }, NOW)).rejects.toEqual(not);
    await expect(takeUpIdea(coordinator, { id }, NOW)).rejects.toEqual(not);
    await expect(declineIdea(coordinator, { id, reason: "a", nextStep: "b" }, NOW)).rejects.toEqual(not);
    await expect(supportIdea(colleague, { id }, NOW)).rejects.toEqual(not);
    await expect(submitIdea(employee, { id, revision: 1, ...TEXT, withManager: true }, NOW)).rejects.toEqual(
      not,
    );
    await expect(write(coordinator, NOW, null, (w) => convertIdeas(w, [id]))).rejects.toEqual(not);
    await expect(getIdea(who.coordinator, newId(), TODAY)).rejects.toEqual(not);
  });

  test("a role without the right is refused before anything is looked up", async () => {
    const id = await ideaIn("submitted");
    const not = reason("refusals.noRight");
    await expect(endorseIdea(who.employee, { id, ownCost: null }, NOW)).rejects.toEqual(not);
    await expect(endorseIdea(who.coordinator, { id, ownCost: null }, NOW)).rejects.toEqual(not);
    await expect(takeUpIdea(who.northManager, { id }, NOW)).rejects.toEqual(not);
    await expect(parkIdea(who.hr, { id }, NOW)).rejects.toEqual(not);
    await expect(handIn(who.rep)).rejects.toEqual(not);
    await expect(handIn(who.coordinator)).rejects.toEqual(not);
    await expect(supportIdea(who.hr, { id }, NOW)).rejects.toEqual(not);
  });

  test("nobody answers their own idea, in whatever role, nor as their own substitute", async () => {
    const id = await handIn(who.northManager);
    await expect(endorseIdea(who.northManager, { id, ownCost: null }, NOW)).rejects.toEqual(
      reason("refusals.ownCase"),
    );
    const standIn = acting(who.manager, { onBehalfOf: who.northManager.personId });
    await expect(endorseIdea(standIn, { id, ownCost: null }, NOW)).rejects.toEqual(
      reason("refusals.ownCase"),
    );
    expect((await stored(id)).status).toBe("submitted");
    // It goes to the next one up.
    expect((await ideasWaitingFor(who.northManager, TODAY)).map((it) => it.id)).not.toContain(id);
    expect((await ideasWaitingFor(who.manager, TODAY)).map((it) => it.id)).toContain(id);
    await endorseIdea(who.manager, { id, ownCost: null }, NOW);
  });

  test("another unit's manager does not see it", async () => {
    const id = await ideaIn("submitted");
    await expect(endorseIdea(who.schoolManager, { id, ownCost: null }, NOW)).rejects.toEqual(
      reason("refusals.notFound"),
    );
  });

  test("the words that an answer needs", async () => {
    const [waiting, open] = [await ideaIn("submitted"), await ideaIn("inDialogue")];
    await expect(returnIdea(who.northManager, { id: waiting, missing: " " }, NOW)).rejects.toEqual(
      reason("ideas.whyNot.sayWhatIsMissing", "missing"),
    );
    await expect(
      declineIdea(who.coordinator, { id: open, reason: "Nej.", nextStep: "" }, NOW),
    ).rejects.toEqual(reason("ideas.whyNot.sayNextStep", "nextStep"));
    expect((await stored(open)).status).toBe("inDialogue");
  });

  test("a colleague cannot write on another's idea, nor its author on one that is handed in", async () => {
    const [returned, waiting] = [await ideaIn("returned"), await ideaIn("submitted")];
    await expect(saveIdea(who.colleague, { id: returned, ...TEXT }, NOW)).rejects.toEqual(
      reason("refusals.notFound"),
    );
    // An open one is seen, and still not theirs.
    await expect(saveIdea(who.colleague, { id: waiting, ...TEXT }, NOW)).rejects.toEqual(
      reason("ideas.whyNot.notAuthor"),
    );
    await expect(saveIdea(who.employee, { id: waiting, revision: 1, ...TEXT }, NOW)).rejects.toEqual(
      reason("ideas.whyNot.status"),
    );
  });

  test("with nobody above there is no manager to send to", async () => {
    // Everybody who manages the top has stepped aside but the author.
    await write(who.admin, NOW, null, async ({ tx }) => {
      const top = { role: "manager" as const, unitId: city.units.top, personId: { not: who.chief.personId } };
      await tx.roleAssignment.updateMany({ where: top, data: { until: column("2026-11-01") } });
    });
    await expect(handIn(who.chief)).rejects.toEqual(reason("ideas.whyNot.noManager"));
    await expect(handIn(who.chief, { withManager: false })).resolves.toEqual(expect.any(String));
    expect((await getIdeaForm(who.chief, null, TODAY)).managers).toEqual([]);
  });
});

describe("who has it", () => {
  const holders = async (id: string) =>
    (await getIdea(who.employee, id, TODAY)).holders.map(({ name }) => name);

  test("the nearest manager up the tree by name, then the coordinator", async () => {
    const id = await ideaIn("submitted");
    expect(await holders(id)).toEqual(["Nils Dunder"]);
    expect((await ideasWaitingFor(who.northManager, TODAY)).map((it) => it.id)).toContain(id);
    // Those further up may answer in the manager's place, but it does not wait for them.
    expect((await ideasWaitingFor(who.manager, TODAY)).map((it) => it.id)).not.toContain(id);
    await endorseIdea(who.northManager, { id, ownCost: null }, NOW);
    expect(await holders(id)).toEqual(["Dag Gran"]);
    expect((await myIdeas(who.employee, TODAY)).find((it) => it.id === id)).toMatchObject({
      status: "endorsed",
      mine: true,
      answerBy: "2026-12-07",
    });
  });

  test("a substitute today is named, and the idea waits for them in that role", async () => {
    const id = await ideaIn("submitted");
    await write(who.admin, NOW, null, async ({ tx }) => {
      const people = { personId: who.northManager.personId, substituteId: who.colleague.personId };
      await tx.substitute.createMany({
        data: [
          {
            employerId: city.employerId,
            id: newId(),
            ...people,
            from: column("2026-11-20"),
            until: column("2026-12-01"),
          },
        ],
      });
    });
    const [holder] = (await getIdea(who.employee, id, TODAY)).holders;
    expect(holder?.substitute).toEqual({
      id: who.colleague.personId,
      name: "Kaj Björk",
      until: "2026-12-01",
    });
    expect((await getIdea(who.employee, id, "2026-12-02")).holders[0]?.substitute).toBeNull();
    const standIn = acting(who.northManager, { onBehalfOf: who.northManager.personId });
    const actor = { ...standIn, personId: who.colleague.personId };
    expect((await ideasWaitingFor(actor, TODAY)).map((it) => it.id)).toContain(id);
    await endorseIdea(actor, { id, ownCost: null }, NOW);
    const history = (await getIdea(who.employee, id, TODAY)).history;
    expect(history[0]).toMatchObject({
      kind: "idea.endorsed",
      who: "named",
      name: "Kaj Björk",
      role: "manager",
      onBehalf: { name: "Nils Dunder" },
    });
    expect(history[1]).toMatchObject({ kind: "idea.submitted", who: "you" });
  });
});

describe("what a reader learns", () => {
  test.each<[PersonName, boolean, boolean]>([
    ["employee", true, true],
    ["colleague", false, false],
    ["northManager", true, true],
    ["coordinator", true, true],
    ["hr", true, true],
  ])("%s: author %s, history %s", async (name, author, history) => {
    const id = await ideaIn("submitted");
    const seen = await getIdea(who[name], id, TODAY);
    expect(seen.author).toBe(author ? "Ebba Alm" : undefined);
    expect(seen.history.length > 0).toBe(history);
  });

  test("a manager does not learn who went past them", async () => {
    const id = await handIn(who.employee, { withManager: false });
    await expect(getIdea(who.northManager, id, TODAY)).rejects.toEqual(reason("refusals.notFound"));
    await takeUpIdea(who.coordinator, { id }, NOW);
    const seen = await getIdea(who.northManager, id, TODAY);
    expect(seen.author).toBeUndefined();
    expect(seen.history.at(-1)).toMatchObject({ kind: "idea.submitted", who: "hidden", name: null });
    expect((await getIdea(who.coordinator, id, TODAY)).author).toBe("Ebba Alm");
  });

  test("protected data has no name anywhere", async () => {
    const id = await ideaIn("endorsed");
    await write(who.admin, NOW, null, async ({ tx }) => {
      await tx.person.updateMany({
        where: { id: { in: [who.employee.personId, who.northManager.personId] } },
        data: { isProtected: true },
      });
    });
    const seen = await getIdea(who.coordinator, id, TODAY);
    expect(seen.author).toBeNull();
    expect(seen.endorsements.map(({ by }) => by)).toEqual([null]);
    expect(seen.history.map(({ kind, who: shown, name }) => [kind, shown, name])).toEqual([
      ["idea.endorsed", "named", null],
      ["idea.submitted", "named", null],
    ]);
    await write(who.admin, NOW, null, async ({ tx }) => {
      await tx.person.updateMany({ where: {}, data: { isProtected: false } });
    });
  });

  test("the words of an answer are for the author and those who prepare", async () => {
    const id = await ideaIn("declined");
    expect(await getIdea(who.employee, id, TODAY)).toMatchObject({
      answer: "Finns redan.",
      nextStep: "Fråga chefen.",
    });
    await expect(getIdea(who.colleague, id, TODAY)).rejects.toEqual(reason("refusals.notFound"));
  });
});

describe("lists", () => {
  test("pages follow each other without gaps or doubles, in every order", async () => {
    const by = region.people.colleague;
    for (let nth = 0; nth < 53; nth += 1)
      await submitIdea(
        by,
        { ...TEXT, title: `Idé ${String(nth % 5)}`, withManager: true },
        new Date(NOW.getTime() + Math.floor(nth / 2) * 60_000),
      );
    for (const sort of ["newest", "oldest", "title"] as const) {
      const first = await listIdeas(region.people.coordinator, readIdeaFilters({ sort }));
      expect(first.rows).toHaveLength(50);
      const second = await listIdeas(
        region.people.coordinator,
        readIdeaFilters({ sort, after: first.next ?? "" }),
      );
      expect(second.next).toBeNull();
      expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(53);
      const keys = [...first.rows, ...second.rows].map(({ title, since }) =>
        sort === "title" ? title : since,
      );
      expect(keys).toEqual(
        [...keys].sort((a, b) => (sort === "newest" ? b.localeCompare(a) : a.localeCompare(b))),
      );
    }
    const found = await listIdeas(
      region.people.coordinator,
      readIdeaFilters({ q: "idé 3", status: "submitted", unit: region.units.north }),
    );
    expect(new Set(found.rows.map(({ title }) => title))).toEqual(new Set(["Idé 3"]));
    expect((await listIdeas(region.people.coordinator, readIdeaFilters({ status: "parked" }))).rows).toEqual(
      [],
    );
  });

  test("an address that makes no sense is passed over", () => {
    expect(
      readIdeaFilters({ sort: "size", status: "lost", unit: "north", after: "yesterday~nobody" }),
    ).toEqual({
      q: "",
      status: null,
      unitId: null,
      sort: "newest",
      after: null,
    });
  });

  test("somebody wants nearly the same: open ideas of others, the most wanted first", async () => {
    const wanted = await handIn(who.colleague, { title: "Spanska för vaktmästarna" });
    await handIn(who.colleague, { title: "Spanska på kvällstid" });
    await supportIdea(who.manager, { id: wanted }, NOW);
    const similar = await similarIdeas(who.employee, "Kurs i spanska");
    expect(similar.map(({ title }) => title)).toEqual(["Spanska för vaktmästarna", "Spanska på kvällstid"]);
    expect(similar[0]).toMatchObject({ supports: 1, supported: false, mine: false });
    expect(await similarIdeas(who.colleague, "Kurs i spanska")).toEqual([]);
    expect(await similarIdeas(who.employee, "Kurs")).toEqual([]);
  });
});

describe("unsaved typing", () => {
  test("is kept for its writer alone, fills the form, and is gone when the form is sent", async () => {
    const typed = { title: "Halvskriven", why: "", audience: "workplace", headcount: "" };
    await saveDraft(who.employee, "idea", NEW, null, { ...typed, title: "Halv" }, NOW);
    await saveDraft(who.employee, "idea", NEW, null, typed, NOW);
    expect(await draftOf(who.employee, "idea", NEW)).toEqual({ typed, baseRevision: null, at: NOW });
    expect(await draftOf(who.colleague, "idea", NEW)).toBeNull();
    expect(await draftOf(region.people.employee, "idea", NEW)).toBeNull();
    expect(await getIdeaForm(who.employee, null, TODAY, "Från guiden")).toMatchObject({
      title: "Halvskriven",
      audience: "workplace",
      typedAt: NOW,
    });
    await handIn(who.employee, { title: "Hel" });
    expect(await draftOf(who.employee, "idea", NEW)).toBeNull();
    expect(await getIdeaForm(who.employee, null, TODAY, "Från guiden")).toMatchObject({
      title: "Från guiden",
      why: "",
    });
  });

  test("on a returned idea it remembers what it was written on", async () => {
    const id = await ideaIn("returned");
    await saveDraft(who.employee, "idea", id, 1, { ...TEXT, headcount: "6", why: "Mitt nya." }, NOW);
    await saveIdea(who.employee, { id, revision: 1, ...TEXT, why: "Sparat i en annan flik." }, NOW);
    // The save forgot the typing of its own form; a later tab still stands on revision 1.
    await saveDraft(who.employee, "idea", id, 1, { ...TEXT, headcount: "6", why: "Mitt nya." }, NOW);
    const form = await getIdeaForm(who.employee, id, TODAY);
    expect(form).toMatchObject({ revision: 1, why: "Mitt nya.", missing: "Vilka?" });
    await expect(getIdeaForm(who.colleague, id, TODAY)).rejects.toEqual(reason("refusals.notFound"));
    await expect(
      submitIdea(who.employee, { id, revision: 1, ...TEXT, withManager: true }, NOW),
    ).rejects.toBeInstanceOf(ChangedMeanwhile);
  });
});
