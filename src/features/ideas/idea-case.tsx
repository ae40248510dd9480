import { shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Standing } from "@/ui/standing";
import { Status } from "@/ui/status";
import type { Saying } from "./idea-words";
import type { CaseOfIdea } from "./queries";

const FUND_TONES = {
  draft: "open",
  sent: "waiting",
  granted: "done",
  returned: "warn",
  rejected: "stop",
} as const;

/** Both status lines of the case that an idea has become: with us, and with the national fund where it files. */
export function CaseStanding({
  of,
  saying: { t, locale, today, scheme },
}: {
  of: CaseOfIdea;
  saying: Saying;
}) {
  const number = t("ideas.view.caseNumber", { scheme, number: of.number });
  const withUs = {
    label: t("ideas.view.withUs"),
    value: <Status tone="active" text={t(`ideas.caseStatus.${of.status}`)} />,
    note: (
      <>
        {of.href ? <Link href={of.href}>{number}</Link> : number},{" "}
        {t("ideas.view.sinceDay", { day: shortDay(of.since, locale, today) })}
      </>
    ),
  };
  if (scheme === "lom") return <Standing cells={[withUs]} />;
  const { filing } = of;
  const note = filing?.number
    ? t("ideas.view.fundNumber", { number: filing.number })
    : filing?.sentOn
      ? t("ideas.view.fundSent", { day: shortDay(filing.sentOn, locale, today) })
      : undefined;
  const withFund = {
    label: t("ideas.view.withFund"),
    value: (
      <Status
        tone={filing ? FUND_TONES[filing.status] : "open"}
        text={filing ? t(`ideas.filingStatus.${filing.status}`) : t("ideas.view.fundNone")}
      />
    ),
    note,
  };
  return <Standing cells={[withUs, withFund]} />;
}
