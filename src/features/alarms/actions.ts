"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/server/form-action";
import { handleAlarm } from "./commands";
import { handleAlarmSchema } from "./schema";

export const handleAlarmAction = formAction(
  "alarm.handle",
  handleAlarmSchema,
  async ({ actor, input, now, receipt }) => {
    await handleAlarm(actor, input, now, receipt);
    revalidatePath("/", "layout");
    return { to: "/alarms?said=alarmHandled" };
  },
);
