import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sum } from "@/domain/money";
import { forgetFile, takeInActuals } from "@/features/reconciliations/commands";
import { FILE_DRAFT, getDryRun, getPendingFile, typedFile } from "@/features/reconciliations/import-queries";
import { type Mapping, SIE_MAPPING } from "@/features/reconciliations/mapping";
import { closeMonth, explainDifference, reconcileMatched } from "@/features/reconciliations/month-commands";
import { getMonth, getMonths, newestMonth } from "@/features/reconciliations/month-queries";
import { getRequisition } from "@/features/requisitions/queries";
import { encodeCp437 } from "@/server/cp437";
import { disconnect, read } from "@/server/db";
import { NEW, saveDraft } from "@/server/drafts";
import { receiptOf } from "@/server/receipts";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, type World, world } from "../people";
import { claimed, completed, left, pay, refusal } from "./after-decision";

let db: FreshDatabase;
let all: World;
let city: House;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  city = all.city;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

/** Claims are sent on the first of June and paid in July; the books are read in August. */
const AUGUST = noon("2027-08-05");
const TODAY = "2027-08-05";

const COLUMNS: Mapping = {
  columns: {
    day: "Datum",
    amount: "Belopp",
    credit: null,
    voucher: "Ver",
    line: null,
    text: "Text",
    coding: ["Konto", "Projekt"],
  },
  codes: [],
  incomes: "minus",
};
const csv = (...rows: string[]) => ["Ver;Datum;Belopp;Konto;Projekt;Text", ...rows, ""].join("\r\n");
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (content: Uint8Array, over: Partial<Parameters<typeof takeInActuals>[1]> = {}) => ({
  name: "huvudbok.csv",
  bytes: content,
  mapping: COLUMNS,
  saveAs: "",
  ...over,
});
const take = (house: House, content: Uint8Array, over: Parameters<typeof file>[1] = {}) =>
  takeInActuals(house.people.hr, file(content, over), AUGUST);
const postings = (house: House) =>
  read(house.people.hr, (tx) => tx.posting.findMany({ orderBy: [{ day: "asc" }, { voucher: "asc" }] }));
const counts = (house: House) =>
  read(house.people.hr, async (tx) => ({
    imports: await tx.actualsImport.count(),
    postings: await tx.posting.count(),
    mappings: await tx.importMapping.count(),
    months: await tx.reconciledMonth.count(),
  }));

/** A claim under a number of its own, paid in July unless said. */
async function paidClaim(house: House, number: string, amount: bigint, paidOn = "2027-07-12") {
  const it = await completed(house, { amount, numbers: [number] });
  const id = await claimed(house, it.partId, amount);
  await pay(house, id, amount, "", paidOn);
  return { id, partId: it.partId };
}

