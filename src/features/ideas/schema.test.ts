import { describe, expect, test } from "vitest";
import { formInput } from "@/server/form-data";
import { endorseForm, ideaForm } from "./schema";

/** What a browser sends, read as the action reads it. */
function sent(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return formInput(data);
}
const errors = (fields: Record<string, string>) =>
  ideaForm.safeParse(sent(fields)).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

const whole = {
  // What the form carries for itself never reaches the schema.
  _receipt: "r",
  _form: "idea",
  _subject: "new",
  _base: "1",
  $ACTION_KEY: "k",
  title: " C1-körkort ",
  why: "Vi får köra de nya bilarna.",
  audience: "some",
  headcount: "6",
  send: "manager",
};

describe("the idea form", () => {
  test("a new one, to the manager", () => {
    expect(ideaForm.parse(sent(whole))).toEqual({
      id: null,
      title: "C1-körkort",
      why: "Vi får köra de nya bilarna.",
      audience: "some",
      headcount: 6,
      send: "manager",
    });
  });

  test("says what is missing at each field, in our words", () => {
    const { audience: _, ...without } = whole;
    expect(errors({ ...without, title: " ", why: "", headcount: "" })).toEqual([
      ["title", "ideas.form.needTitle"],
      ["why", "ideas.form.needWhy"],
      ["audience", "ideas.form.needAudience"],
    ]);
    expect(errors({ ...whole, headcount: "" })).toEqual([["headcount", "ideas.form.needHeadcount"]]);
    expect(errors({ ...whole, headcount: "några" })).toEqual([["headcount", "refusals.badNumber"]]);
    expect(errors({ ...whole, audience: "me", headcount: "" })).toEqual([]);
    // Hidden by then: what was typed there is nobody's fault.
    expect(errors({ ...whole, audience: "me", headcount: "några" })).toEqual([]);
    expect(errors({ ...whole, title: "x".repeat(121) })).toEqual([["title", "refusals.tooLong"]]);
  });

  test("a draft may lack all but a title", () => {
    const { audience: _, ...without } = whole;
    expect(ideaForm.parse(sent({ ...without, why: "", headcount: "", send: "draft" }))).toMatchObject({
      send: "draft",
      audience: "me",
      headcount: null,
    });
    expect(errors({ ...without, title: "", send: "draft" })).toEqual([["title", "ideas.form.needTitle"]]);
  });

  test("refuses what the form does not have", () => {
    expect(ideaForm.safeParse(sent({ ...whole, authorId: "someone" })).error?.issues[0]?.code).toBe(
      "unrecognized_keys",
    );
    expect(ideaForm.safeParse(sent({ ...whole, send: "nowhere" })).success).toBe(false);
    expect(ideaForm.safeParse(sent({ ...whole, id: "1", revision: "1" })).success).toBe(false);
  });
});

test("own cost is optional and takes every Swedish way of writing it", () => {
  const id = "01900000-0000-7000-8000-000000000000";
  expect(endorseForm.parse(sent({ id, ownCost: "12 500", note: "" }))).toEqual({
    id,
    ownCost: 1_250_000n,
    note: "",
    back: "idea",
  });
  expect(endorseForm.parse(sent({ id, ownCost: "", back: "list" }))).toEqual({
    id,
    ownCost: null,
    note: "",
    back: "list",
  });
  expect(endorseForm.safeParse(sent({ id, ownCost: "mycket" })).error?.issues[0]?.message).toBe(
    "refusals.badMoney",
  );
});
