import type { Actor } from "@/domain/actor";
import { reaches } from "@/domain/actor";
import { type TookPart, tookPartIn, whyNotCarryOut } from "@/domain/initiative";
import { suppress } from "@/domain/suppression";
import { count } from "@/messages/format";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { Saying } from "./initiative-words";
import type { InitiativeView } from "./queries";

const KINDS = ["women", "men", "unstated"] as const;

/** Who took part, by occupation. Groups under five only for those who work with the initiative, and for HR. */
export function TookPartTable({ it, actor, saying }: { it: InitiativeView; actor: Actor; saying: Saying }) {
  const { t, locale } = saying;
  if (it.groups.length === 0) return null;
  const all = it.groups.map((group) => KINDS.map((kind) => group[kind]));
  const small = seesSmall(actor, it);
  const [safe] = suppress([all]);
  const shown = small || !safe ? asItIs(it.groups) : safe;
  // Where nothing may be shown, the occupations' names would say that each had somebody.
  if (shown.total === null)
    return (
      <Section id="took-part" finding={t("initiatives.tookPart.title")}>
        <p className="note">{t("initiatives.tookPart.tooFew")}</p>
      </Section>
    );
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? t("initiatives.tookPart.hidden") : count(value, locale);
  return (
    <Section id="took-part" finding={t("initiatives.tookPart.finding", { count: shown.total })}>
      <Table
        label={t("initiatives.tookPart.label")}
        rows={it.groups.map((group, nth) => ({ ...group, nth }))}
        rowKey={({ nth }) => String(nth)}
        columns={[
          {
            key: "occupation",
            head: t("initiatives.count.occupation"),
            rowHeader: true,
            cell: ({ occupation, aid }) => (
              <>
                {occupation}
                {aid ? <span className="sub">{t("initiatives.tookPart.aid", { aid })}</span> : null}
              </>
            ),
          },
          ...KINDS.map((kind, at) => ({
            key: kind,
            head: t(`initiatives.count.${kind}`),
            num: true,
            cell: ({ nth }: { nth: number }) => said(shown.cells[nth]?.[at]),
          })),
          {
            key: "sum",
            head: t("initiatives.tookPart.sum"),
            num: true,
            strong: true,
            cell: ({ nth }) => said(shown.sums[nth]),
          },
        ]}
        foot={{
          label: t("initiatives.tookPart.all"),
          values: {
            ...Object.fromEntries(KINDS.map((kind, at) => [kind, said(shown.totals[at])])),
            sum: said(shown.total),
          },
        }}
      />
      {small ? null : <p className="note">{t("initiatives.tookPart.note")}</p>}
    </Section>
  );
}

/** Who carries it out or claims its money has the list of participants anyway. */
function seesSmall(actor: Actor, it: InitiativeView): boolean {
  const { personId, onBehalfOf, role } = actor;
  const who = { personId, onBehalfOf, role, reachesUnit: reaches(actor, it.unit.id) };
  return role === "hr" || whyNotCarryOut(who, { ownerId: it.owner?.id ?? null }) === null;
}

function asItIs(groups: readonly TookPart[]) {
  return {
    cells: groups.map((group) => KINDS.map((kind) => group[kind])),
    sums: groups.map((group) => tookPartIn([group])),
    totals: KINDS.map((kind) => groups.reduce((sum, group) => sum + group[kind], 0)),
    total: tookPartIn(groups),
  };
}
