import { AGREEMENTS, COST_TYPES, stepsOf, type Version } from "@/domain/agreement";
import { AGREEMENT_SOURCES } from "@/domain/agreement-sources";
import { REVERSION_DAYS } from "@/domain/fund";
import { Section } from "@/ui/section";
import { SummaryList } from "@/ui/summary-list";
import type { Saying } from "./agreement-words";
import { KnownPeriods } from "./known-periods";
import { parameterLabel, parameterRows } from "./version-words";

type Part = { version: Version; saying: Saying };

/** What one version of an agreement says, in plain words made from the data that the rules use. */
export function VersionFacts({ version, saying }: Part) {
  return (
    <>
      <Steps version={version} saying={saying} />
      <Paid version={version} saying={saying} />
      <Days version={version} saying={saying} />
      <Parties version={version} saying={saying} />
      <Sources version={version} saying={saying} />
    </>
  );
}

function Steps({ version, saying: { t } }: Part) {
  const steps = stepsOf(AGREEMENTS[version]);
  return (
    <Section id="steps" finding={t("agreements.versions.stepsFinding", { count: steps.length })}>
      <ol className="max-w-measure">
        {steps.map((step) => (
          <li key={step}>{t(`agreements.steps.${step}`)}</li>
        ))}
      </ol>
    </Section>
  );
}

function Paid({ version, saying }: Part) {
  const { t } = saying;
  const it = AGREEMENTS[version];
  const costs = (types: readonly (typeof COST_TYPES)[number][]) => (
    <ul>
      {types.map((type) => (
        <li key={type}>{t(`words.costTypes.${type}`)}</li>
      ))}
    </ul>
  );
  const notPaid = COST_TYPES.filter((type) => !it.costTypes.includes(type));
  return (
    <Section id="pays" finding={t("agreements.versions.paysFinding", { count: it.costTypes.length })}>
      <SummaryList
        rows={[
          { label: parameterLabel("costTypes", it, saying), value: costs(it.costTypes) },
          { label: parameterLabel("notPaid", it, saying), value: costs(notPaid) },
          ...parameterRows(["areas", "excludedAreas"], it, saying),
        ]}
      />
    </Section>
  );
}

/** The four dates and what happens on each; which day it is stands on each fund. */
function Days({ version, saying }: Part) {
  const { t } = saying;
  const it = AGREEMENTS[version];
  const money = parameterRows(["allotment", "reverts"], it, saying);
  return (
    <Section id="days" finding={t("agreements.versions.daysFinding", { reverts: it.reverts ? "yes" : "no" })}>
      <SummaryList
        rows={
          it.reverts
            ? [
                ...money,
                ...parameterRows(["securedBy"], it, saying),
                {
                  label: t("agreements.dayNames.applicationDay"),
                  value: t("agreements.days.applicationDay"),
                },
                ...REVERSION_DAYS.map((which) => ({
                  label: t(`agreements.dayNames.${which}`),
                  value: t(`agreements.days.${which}`, { securedBy: it.securedBy }),
                })),
                { label: t("agreements.days.after"), value: t("agreements.days.afterText") },
              ]
            : [...money, { label: t("agreements.days.after"), value: t("agreements.days.stays") }]
        }
      />
      {it.scheme === "tlo" ? <KnownPeriods from={it.from} until={it.until} saying={saying} /> : null}
    </Section>
  );
}

function Parties({ version, saying }: Part) {
  const it = AGREEMENTS[version];
  return (
    <Section id="parties" finding={saying.t("agreements.versions.rulesFinding")}>
      <SummaryList
        rows={parameterRows(
          [
            "requiresPartyAgreement",
            "needsLocalAgreement",
            "sendsPlan",
            "filesPreRegistration",
            "files",
            "providerCheck",
          ],
          it,
          saying,
        )}
      />
    </Section>
  );
}

function Sources({ version, saying: { t } }: Part) {
  return (
    <Section id="sources" finding={t("agreements.versions.sourcesFinding")}>
      <p className="soft">{t("agreements.versions.sourcesText")}</p>
      <ul>
        {AGREEMENT_SOURCES[version].map(({ tag, name, href }) => (
          <li key={tag}>
            <a href={href} rel="noreferrer" lang="sv">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
