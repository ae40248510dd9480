import { expect, test } from "vitest";
import { MOST_SAVED, whyNotChangeReport, whyNotSaveReport } from "./saved-report";

test("a name is used once, and there is an end to it", () => {
  expect(whyNotSaveReport({ sameName: false, saved: MOST_SAVED - 1 })).toBeNull();
  expect(whyNotSaveReport({ sameName: true, saved: 1 })).toMatchObject({ field: "name" });
  expect(whyNotSaveReport({ sameName: false, saved: MOST_SAVED })?.key).toBe("reports.saved.whyNot.tooMany");
});

test("only who saved it changes it", () => {
  expect(whyNotChangeReport({ personId: "a" }, "a")).toBeNull();
  expect(whyNotChangeReport({ personId: "a" }, "b")?.key).toBe("reports.saved.whyNot.notYours");
});
