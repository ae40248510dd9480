"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { approveCase, decideInGroup, declineCase } from "./commands";
import { approveForm, declineForm, groupForm } from "./schema";

// A decision moves a case, its money, its initiatives and what waits for whom: every page that shows one of them.
const REFRESH = ["/", "/pre-registrations", "/consultations", "/initiatives", "/funds"] as const;
const refresh = () => REFRESH.map((path) => revalidatePath(path, "layout"));

export const approveCaseAction = formAction(
  "approval.decide",
  approveForm,
  async ({ actor, input, now, receipt }) => {
    await approveCase(actor, input, now, receipt);
    refresh();
    return { to: `/pre-registrations/${input.caseId}?said=approved` };
  },
);

export const declineCaseAction = formAction(
  "approval.decide",
  declineForm,
  async ({ actor, input, now, receipt }) => {
    await declineCase(actor, input, now, receipt);
    refresh();
    return { to: `/pre-registrations/${input.caseId}?said=declined` };
  },
);

export const decideInGroupAction = formAction(
  "approval.recordGroup",
  groupForm,
  async ({ actor, input, now, receipt }) => {
    await decideInGroup(actor, input, now, receipt);
    refresh();
    const said = {
      approved: "granted",
      partlyApproved: "granted",
      declined: "declined",
      deferred: "deferred",
    }[input.outcome];
    return { to: `/pre-registrations/${input.caseId}?said=${said}` };
  },
);
