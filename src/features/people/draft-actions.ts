"use server";

import { draftAction } from "@/server/draft-action";

/** Autosave of any form that holds a DraftMark. */
export const saveDraftAction = draftAction("draft.save");
