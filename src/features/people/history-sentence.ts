import { longDay, money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { HistoryEvent } from "./history-queries";

/** What happened, as one sentence to this reader: who in which role, and for whom when in somebody's place. */
export function historySentence(event: HistoryEvent, t: T, locale: Locale, scheme: "tlo" | "lom"): string {
  return t(`events.${event.kind}`, {
    scheme,
    who: actorOf(event, t),
    amount: event.amount === null ? "none" : money(event.amount, locale),
    day: event.day === null ? "none" : longDay(event.day, locale),
    union: event.union ?? "none",
    unit: event.unit ?? "none",
    person: event.person ?? "none",
    detail: event.detail ?? "none",
  });
}

function actorOf({ who, name, role, onBehalf }: HistoryEvent, t: T): string {
  if (who === "portal") return t("events.who.portal");
  const other = onBehalf && (onBehalf.name ?? t("events.who.someone"));
  if (who === "you") return other ? t("events.who.youOnBehalf", { other }) : t("events.who.you");
  if (who === "hidden" || name === null)
    return t("events.who.hiddenWithRole", { role: who === "hidden" ? "employee" : (role ?? "employee") });
  if (role === null || role === "employee") return name;
  const said = t(`events.roles.${role}`);
  return other
    ? t("events.who.onBehalf", { name, role: said, other })
    : t("events.who.withRole", { name, role: said });
}
