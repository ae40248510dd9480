import type { ReactNode } from "react";
import { takingPart } from "@/domain/case-sections";
import { whyNotEditCase } from "@/domain/pre-registration";
import { Section } from "@/ui/section";
import type { CaseView } from "./case-queries";
import { CaseSummary } from "./case-summary";
import type { Saying } from "./case-words";
import { CostSection } from "./cost-section";
import { Endorsements } from "./endorse-panel";
import { GroupTable } from "./group-table";

/** The main column of a case: what it is about, who is affected, what it costs, who has endorsed. */
export function CaseContent({
  it,
  mayEdit,
  saying,
  children,
}: {
  it: CaseView;
  /** Whether the acting role prepares cases at all. */
  mayEdit: boolean;
  saying: Saying;
  /** What comes of the case: its consultation, initiatives and filings. */
  children?: ReactNode;
}) {
  const { t } = saying;
  const edits = mayEdit && whyNotEditCase(it.facts) === null;
  const done = it.units.filter((unit) => !unit.asked).length;
  return (
    <div className="stack-xl">
      <Section id="about" unruled finding={t("preRegistrations.case.about")}>
        <CaseSummary it={it} mayEdit={edits} saying={saying} />
      </Section>
      {it.facts.groups.length > 0 ? (
        <Section id="who" unruled finding={t("preRegistrations.case.groupTable")}>
          <GroupTable groups={it.facts.groups} small saying={saying} />
        </Section>
      ) : null}
      <CostSection
        lines={it.facts.costLines}
        headcount={it.facts.headcount ?? (takingPart(it.facts.groups) || null)}
        units={it.units.map((unit) => ({ ...unit, said: unit }))}
        version={it.version}
        coding={{ segments: it.segments, providerKind: it.facts.providerKind }}
        change={edits ? { href: `/pre-registrations/${it.id}/edit/costs?back=case` } : undefined}
        saying={saying}
      />
      {it.facts.status === "draft" ? null : (
        <Section
          id="endorsements"
          unruled
          finding={t("preRegistrations.case.endorsements", { done, all: it.units.length })}
        >
          <Endorsements units={it.units} saying={saying} />
        </Section>
      )}
      {children}
    </div>
  );
}
