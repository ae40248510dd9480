import { z } from "zod";
import { idField } from "@/server/form-fields";

export const handleAlarmSchema = z.strictObject({ id: idField });
