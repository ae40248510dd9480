import { portalPage } from "@/app/portal-page";
import { AdminTabs } from "@/features/people/admin-tabs";
import { ClaimMappingForm, RemoveMappingForm } from "@/features/people/union-forms";
import { type ClaimMappingView, getClaimMappings, getUnions } from "@/features/people/union-queries";
import { getUnitChoices } from "@/features/people/unit-queries";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";

export default portalPage(
  { see: "administration", title: (t) => t("administration.claims.title"), dense: true },
  async ({ actor, t, today }) => {
    const mappings = await getClaimMappings(actor);
    const { unions } = await getUnions(actor);
    const units = await getUnitChoices(actor, today);
    return (
      <>
        <AdminTabs current="claims" t={t} />
        <header className="stack">
          <h1 className="sentence">{t("administration.claims.sentence", { count: mappings.length })}</h1>
          <p className="soft">{t("administration.claims.text")}</p>
        </header>
        {mappings.length > 0 ? (
          <Table<ClaimMappingView>
            label={t("administration.claims.label")}
            rows={mappings}
            rowKey={(mapping) => mapping.id}
            columns={[
              {
                key: "value",
                head: t("administration.claims.value"),
                rowHeader: true,
                cell: (mapping) => mapping.value,
              },
              {
                key: "role",
                head: t("people.page.role"),
                cell: (mapping) => t(`words.roles.${mapping.role}`),
              },
              {
                key: "where",
                head: t("people.page.where"),
                cell: (mapping) =>
                  mapping.unionName
                    ? t("people.page.whereUnion", { unit: mapping.unitName, union: mapping.unionName })
                    : mapping.unitName,
              },
              {
                key: "remove",
                head: t("administration.claims.remove"),
                cell: (mapping) => <RemoveMappingForm id={mapping.id} value={mapping.value} t={t} />,
              },
            ]}
          />
        ) : null}
        <Section id="add" finding={t("administration.claims.addFinding")}>
          <ClaimMappingForm unions={unions} units={units} t={t} />
        </Section>
      </>
    );
  },
);
