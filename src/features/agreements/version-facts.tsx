import { AGREEMENTS, COST_TYPES, type Version } from "@/domain/agreement";
import { longDay } from "@/messages/format";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { SummaryList } from "@/ui/summary-list";
import type { Saying } from "./agreement-words";

/** What one version of an agreement says, in plain words made from the data that the rules use. */
export function VersionFacts({
  version,
  isNow,
  saying: { t, locale },
}: {
  version: Version;
  isNow: boolean;
  saying: Saying;
}) {
  const agreement = AGREEMENTS[version];
  const costs = (types: readonly (typeof COST_TYPES)[number][]) =>
    types.map((type) => t(`words.costTypes.${type}`)).join(", ");
  const notPaid = COST_TYPES.filter((type) => !agreement.costTypes.includes(type));
  return (
    <Section
      id={version}
      finding={t(`words.versions.${version}`)}
      aside={isNow ? <Status tone="active" text={t("agreements.versions.now")} /> : undefined}
    >
      <p className="soft">
        {t("agreements.versions.inForce", {
          from: longDay(agreement.from, locale),
          until: agreement.until ? longDay(agreement.until, locale) : "none",
        })}
      </p>
      <SummaryList
        rows={[
          {
            label: t("agreements.versions.steps"),
            value: t(agreement.files ? "agreements.versions.stepsFiles" : "agreements.versions.stepsOwn"),
          },
          {
            label: t("agreements.versions.unions"),
            value: t(
              agreement.requiresPartyAgreement
                ? "agreements.versions.unionsAgree"
                : "agreements.versions.unionsHeard",
            ),
          },
          {
            label: t("agreements.versions.local"),
            value: t(
              agreement.needsLocalAgreement ? "agreements.versions.localYes" : "agreements.versions.localNo",
            ),
          },
          {
            label: t("agreements.versions.rest"),
            value: t(agreement.reverts ? "agreements.versions.restReverts" : "agreements.versions.restStays"),
          },
          { label: t("agreements.versions.pays"), value: costs(agreement.costTypes) },
          { label: t("agreements.versions.paysNot"), value: costs(notPaid) },
        ]}
      />
    </Section>
  );
}
