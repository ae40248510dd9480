import { takingPart } from "@/domain/case-sections";
import { withoutSmallCounts } from "@/domain/small-counts";
import { longDay } from "@/messages/format";
import { Section } from "@/ui/section";
import { SummaryList } from "@/ui/summary-list";
import type { FrozenView } from "./case-queries";
import { periodWords, providerWords, Written } from "./case-summary";
import type { Saying } from "./case-words";
import { CostSection } from "./cost-section";
import { GroupTable } from "./group-table";

/** What lies with the unions, as it was frozen: counts and never names, no group under five. */
export function FrozenCase({ it, saying }: { it: FrozenView; saying: Saying }) {
  const { t, locale } = saying;
  const { content } = it;
  // The cost for each person would tell the sum that the table hides.
  const counted = content.groups.length > 0 && takingPart(content.groups) === content.headcount;
  const { total } = withoutSmallCounts(content.groups.map((group) => group.takingPart));
  const row = (key: "need" | "initiative" | "beyondOrdinary" | "risk") => ({
    label: t(`preRegistrations.case.rows.${key}`),
    value: <Written text={content[key]} />,
  });
  return (
    <div className="stack-xl">
      <Section
        id="about"
        unruled
        finding={t("preRegistrations.case.about")}
        aside={t("preRegistrations.case.underlag", { version: it.version })}
      >
        <SummaryList
          rows={[
            row("need"),
            row("initiative"),
            row("beyondOrdinary"),
            { label: t("preRegistrations.case.rows.provider"), value: providerWords(content, saying) },
            { label: t("preRegistrations.case.rows.period"), value: periodWords(content, saying) },
            {
              label: t("preRegistrations.case.rows.area"),
              value: content.area ? t(`words.areas.${content.area}`) : null,
            },
            {
              label: t("preRegistrations.case.rows.units"),
              value: content.units.map((unit) => unit.name).join(", "),
            },
            row("risk"),
          ]}
        />
        <p className="note">{t("preRegistrations.case.frozenNote", { day: longDay(it.frozenOn, locale) })}</p>
      </Section>
      <Section id="who" unruled finding={t("preRegistrations.case.groupTable")}>
        <GroupTable groups={content.groups} small={false} saying={saying} />
      </Section>
      <CostSection
        lines={content.costLines}
        headcount={counted ? total : null}
        units={content.units}
        version={content.version}
        saying={saying}
      />
    </div>
  );
}
