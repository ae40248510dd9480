import { AHEAD, OLD_YEARS } from "@/domain/alarm";
import { type Day, daysBetween, isDay } from "@/domain/day";
import { longDay, shortDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { AlarmView } from "./queries";

export type Saying = { t: T; locale: Locale; today: Day; scheme: "tlo" | "lom" };

/** What an alarm says, what to do about it, and how near or how old it is. */
export function alarmWords(alarm: AlarmView, { t, locale, today, scheme }: Saying) {
  const { kind, about, day, key } = alarm;
  const values = {
    scheme,
    name: about.name || t("alarms.unnamed"),
    day: shortDay(day, locale, today),
    years: kind === "oldBalance" ? Number(key) : OLD_YEARS,
    event: kind === "chain" ? key : "",
  };
  return {
    title: t(`alarms.kinds.${kind}`, values),
    advice: t(`alarms.advice.${kind}`, values),
    detail: about.place ? placeWords(about.place, t, locale) : null,
    when: AHEAD.includes(kind)
      ? day < today
        ? t("alarms.passed")
        : t("alarms.left", { days: daysBetween(today, day) })
      : t("alarms.since", { days: Math.max(0, daysBetween(day, today)) }),
    presses: AHEAD.includes(kind) && daysBetween(today, day) <= 14,
  };
}

function placeWords(
  { proof, unit, of }: NonNullable<AlarmView["about"]["place"]>,
  t: T,
  locale: Locale,
): string {
  return t(`alarms.proofs.${proof}`, {
    unit: unit ?? "",
    central: unit === null ? "yes" : "no",
    of: isDay(of) ? longDay(of, locale) : of,
    whole: of === "" ? "yes" : "no",
  });
}

/** How an alarm that waits for nobody came to that: by whom, or by itself; and whether it still holds. */
export function pastWords({ handled, endedOn }: AlarmView, { t, locale, today }: Saying): string {
  if (!handled) return endedOn ? t("alarms.ended", { day: shortDay(endedOn, locale, today) }) : "";
  const said = t("alarms.handled", {
    by: handled.by ?? t("alarms.someone"),
    day: shortDay(handled.on, locale, today),
  });
  return endedOn ? said : `${said} ${t("alarms.stillHolds")}`;
}
