"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { createCase, parkCase, prepareCase, resumeCase, submitCase, withdrawCase } from "./commands";
import { endorseCase, returnCase } from "./endorse-commands";
import { sendToConsultation } from "./freeze-commands";
import { rankCase } from "./rank-commands";
import {
  areaForm,
  basicsForm,
  caseForm,
  consultForm,
  costsForm,
  endorseForm,
  groupsForm,
  newCaseForm,
  ownerForm,
  periodForm,
  providerForm,
  rankForm,
  reasonForm,
  returnForm,
  textSectionForm,
  unitsForm,
  withdrawForm,
} from "./schema";
import { saveCosts, saveSection, saveUnits } from "./section-commands";
import { placeAfterSave } from "./section-texts";
import { moveCaseOver } from "./version-commands";

export const createCaseAction = formAction(
  "preRegistration.prepare",
  newCaseForm,
  async ({ actor, input, now, receipt }) => {
    const id = await createCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${id}/edit?said=caseCreated` };
  },
);

export const saveBasicsAction = formAction(
  "preRegistration.prepare",
  basicsForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, { ...input, section: "basics" }, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("basics", input) };
  },
);

export const saveTextAction = formAction(
  "preRegistration.prepare",
  textSectionForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave(input.section, input) };
  },
);

export const saveAreaAction = formAction(
  "preRegistration.prepare",
  areaForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, { ...input, section: "area" }, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("area", input) };
  },
);

export const saveGroupsAction = formAction(
  "preRegistration.prepare",
  groupsForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, { ...input, section: "groups" }, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("groups", input, input.groups.length) };
  },
);

export const saveProviderAction = formAction(
  "preRegistration.prepare",
  providerForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, { ...input, section: "provider" }, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("provider", input) };
  },
);

export const savePeriodAction = formAction(
  "preRegistration.prepare",
  periodForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, { ...input, section: "period" }, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("period", input) };
  },
);

export const saveOwnerAction = formAction(
  "preRegistration.prepare",
  ownerForm,
  async ({ actor, input, now, receipt }) => {
    await saveSection(actor, { ...input, section: "owner" }, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("owner", input) };
  },
);

export const saveCostsAction = formAction(
  "preRegistration.prepare",
  costsForm,
  async ({ actor, input, now, receipt }) => {
    await saveCosts(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("costs", input, input.lines.length) };
  },
);

export const saveUnitsAction = formAction(
  "preRegistration.prepare",
  unitsForm,
  async ({ actor, input, now, receipt }) => {
    await saveUnits(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: placeAfterSave("units", input, input.units.length) };
  },
);

export const submitCaseAction = formAction(
  "preRegistration.submit",
  caseForm,
  async ({ actor, input, now, receipt }) => {
    await submitCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseSubmitted` };
  },
);

export const prepareCaseAction = formAction(
  "preRegistration.prepare",
  caseForm,
  async ({ actor, input, now, receipt }) => {
    await prepareCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=casePrepared` };
  },
);

export const endorseCaseAction = formAction(
  "preRegistration.endorse",
  endorseForm,
  async ({ actor, input, now, receipt }) => {
    await endorseCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseEndorsed` };
  },
);

export const returnCaseAction = formAction(
  "preRegistration.return",
  returnForm,
  async ({ actor, input, now, receipt }) => {
    await returnCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseReturned` };
  },
);

export const parkCaseAction = formAction(
  "preRegistration.park",
  reasonForm,
  async ({ actor, input, now, receipt }) => {
    await parkCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseParked` };
  },
);

export const resumeCaseAction = formAction(
  "preRegistration.park",
  caseForm,
  async ({ actor, input, now, receipt }) => {
    await resumeCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseResumed` };
  },
);

export const withdrawCaseAction = formAction(
  "preRegistration.withdraw",
  withdrawForm,
  async ({ actor, input, now, receipt }) => {
    await withdrawCase(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseWithdrawn` };
  },
);

export const rankCaseAction = formAction(
  "preRegistration.prioritise",
  rankForm,
  async ({ actor, input, now, receipt }) => {
    await rankCase(actor, input, now, receipt);
    revalidatePath("/prioritise");
    return { to: `/prioritise?fund=${input.fundId}&moved=${input.id}#c-${input.id}` };
  },
);

export const sendToConsultationAction = formAction(
  "consultation.plan",
  consultForm,
  async ({ actor, input, now, receipt }) => {
    await sendToConsultation(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    revalidatePath("/consultations", "layout");
    const place = input.back
      ? `/pre-registrations/${input.caseIds[0]}`
      : `/consultations/${input.consultationId}`;
    return { to: `${place}?said=caseSent` };
  },
);

export const moveCaseOverAction = formAction(
  "preRegistration.prepare",
  caseForm,
  async ({ actor, input, now, receipt }) => {
    await moveCaseOver(actor, input, now, receipt);
    revalidatePath("/pre-registrations", "layout");
    return { to: `/pre-registrations/${input.id}?said=caseMovedOver` };
  },
);
