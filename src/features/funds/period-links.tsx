import { FUNDING_PERIODS } from "@/domain/funding-period";
import { dayRange } from "@/messages/format";
import { Link } from "@/ui/link";
import type { Saying } from "./fund-words";

const DAYS = ["from", "until", "applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const;

/** Fills in the form of a new fund from a period that is known, as a plain address; all of it may be changed. */
export function PeriodLinks({ saying: { t, locale, scheme } }: { saying: Saying }) {
  if (scheme !== "tlo") return null;
  const hrefOf = (period: (typeof FUNDING_PERIODS)[number]) => {
    const known = DAYS.flatMap((which) => {
      const day = period[which];
      return day ? [[which, day]] : [];
    });
    return `/funds/new?${new URLSearchParams([["name", t("funds.new.periodName", yearsOf(period))], ...known])}`;
  };
  return (
    <div className="stack-s">
      <p>{t("funds.new.periods")}</p>
      <ul>
        {[...FUNDING_PERIODS].reverse().map((period) => (
          <li key={period.from}>
            <Link href={hrefOf(period)}>{dayRange(period.from, period.until, locale)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function yearsOf({ from, until }: { from: string; until: string }): { years: string } {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  return { years: first === last ? first : `${first}–${last}` };
}
