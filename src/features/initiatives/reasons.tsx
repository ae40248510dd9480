import type { Reason } from "@/domain/reason";
import { longDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { Obstacles } from "@/ui/obstacles";
import type { Saying } from "./initiative-words";

/** Reasons as obstacles; a day in them is written out. */
export function Reasons({
  reasons,
  saying: { t, locale },
}: {
  reasons: readonly (Reason | null)[];
  saying: Saying;
}) {
  const items = reasons.flatMap((reason) => {
    if (!reason) return [];
    const day = reason.values?.day;
    const values =
      typeof day === "string" && day ? { ...reason.values, day: longDay(day, locale) } : reason.values;
    return [{ tone: "stop" as const, text: sentence(t, { key: reason.key, ...(values ? { values } : {}) }) }];
  });
  return items.length > 0 ? <Obstacles items={items} /> : null;
}
