"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { addUnit, changeUnit, endUnit, movePeopleToSuccessor, moveUnit } from "./unit-commands";
import {
  addUnitSchema,
  changeUnitSchema,
  endUnitSchema,
  movePeopleSchema,
  moveUnitSchema,
} from "./unit-schema";

export const addUnitAction = formAction(
  "unit.save",
  addUnitSchema,
  async ({ actor, input, now, receipt }) => {
    await addUnit(actor, input, now, receipt);
    revalidatePath("/admin", "layout");
    return { to: "/admin/units?said=unitAdded" };
  },
);

export const changeUnitAction = formAction(
  "unit.save",
  changeUnitSchema,
  async ({ actor, input, now, receipt }) => {
    await changeUnit(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/units/${input.id}?said=unitSaved` };
  },
);

export const moveUnitAction = formAction(
  "unit.save",
  moveUnitSchema,
  async ({ actor, input, now, receipt }) => {
    await moveUnit(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/units/${input.id}?said=unitMoved` };
  },
);

export const endUnitAction = formAction(
  "unit.save",
  endUnitSchema,
  async ({ actor, input, now, receipt }) => {
    await endUnit(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: `/admin/units/${input.id}?said=unitEnded` };
  },
);

export const movePeopleAction = formAction(
  "person.save",
  movePeopleSchema,
  async ({ actor, input, now, receipt }) => {
    await movePeopleToSuccessor(actor, input, now, receipt);
    revalidatePath("/admin", "layout");
    return { to: `/admin/units/${input.id}?said=peopleMoved` };
  },
);
