import { z } from "zod";
import {
  dayField,
  idField,
  optionalCount,
  optionalId,
  optionalMoney,
  optionalText,
  textField,
} from "@/server/form-fields";

const facts = {
  name: textField(120),
  kind: textField(40),
  code: optionalText(40),
  headcount: optionalCount,
  payroll: optionalMoney,
};

export const addUnitSchema = z.strictObject({ ...facts, parentId: idField, from: dayField });
export const changeUnitSchema = z.strictObject({ ...facts, id: idField, base: optionalText(64) });
export const moveUnitSchema = z.strictObject({ id: idField, parentId: idField });
export const endUnitSchema = z.strictObject({ id: idField, until: dayField, successorId: optionalId });
export const movePeopleSchema = z.strictObject({ id: idField });