describe("a file is taken in whole or not at all", () => {
  test("semicolons and UTF-8, with its mark; the same file once", async () => {
    const content = bytes(`\ufeff${csv("A1;2027-05-03;-1 500,50;3599;TLO-Å;Utbetalning från fonden")}`);
    await take(all.region, content);
    expect(await postings(all.region)).toMatchObject([
      {
        year: 2027,
        voucher: "A1",
        line: "1",
        amount: -150_050n,
        coding: "3599 TLO-Å",
        text: "Utbetalning från fonden",
      },
    ]);
    await expect(take(all.region, content, { name: "annat namn.csv" })).rejects.toEqual(
      refusal("reconciliations.whyNot.sameFile"),
    );
    // The neighbour takes in the same file for itself.
    expect(await counts(city)).toEqual({ imports: 0, postings: 0, mappings: 0, months: 0 });
    await take(all.agency, content);
    expect(await counts(all.region)).toMatchObject({ imports: 1, postings: 1 });
    expect(await counts(all.agency)).toMatchObject({ imports: 1, postings: 1 });
  });

  test("Windows-1252", async () => {
    const content = Buffer.from(csv("A2;2027-05-04;-200,00;3599;;Vård och äldre"), "latin1");
    await take(all.region, content);
    expect((await postings(all.region)).at(-1)).toMatchObject({ text: "Vård och äldre", amount: -20_000n });
  });

  const sie = (text: string) =>
    `#FLAGGA 0\r\n#FORMAT PC8\r\n#SIETYP 4\r\n#VER A 7 20270506 "${text}"\r\n{\r\n#TRANS 1679 {} 48500.00\r\n#TRANS 3599 {1 "4210" 6 "TLO17"} -48500.00\r\n}\r\n`;

  test("SIE 4 in code page 437, only the lines on the account that is asked for", async () => {
    await take(all.region, encodeCp437(sie("Rekvirerat för vård")), {
      name: "export.se",
      mapping: { ...SIE_MAPPING, codes: ["3599"] },
    });
    expect((await postings(all.region)).at(-1)).toMatchObject({
      voucher: "A 7",
      line: "2",
      amount: -4_850_000n,
      coding: "3599 4210 TLO17",
      text: "Rekvirerat för vård",
    });
  });

  test("SIE in UTF-8 under the wrong label is read and noted; in two ways at once it is refused", async () => {
    const { hr } = all.office.people;
    const pending = (content: Uint8Array) =>
      saveDraft(hr, FILE_DRAFT, NEW, null, typedFile("export.se", content, null), AUGUST);
    await pending(bytes(sie("Rekvirerat för vård")));
    const run = await getDryRun(hr);
    expect(run).toMatchObject({
      format: "sie",
      notes: [{ key: "money.sie.encodingUtf8" }],
      faults: [],
      all: 2,
    });
    expect(run?.first[0]?.text).toBe("Rekvirerat för vård");

    const mixed = Buffer.concat([encodeCp437(sie("vård")), Buffer.from("vård", "latin1")]);
    await pending(mixed);
    expect(await getDryRun(hr)).toMatchObject({ faults: [{ key: "money.sie.encodingUnclear" }], seen: null });
    await expect(
      takeInActuals(hr, file(mixed, { name: "export.se", mapping: SIE_MAPPING }), AUGUST),
    ).rejects.toEqual(refusal("money.sie.encodingUnclear"));
    expect(await counts(all.office)).toMatchObject({ imports: 0, postings: 0 });
    await forgetFile(hr, AUGUST);
    expect(await getDryRun(hr)).toBeNull();
  });

  test("a broken row is named by line and column, and nothing of the file is stored", async () => {
    const { hr } = all.office.people;
    const content = bytes(
      csv(
        "A1;2027-07-01;-100,00;3599;T;ett",
        "A2;2027-07-32;-100,00;3599;T;två",
        "A3;2027-07-03;hundra;3599;T;tre",
      ),
    );
    await saveDraft(hr, FILE_DRAFT, NEW, null, typedFile("x.csv", content, null), AUGUST);
    const run = await getDryRun(hr);
    expect(run?.faults.map(({ key, values }) => [key, values?.line, values?.column])).toEqual([
      ["money.csv.notADay", 3, "Datum"],
      ["money.csv.notAnAmount", 4, "Belopp"],
    ]);
    expect(run).toMatchObject({ seen: null, selected: 0, first: [] });
    await expect(takeInActuals(hr, file(content), AUGUST)).rejects.toEqual(refusal("money.csv.notADay"));

    const short = bytes(csv("A1;2027-07-01;-100,00;3599;T;ett", "A2;2027-07-02;-100,00"));
    await expect(takeInActuals(hr, file(short), AUGUST)).rejects.toEqual(
      expect.objectContaining({
        reason: { key: "money.csv.width", values: { line: 3, found: 3, expected: 6 } },
      }),
    );
    expect(await counts(all.office)).toEqual({ imports: 0, postings: 0, mappings: 0, months: 0 });
  });

  test("the year so far: known lines are passed over, a changed one stops the whole file", async () => {
    const { office } = all;
    const first = ["B1;2027-06-01;-100,00;3599;T;ett", "B2;2027-06-02;-200,00;3599;T;två"];
    await take(office, bytes(csv(...first)));
    await take(office, bytes(csv(...first, "B3;2027-07-01;-300,00;3599;T;tre")));
    expect((await postings(office)).map(({ voucher }) => voucher)).toEqual(["B1", "B2", "B3"]);
    const changed = bytes(
      csv(
        "B1;2027-06-01;-100,00;3599;T;ett",
        "B2;2027-06-02;-250,00;3599;T;två",
        "B4;2027-07-02;-1,00;3599;T;ny",
      ),
    );
    await expect(take(office, changed)).rejects.toEqual(
      expect.objectContaining({
        reason: { key: "money.reconciliation.clash", values: { voucher: "B2", line: "1" } },
      }),
    );
    // Written otherwise but nothing new in it.
    await expect(take(office, bytes(csv(...first).replaceAll("\r\n", "\n")))).rejects.toEqual(
      refusal("money.reconciliation.nothingNew"),
    );
    expect(await postings(office)).toHaveLength(3);
  });

  test("two at once with the same lines: they stand there once", async () => {
    const { office } = all;
    const rows = Array.from({ length: 40 }, (_, nth) => `C${nth};2027-07-05;-${nth + 1},00;3599;T;x`);
    const results = await Promise.allSettled([
      take(office, bytes(csv(...rows))),
      take(office, bytes(csv(...rows, "C99;2027-07-06;-1,00;3599;T;y"))),
    ]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    const stored = (await postings(office)).filter(({ voucher }) => voucher.startsWith("C"));
    expect(new Set(stored.map(({ voucher }) => voucher)).size).toBe(stored.length);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toEqual(refusal("money.reconciliation.nothingNew"));
  });

  test("columns are kept under a name and chosen for the next file that has them", async () => {
    const { hr } = all.office.people;
    const odd = (row: string) => bytes(`Nr;När;Hur mycket;Vad\n${row}\n`);
    const mapping: Mapping = {
      columns: {
        day: "När",
        amount: "Hur mycket",
        credit: null,
        voucher: "Nr",
        line: null,
        text: "Vad",
        coding: [],
      },
      codes: [],
      incomes: "plus",
    };
    const pending = (row: string) =>
      saveDraft(hr, FILE_DRAFT, NEW, null, typedFile("x.csv", odd(row), null), AUGUST);
    await pending("D1;2027-07-07;100,00;Fonden");
    expect(await getDryRun(hr)).toMatchObject({
      mapping: null,
      seen: null,
      header: ["Nr", "När", "Hur mycket", "Vad"],
    });
    await takeInActuals(
      hr,
      file(odd("D1;2027-07-07;100,00;Fonden"), { mapping, saveAs: "Vår lista" }),
      AUGUST,
    );
    expect((await postings(all.office)).find(({ voucher }) => voucher === "D1")?.amount).toBe(-10_000n);
    // What was pending is gone when it is taken in.
    expect(await getPendingFile(hr)).toBeNull();
    await pending("D2;2027-07-08;50,00;Fonden");
    const run = await getDryRun(hr);
    expect(run).toMatchObject({ savedAs: "Vår lista", mapping, fresh: 1, already: 0, why: null });
    expect(run?.months).toEqual([{ month: "2027-07", lines: 1, amount: -5_000n }]);
    // Nothing of a dry run is stored.
    expect((await postings(all.office)).map(({ voucher }) => voucher)).not.toContain("D2");
    // What changed since it was shown is not taken in.
    const shown = { mapping, seen: run?.seen ?? "" };
    await expect(takeInActuals(hr, file(odd("D2;2027-07-08;51,00;Fonden"), shown), AUGUST)).rejects.toEqual(
      refusal("refusals.movedOn"),
    );
    const receipt = receiptOf("reconciliation.import", "double click", {});
    const id = await takeInActuals(hr, file(odd("D2;2027-07-08;50,00;Fonden"), shown), AUGUST, receipt);
    expect(await takeInActuals(hr, file(odd("D2;2027-07-08;50,00;Fonden"), shown), AUGUST, receipt)).toBe(id);
  });
});

describe("a month", () => {
  const claims: Record<"exact" | "less" | "missing", { id: string; partId: string }> = {
    exact: { id: "", partId: "" },
    less: { id: "", partId: "" },
    missing: { id: "", partId: "" },
  };
  const month = () => getMonth(city.people.hr, "2027-07", TODAY);
  beforeAll(async () => {
    claims.exact = await paidClaim(city, "26-3318", kr(30_000));
    claims.less = await paidClaim(city, "26-3319", kr(21_000));
    claims.missing = await paidClaim(city, "26-3320", kr(16_500));
    // Sent and not paid: it waits, and nobody asks for a line.
    const waiting = await completed(city, { amount: kr(5_000), numbers: ["26-3400"] });
    await claimed(city, waiting.partId, kr(5_000));
    await take(
      city,
      bytes(
        csv(
          "A1;2027-07-12;-30 000,00;3599;26-3318;Omställningsfonden",
          "A2;2027-07-12;-10 000,00;3599;26-3319;Omställningsfonden",
          "A3;2027-07-13;-11 000,00;1679;;Okänd betalning",
        ),
      ),
    );
  });

  test("what fits, what differs and why; every line stands in one list", async () => {
    const it = await month();
    expect(it.matched.map(({ item, by }) => [item.id, by])).toEqual([[claims.exact.id, "number"]]);
    expect(it.gaps.map(({ cause, item, difference }) => [cause, item?.id ?? null, difference])).toEqual([
      ["amount", claims.less.id, kr(11_000)],
      ["noItem", null, -kr(11_000)],
      ["noActual", claims.missing.id, kr(16_500)],
    ]);
    expect([it.differs, it.waiting, it.lines]).toEqual([kr(38_500), 1, 3]);
    const listed = [...it.matched, ...it.gaps].flatMap(({ actuals }) => actuals);
    expect(listed).toHaveLength(3);
    expect(sum(listed.map(({ amount }) => amount))).toBe(it.amount);
    expect(it.amount).toBe(-kr(51_000));
  });

  test("the newest month, as HR's home says it", async () => {
    expect(await newestMonth(city.people.hr, TODAY)).toMatchObject({
      month: "2027-07",
      gaps: 3,
      differs: kr(38_500),
      withoutCause: 3,
      closed: null,
    });
    expect(await newestMonth(city.people.coordinator, TODAY)).toBeNull();
  });

  test("a month is not closed without causes, nor before it is over", async () => {
    const close = (now = AUGUST, actor = city.people.hr) => closeMonth(actor, { month: "2027-07" }, now);
    await expect(close()).rejects.toEqual(refusal("money.reconciliation.noCause"));
    await expect(close(noon("2027-07-31"))).rejects.toEqual(refusal("money.reconciliation.notOver"));
    await expect(close(AUGUST, city.people.coordinator)).rejects.toEqual(refusal("refusals.noRight"));
    await expect(close(AUGUST, all.region.people.hr)).rejects.toEqual(refusal("refusals.notFound"));
    expect((await counts(city)).months).toBe(0);
  });

  test("a cause is written for what differs, and for nothing else", async () => {
    const { hr } = city.people;
    const say = (postingId: string | null, requisitionId: string | null, text = "Rättas i augusti.") =>
      explainDifference(hr, { month: "2027-07", postingId, requisitionId, text }, AUGUST);
    await expect(say(null, claims.exact.id)).rejects.toEqual(refusal("refusals.movedOn"));
    await expect(say(null, null)).rejects.toEqual(refusal("refusals.movedOn"));
    const foreign = (await postings(all.region))[0]?.id ?? "";
    await expect(say(foreign, null)).rejects.toEqual(refusal("refusals.movedOn"));
    await expect(
      explainDifference(
        city.people.coordinator,
        { month: "2027-07", postingId: null, requisitionId: claims.less.id, text: "x" },
        AUGUST,
      ),
    ).rejects.toEqual(refusal("refusals.noRight"));

    for (const { postingId, requisitionId } of (await month()).gaps) await say(postingId, requisitionId);
    await say(null, claims.less.id, "Fonden betalade en del.");
    const { gaps, why } = await month();
    expect(gaps.map(({ explained }) => explained)).toEqual([
      { text: "Fonden betalade en del.", by: "Hanna Kvist" },
      { text: "Rättas i augusti.", by: "Hanna Kvist" },
      { text: "Rättas i augusti.", by: "Hanna Kvist" },
    ]);
    expect(why).toBeNull();
  });

  test("closed: the lines are tied to their claims, nothing more is taken in, and it reads as it was", async () => {
    const before = await month();
    await closeMonth(city.people.hr, { month: "2027-07" }, AUGUST);
    const it = await month();
    expect(it.closed).toEqual({ on: TODAY, by: "Hanna Kvist" });
    expect([it.lines, it.amount, it.differs]).toEqual([before.lines, before.amount, before.differs]);
    expect(it.matched.map(({ item }) => item.id)).toEqual([claims.exact.id]);
    const plain = (gaps: typeof it.gaps) =>
      gaps.map(({ item, difference, explained }) => [item?.id, difference, explained?.text]).sort();
    expect(plain(it.gaps)).toEqual(plain(before.gaps));
    expect((await postings(city)).map(({ requisitionId }) => requisitionId)).toEqual([
      claims.exact.id,
      claims.less.id,
      null,
    ]);
    expect((await getMonths(city.people.hr, TODAY))[0]).toMatchObject({
      month: "2027-07",
      closed: { on: TODAY },
      gaps: 3,
      differs: kr(38_500),
    });

    const late = bytes(csv("A9;2027-07-20;-1,00;3599;;sent", "A10;2027-08-02;-1,00;3599;;ny"));
    await expect(take(city, late)).rejects.toEqual(
      expect.objectContaining({
        reason: { key: "money.reconciliation.monthClosed", values: { month: "2027-07", day: "2027-07-20" } },
      }),
    );
    await expect(closeMonth(city.people.hr, { month: "2027-07" }, AUGUST)).rejects.toEqual(
      refusal("money.reconciliation.already"),
    );
    await expect(
      explainDifference(
        city.people.hr,
        { month: "2027-07", postingId: null, requisitionId: claims.less.id, text: "x" },
        AUGUST,
      ),
    ).rejects.toEqual(refusal("money.reconciliation.already"));
    expect(await postings(city)).toHaveLength(3);
  });

  test("a line of a later month that names a claim with its line already is not that claim again", async () => {
    await take(
      city,
      bytes(
        csv(
          "A1;2027-07-12;-30 000,00;3599;26-3318;Omställningsfonden",
          "A20;2027-08-02;-16 500,00;3599;26-3320;Omställningsfonden",
          "A21;2027-08-03;-30 000,00;3599;26-3318;Bokförd en gång till",
        ),
      ),
    );
    const august = await getMonth(city.people.hr, "2027-08", TODAY);
    // The claim that July missed is found in August.
    expect(august.matched.map(({ item }) => item.id)).toEqual([claims.missing.id]);
    expect(august.gaps.map(({ cause, actuals }) => [cause, actuals[0]?.voucher])).toEqual([
      ["unknownNumber", "A21"],
    ]);
    // July stays as it was.
    expect((await month()).gaps).toHaveLength(3);
  });

  test("what was matched to the öre is reconciled in one step, each claim for itself", async () => {
    const { hr } = city.people;
    expect((await month()).toReconcile.map(({ id }) => id)).toEqual([claims.exact.id]);
    await expect(reconcileMatched(city.people.coordinator, { month: "2027-07" }, AUGUST)).rejects.toEqual(
      refusal("refusals.noRight"),
    );
    await reconcileMatched(hr, { month: "2027-07" }, AUGUST);
    const status = async (id: string) => (await getRequisition(hr, id, TODAY)).status;
    expect([await status(claims.exact.id), await status(claims.less.id)]).toEqual(["reconciled", "paid"]);
    expect(await left(city, claims.exact.partId)).toMatchObject({ committed: 0n, drawn: kr(30_000) });
    expect((await month()).toReconcile).toEqual([]);
  });
});

describe("who", () => {
  test("HR of the whole employer, and nobody else", async () => {
    const content = bytes(csv("Z1;2027-06-01;-1,00;3599;;x"));
    for (const actor of [city.people.coordinator, city.people.manager, city.people.admin]) {
      await expect(takeInActuals(actor, file(content), AUGUST)).rejects.toEqual(refusal("refusals.noRight"));
      await expect(getMonths(actor, TODAY)).rejects.toEqual(refusal("refusals.noSight"));
    }
    const part = acting(city.people.hr, { units: [city.units.care] });
    await expect(takeInActuals(part, file(content), AUGUST)).rejects.toEqual(
      refusal("reconciliations.whyNot.wholeEmployer"),
    );
    await expect(getMonths(part, TODAY)).rejects.toEqual(refusal("reconciliations.whyNot.wholeEmployer"));
    expect(await newestMonth(part, TODAY)).toBeNull();
  });

  test("another employer's lines, files and months are not there", async () => {
    expect((await getMonths(all.region.people.hr, TODAY)).map(({ month }) => month)).toEqual(["2027-05"]);
    await expect(getMonth(all.region.people.hr, "2027-07", TODAY)).rejects.toEqual(
      refusal("refusals.notFound"),
    );
    for (const wrong of ["2027-13", "x", "2027-7"])
      await expect(getMonth(city.people.hr, wrong, TODAY)).rejects.toEqual(refusal("refusals.notFound"));
  });
});
