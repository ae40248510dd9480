import { expect, test } from "vitest";
import { newId } from "./id";

test("ids are UUIDs of version 7 that sort in the order in which they were made", () => {
  const made = Array.from({ length: 2000 }, () => newId(1_700_000_000_000));
  expect(new Set(made).size).toBe(2000);
  expect([...made].sort()).toEqual(made);
  expect(made[0]).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a later instant sorts after an earlier one", () => {
  expect(newId(1_700_000_000_001) > newId(1_700_000_000_000)).toBe(true);
});
