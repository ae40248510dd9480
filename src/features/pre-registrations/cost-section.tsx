import { codingText, faultyLines, type Segment } from "@/domain/account-coding";
import type { ProviderKind, Version } from "@/domain/agreement";
import { type CaseCostLine, costSum, ownCostSum, whyNotCostLine } from "@/domain/case-sections";
import type { Ore } from "@/domain/money";
import { CodingFaults } from "@/features/codings/coding-faults";
import { money, shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { UnitStand } from "./case-queries";
import type { Saying } from "./case-words";

/** A unit and what it pays; who said yes to it is left out where the reader is not told. */
type Paying = Pick<UnitStand, "unitId" | "name" | "ownCost"> & { said?: Pick<UnitStand, "asked" | "yes"> };

/** What is asked of the fund, line by line, and what the units pay themselves. `headcount` null: not told. */
export function CostSection({
  lines,
  headcount,
  units,
  version,
  coding,
  change,
  saying,
}: {
  lines: readonly CaseCostLine[];
  headcount: number | null;
  units: readonly Paying[];
  version: Version | null;
  /** The employer's segments and who delivers, where the reader is told how it is coded. */
  coding?: { segments: readonly Segment[]; providerKind: ProviderKind | null } | undefined;
  change?: { href: string } | undefined;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const total = costSum(lines);
  // The unions read what it costs, not where it is booked.
  const coded = coding !== undefined && lines.some((line) => Object.keys(line.codes).length > 0);
  const faulty = coding ? faultyLines(lines, coding.segments, coding.providerKind, saying.today) : [];
  return (
    <Section
      id="costs"
      unruled
      finding={heading(total, headcount, saying)}
      aside={
        change ? (
          <Link href={change.href}>
            {t("preRegistrations.case.change")}
            <span className="unseen"> {t("preRegistrations.case.changeAbout.costs")}</span>
          </Link>
        ) : null
      }
    >
      {lines.length === 0 ? null : (
        <Table
          label={t("preRegistrations.case.costTable")}
          rows={lines.map((line, nth) => ({ ...line, nth }))}
          rowKey={(line) => String(line.nth)}
          columns={[
            {
              key: "cost",
              head: t("preRegistrations.case.costColumns.cost"),
              rowHeader: true,
              cell: ({ costType, text }) => (
                <>
                  {t(`words.costTypes.${costType}`)}
                  {text ? <span className="sub">{text}</span> : null}
                  <NotPaid costType={costType} version={version} saying={saying} />
                </>
              ),
            },
            ...(coded
              ? [
                  {
                    key: "coding",
                    head: t("preRegistrations.case.costColumns.coding"),
                    cell: (line: CaseCostLine) => codingText(line.codes, coding.segments),
                  },
                ]
              : []),
            {
              key: "amount",
              head: t("preRegistrations.case.costColumns.amount"),
              num: true,
              cell: (line) => money(line.amount, locale),
            },
          ]}
          foot={{ label: t("preRegistrations.case.costTotal"), values: { amount: money(total, locale) } }}
        />
      )}
      <CodingFaults faulty={faulty} saying={saying} />
      <OwnCost units={units} saying={saying} />
    </Section>
  );
}

function heading(total: Ore, headcount: number | null, { t, locale }: Saying): string {
  const amount = money(total, locale);
  if (total === 0n) return t("preRegistrations.case.noCosts");
  if (!headcount) return t("preRegistrations.case.costs", { amount });
  // Whole kronor: a share in öre would say more than anyone knows.
  const each = (total / BigInt(headcount) / 100n) * 100n;
  return t("preRegistrations.case.costsPerPerson", { amount, each: money(each, locale) });
}

/** A draft can hold what a new version of the agreement no longer pays. */
function NotPaid({
  costType,
  version,
  saying: { t },
}: {
  costType: CaseCostLine["costType"];
  version: Version | null;
  saying: Saying;
}) {
  const why = whyNotCostLine(version, costType);
  return why ? <span className="sub">{sentence(t, why)}</span> : null;
}

/** What the units pay themselves, and who has said yes to it. Participants' pay is never taken from the funds. [K6] */
function OwnCost({ units, saying }: { units: readonly Paying[]; saying: Saying }) {
  const { t, locale } = saying;
  const total = ownCostSum(units);
  if (total === 0n) return null;
  return (
    <Callout tone="warn" small>
      <p>
        <strong>{t("preRegistrations.case.ownCost", { amount: money(total, locale) })}</strong>{" "}
        {t("preRegistrations.case.ownCostText")}
      </p>
      {units
        .filter((unit) => unit.ownCost > 0n)
        .map((unit) => (
          <p key={unit.unitId}>
            {t("preRegistrations.case.ownCostUnit", { unit: unit.name, amount: money(unit.ownCost, locale) })}{" "}
            {unit.said ? saidYes(unit.said, saying) : null}
          </p>
        ))}
    </Callout>
  );
}

function saidYes({ asked, yes }: Pick<UnitStand, "asked" | "yes">, { t, locale, today }: Saying): string {
  if (!yes) return t("preRegistrations.case.ownCostAsked");
  const said = { who: yes.by ?? t("words.roles.manager"), day: shortDay(yes.on, locale, today) };
  return asked
    ? t("preRegistrations.case.ownCostYesBefore", { ...said, amount: money(yes.ownCost, locale) })
    : t("preRegistrations.case.ownCostYes", said);
}
