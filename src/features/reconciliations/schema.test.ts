import { expect, test } from "vitest";
import { formInput, typedIn } from "@/server/form-data";
import { csvMappingForm, fileForm, MOST_BYTES } from "./schema";

const posted = (file: File) => {
  const data = new FormData();
  data.set("file", file);
  return data;
};
const said = (file: File) =>
  fileForm.safeParse(formInput(posted(file))).error?.issues.map(({ message }) => message);

test("a chosen file arrives whole, and is not given back as typed", async () => {
  const data = posted(new File(["a;b\n1;2\n"], "huvudbok.csv"));
  const { file } = fileForm.parse(formInput(data));
  expect([file.name, await file.text()]).toEqual(["huvudbok.csv", "a;b\n1;2\n"]);
  expect(typedIn(data)).toEqual({ file: "" });
});

test("no file, and one that is too large", () => {
  expect(said(new File([], ""))).toEqual(["reconciliations.whyNot.noFile"]);
  expect(said(new File([new Uint8Array(MOST_BYTES)], "x"))).toBeUndefined();
  expect(said(new File([new Uint8Array(MOST_BYTES + 1)], "x"))).toEqual(["reconciliations.whyNot.tooLarge"]);
  expect(fileForm.safeParse({ file: "x" }).error?.issues[0]?.message).toBe("reconciliations.whyNot.noFile");
});

test("columns that are not there are none; one coding column is a list", () => {
  const chosen = {
    day: "Datum",
    amount: "Belopp",
    credit: "",
    voucher: "Ver",
    line: "",
    text: "",
    incomes: "minus",
  };
  expect(csvMappingForm.parse({ ...chosen, coding: "Konto", codes: "3599, TLO17 3599" })).toEqual({
    ...chosen,
    credit: null,
    line: null,
    text: null,
    coding: ["Konto"],
    codes: ["3599", "TLO17"],
  });
  expect(csvMappingForm.parse(chosen)).toMatchObject({ coding: [], codes: [] });
  expect(csvMappingForm.safeParse({ ...chosen, voucher: "" }).success).toBe(false);
});
