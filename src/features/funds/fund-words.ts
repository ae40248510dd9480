import { type Day, daysBetween } from "@/domain/day";
import { type PotModel, potModel } from "@/domain/distribution";
import { type FundDays, type FundState, fundStateOn } from "@/domain/fund";
import type { Reason } from "@/domain/reason";
import { dayRange, longDay, money, roundMoney } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import { sentence, type T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { SummaryRow } from "@/ui/summary-list";
import type { ThreadSegment } from "@/ui/thread-layout";
import type { FundWithTotals } from "./queries";

/** In whose words and on which day a fund is spoken of. */
export type Saying = { t: T; locale: Locale; today: Day; scheme: "tlo" | "lom" };

/** The state as the days say it today; only that a fund has closed is taken from what is stored. */
export function stateOf(fund: FundWithTotals, today: Day): FundState {
  return fund.state === "closed" ? "closed" : fundStateOn(fund, today, { sentClaims: 1, settled: false });
}

const TONES: Record<FundState, StatusTone> = {
  planned: "waiting",
  open: "active",
  closing: "warn",
  drawOnly: "open",
  closed: "done",
};

export function fundStatus(
  fund: FundWithTotals,
  { t, today, scheme }: Saying,
): { tone: StatusTone; text: string } {
  const state = stateOf(fund, today);
  return { tone: TONES[state], text: t(`funds.state.${state}`, { scheme }) };
}

/** How much is left and when it is lost, in one sentence. */
export function fundSentence(fund: FundWithTotals, { t, locale, today, scheme }: Saying): string {
  const { totals, reserveDay, requisitionDay } = fund;
  const round = (ore: bigint) => roundMoney(ore, locale);
  const available = round(totals.available);
  const frame = round(totals.frame);
  switch (stateOf(fund, today)) {
    case "planned":
      return t("funds.sentence.planned", { amount: frame, day: longDay(fund.from, locale) });
    case "open":
      if (totals.frame === 0n) return t("funds.sentence.openEmpty");
      return reserveDay
        ? t("funds.sentence.openUntil", {
            available,
            frame,
            day: longDay(reserveDay, locale),
            left: daysBetween(today, reserveDay),
          })
        : t("funds.sentence.open", { available, frame });
    case "closing":
      return t("funds.sentence.closing", { reserved: round(totals.reserved) });
    case "drawOnly": {
      const committed = round(totals.committed);
      return requisitionDay
        ? t("funds.sentence.drawOnlyUntil", { committed, day: longDay(requisitionDay, locale) })
        : t("funds.sentence.drawOnly", { committed, scheme });
    }
    case "closed":
      return t("funds.sentence.closed", { drawn: round(totals.drawn), frame });
  }
}

/** What becomes of the rest, where it is the national fund's. */
export function fundNote(fund: FundWithTotals, { t, locale, today }: Saying): string | null {
  if (!fund.reverts || fund.totals.available === 0n) return null;
  const state = stateOf(fund, today);
  if (state === "open") return fund.reserveDay ? t("funds.sentence.willRevert") : null;
  return state === "planned"
    ? null
    : t("funds.sentence.unused", { amount: money(fund.totals.available, locale) });
}

/** The frame from its first krona to its last, as strands of the thread. */
export function threadOf(fund: FundWithTotals, { t, locale, today, scheme }: Saying): ThreadSegment[] {
  const { totals } = fund;
  const state = stateOf(fund, today);
  const stillFree = state === "open" || state === "planned" || !fund.reverts;
  const strand = (label: string, amount: bigint, kind: ThreadSegment["kind"]): ThreadSegment => ({
    label,
    value: money(amount, locale),
    short: roundMoney(amount, locale),
    // Shares are drawn, never reckoned with: a number is exact enough for a line.
    share: totals.frame === 0n ? 0 : Number(amount) / Number(totals.frame),
    kind,
  });
  return [
    strand(t("funds.thread.drawn", { scheme }), totals.drawn, "paid"),
    strand(t("funds.thread.committed"), totals.committed, "granted"),
    strand(t("funds.thread.reserved"), totals.reserved, "booked"),
    stillFree
      ? strand(t("funds.thread.available"), totals.available, "loose")
      : strand(t("funds.thread.unused"), totals.available, "frayed"),
    strand(t("funds.thread.reverted"), totals.reverted, "frayed"),
  ].filter((segment) => segment.share > 0);
}

/** The four last days and what they mean today. */
export function dayRows(fund: FundWithTotals, { t, locale, today }: Saying): SummaryRow[] {
  const row = (which: "applicationDay" | "reserveDay" | "grantDay" | "requisitionDay"): SummaryRow => {
    const last = fund[which];
    const day = last && longDay(last, locale);
    const value =
      !last || !day
        ? t("funds.days.none")
        : last < today
          ? t("funds.days.past", { day })
          : t("funds.days.left", { day, left: daysBetween(today, last) });
    return { label: t(`funds.days.${which}`), value };
  };
  const rows = [row("applicationDay"), row("reserveDay"), row("grantDay"), row("requisitionDay")];
  // Where no last day was given at all, four lines that say so tell nothing.
  const given = [fund.applicationDay, fund.reserveDay, fund.grantDay, fund.requisitionDay].some(
    (last) => last !== null,
  );
  return [
    ...(given ? rows : []),
    {
      label: t("funds.days.version"),
      value: t(`words.versions.${fund.version}`),
      action: {
        href: `/agreements/${fund.version}`,
        label: t("funds.days.readVersion"),
        about: t("funds.days.readVersionAbout"),
      },
    },
    {
      label: t("funds.days.reverts"),
      value: t(fund.reverts ? "funds.days.revertsYes" : "funds.days.revertsNo"),
    },
  ];
}

/** How the employer holds a fund: in one pot, shared among units, or both. What is drawn lies in no pot any more. */
export function modelOf(fund: FundWithTotals): PotModel {
  return potModel(
    fund.pots.map(({ unitId, available, reserved, committed }) => ({
      unitId,
      left: available + reserved + committed,
    })),
  );
}

/** The days of a fund that is about to be opened; a last day that is not given is left out. */
export function fundRows(days: FundDays, { t, locale }: Saying): SummaryRow[] {
  const last = (["applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const).flatMap((which) => {
    const day = days[which];
    return day ? [{ label: t(`funds.days.${which}`), value: longDay(day, locale) }] : [];
  });
  return [{ label: t("funds.days.period"), value: dayRange(days.from, days.until, locale) }, ...last];
}

/** A reason whose values are days, said with the days written out. */
export function reasonWords(reason: Reason, { t, locale }: Saying): string {
  const values = Object.fromEntries(
    Object.entries(reason.values ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? longDay(value, locale) : value,
    ]),
  );
  return sentence(t, { key: reason.key, values });
}
