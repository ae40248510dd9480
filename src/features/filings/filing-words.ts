import { daysBetween } from "@/domain/day";
import type { FilingStatus } from "@/domain/filing";
import type { Saying } from "@/features/initiatives/initiative-words";
import { money, shortDay } from "@/messages/format";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { FilingRow } from "./queries";

const TONES: Record<FilingStatus, StatusTone> = {
  draft: "open",
  sent: "waiting",
  granted: "done",
  returned: "warn",
  rejected: "stop",
};

export function filingStatus(status: FilingStatus, t: T): { tone: StatusTone; text: string } {
  return { tone: TONES[status], text: t(`filings.status.${status}`) };
}

/** Where the filing is and since when, in one sentence. */
export function filingSentence(it: FilingRow, { t, locale, today }: Saying): string {
  const on = (day: string | null) => (day ? shortDay(day, locale, today) : "");
  switch (it.status) {
    case "draft":
      return t("filings.sentence.draft");
    case "sent":
      return t("filings.sentence.sent", {
        day: on(it.sentOn),
        days: it.sentOn ? daysBetween(it.sentOn, today) : 0,
      });
    case "granted":
      return t("filings.sentence.granted", {
        day: on(it.answeredOn),
        amount: money(
          it.parts.reduce((sum, part) => sum + part.amount, 0n),
          locale,
        ),
        asked: money(it.amount, locale),
      });
    default:
      return t(`filings.sentence.${it.status}`, { day: on(it.answeredOn) });
  }
}

export function numbersWords(it: FilingRow, t: T): string {
  return it.parts.flatMap((part) => part.number ?? []).join(", ") || t("filings.noNumber");
}
