import { describe, expect, it } from "vitest";
import { translator } from "@/messages/translator";
import { changeRows, type Saying, standingOf } from "./consultation-words";

const saying: Saying = { t: translator("sv"), locale: "sv", today: "2026-11-23" };
const group = (occupation: string, takingPart: number, covering = 10) => ({
  occupation,
  aid: null,
  takingPart,
  covering,
});

describe("a change in words", () => {
  it("says an amount and a period as they are written", () => {
    expect(changeRows({ field: "amount", before: 29_260_000n, after: 31_200_000n }, saying)).toEqual([
      { label: "Kostnad", before: "292\u00a0600\u00a0kr", after: "312\u00a0000\u00a0kr" },
    ]);
    const [row] = changeRows(
      {
        field: "period",
        before: { from: null, until: null },
        after: { from: "2027-02-01", until: "2027-05-31" },
      },
      saying,
    );
    expect(row).toEqual({ label: "Period", before: "inget", after: "1 februari–31 maj 2027" });
  });

  it("never counts fewer than five people, neither before nor after", () => {
    expect(changeRows({ field: "headcount", before: 3, after: 4 }, saying)).toEqual([
      { label: "Antal", before: "färre än 5", after: "färre än 5" },
    ]);
    const said = changeRows(
      { field: "people", before: [group("Kurator", 4, 2)], after: [group("Kurator", 12, 4)] },
      saying,
    );
    expect(said).toEqual([
      {
        label: "Kurator",
        before: "färre än 5 deltar, färre än 5 täcker upp",
        after: "12 deltar, färre än 5 täcker upp",
      },
    ]);
  });

  it("names only the occupations that came, went or have other counts", () => {
    const before = [group("Vårdbiträden", 12), group("Kockar", 6), group("Vaktmästare", 7)];
    const after = [group("Vårdbiträden", 12), group("Kockar", 8), group("Lärare", 9)];
    expect(changeRows({ field: "people", before, after }, saying)).toEqual([
      { label: "Kockar", before: "6 deltar, 10 täcker upp", after: "8 deltar, 10 täcker upp" },
      { label: "Vaktmästare", before: "7 deltar, 10 täcker upp" },
      { label: "Lärare", after: "9 deltar, 10 täcker upp" },
    ]);
  });
});

describe("where a union stands", () => {
  const heard = (
    state: Parameters<typeof standingOf>[0]["state"],
    kind: "noObjection" | "disagrees" | "noStatement" | null = null,
  ) => standingOf({ state, newest: kind && { kind } }, saying);

  it("is its answer on this version, else how far it is; silence is never a yes", () => {
    expect(heard("planned")).toEqual({ tone: "open", text: "Inte kallat" });
    expect(heard("called")).toEqual({ tone: "open", text: "Inte svarat" });
    expect(heard("concluded", "noObjection")).toEqual({ tone: "done", text: "Ingen erinran" });
    expect(heard("concluded", "disagrees")).toEqual({ tone: "stop", text: "Oenig" });
    expect(heard("concluded", "noStatement")).toEqual({ tone: "open", text: "Inget svar" });
    expect(heard("centralRequested", "disagrees")).toEqual({
      tone: "stop",
      text: "Central förhandling begärd",
    });
    expect(heard("centralConcluded", "disagrees").tone).toBe("done");
  });
});
