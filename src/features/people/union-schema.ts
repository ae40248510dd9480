import { z } from "zod";
import { ROLES } from "@/domain/actor";
import { dayField, idField, optionalDay, optionalId, textField } from "@/server/form-fields";

export const unionSchema = z.strictObject({ id: optionalId, name: textField(120) });
export const hearUnionSchema = z.strictObject({
  unionId: idField,
  unitId: idField,
  from: dayField,
  until: optionalDay,
});
export const endHearingSchema = z.strictObject({ id: idField, until: dayField });
export const claimMappingSchema = z.strictObject({
  value: textField(200),
  role: z.enum(ROLES, "refusals.chooseOne"),
  unitId: idField,
  unionId: optionalId,
});
export const removeClaimMappingSchema = z.strictObject({ id: idField });
