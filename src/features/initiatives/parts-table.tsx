import { money, plainMoney, shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { Saying } from "./initiative-words";
import type { InitiativeView, PartView } from "./queries";

/** The granted parts with their money: what was granted, drawn, and is left. Sums as in the ledger. */
export function PartsTable({ it, claims, saying }: { it: InitiativeView; claims: boolean; saying: Saying }) {
  const { t, locale, today, scheme } = saying;
  if (it.parts.length === 0) return null;
  const total = (of: (part: PartView) => bigint) => it.parts.reduce((sum, part) => sum + of(part), 0n);
  const left = total((part) => part.committed);
  return (
    <Section
      id="parts"
      finding={t("initiatives.parts.finding", {
        drawn: money(
          total((part) => part.drawn),
          locale,
        ),
        left: money(left, locale),
        some: left > 0n ? "yes" : "no",
      })}
    >
      <Table
        label={t("initiatives.parts.label")}
        rows={it.parts}
        rowKey={(part) => part.id}
        columns={[
          {
            key: "number",
            head: t("initiatives.parts.number", { scheme }),
            rowHeader: true,
            cell: (part) => (
              <>
                {part.number ?? t("initiatives.parts.unnumbered")}
                {part.earliestClaimDay ? (
                  <span className="sub">
                    {t("initiatives.parts.earliest", { day: shortDay(part.earliestClaimDay, locale, today) })}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "day",
            head: t("initiatives.parts.grantedOn"),
            cell: (part) => shortDay(part.grantedOn, locale, today),
          },
          {
            key: "claim",
            head: t("initiatives.parts.claim"),
            cell: (part) => <Claim part={part} claims={claims} saying={saying} />,
          },
          {
            key: "amount",
            head: t("initiatives.parts.granted"),
            num: true,
            cell: (part) => plainMoney(part.amount, locale),
          },
          {
            key: "drawn",
            head: t("initiatives.parts.drawn", { scheme }),
            num: true,
            cell: (part) => plainMoney(part.drawn, locale),
          },
          {
            key: "left",
            head: t("initiatives.parts.left"),
            num: true,
            strong: true,
            cell: (part) => plainMoney(part.committed, locale),
          },
        ]}
        {...(it.parts.length > 1
          ? {
              foot: {
                label: t("initiatives.parts.total"),
                values: {
                  amount: plainMoney(
                    total((part) => part.amount),
                    locale,
                  ),
                  drawn: plainMoney(
                    total((part) => part.drawn),
                    locale,
                  ),
                  left: plainMoney(left, locale),
                },
              },
            }
          : {})}
      />
    </Section>
  );
}

function Claim({ part, claims, saying: { t } }: { part: PartView; claims: boolean; saying: Saying }) {
  if (part.claim) {
    const text = t(`requisitions.status.${part.claim.status}`);
    return claims ? <Link href={`/requisitions/${part.claim.id}`}>{text}</Link> : text;
  }
  return t(part.settled ? "initiatives.parts.settled" : "initiatives.parts.noClaim");
}
