import { sum } from "@/domain/money";
import { initiativeStatus, ownerWords, periodWords } from "@/features/initiatives/initiative-words";
import { endorseCaseAction } from "@/features/pre-registrations/actions";
import { addressOf } from "@/features/tasks/addresses";
import { count, money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { Saying } from "./home-frame";
import type { AskedCase, ManagerHomeView } from "./home-manager-queries";

/** Cases that wait for a unit's yes, with what the money does not cover, to be endorsed where they stand. */
export function AskedCases({ asked, first, saying }: { asked: AskedCase[]; first: boolean; saying: Saying }) {
  const { t, locale } = saying;
  const own = sum(asked.map(({ ownCost }) => ownCost));
  return (
    <Section
      id="asked"
      unruled={first}
      finding={
        own > 0n
          ? t("tasks.home.manager.own", { count: asked.length, amount: money(own, locale) })
          : t("tasks.home.manager.cases", { count: asked.length })
      }
      aside={own > 0n ? undefined : t("tasks.home.manager.ownNone")}
    >
      <p className="soft">{t("tasks.home.manager.ownText")}</p>
      <Table
        label={t("tasks.home.manager.cases", { count: asked.length })}
        rows={asked}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "case",
            head: t("tasks.home.manager.case"),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link href={addressOf.case(row.id)}>{row.title}</Link>
                <span className="sub">
                  {row.number} · {row.unit}
                </span>
              </>
            ),
          },
          {
            key: "amount",
            head: t("tasks.home.manager.asked"),
            num: true,
            cell: (row) => money(row.amount, locale),
          },
          {
            key: "own",
            head: t("tasks.home.manager.ownCost"),
            num: true,
            strong: true,
            cell: (row) => money(row.ownCost, locale),
          },
          {
            key: "answer",
            head: t("tasks.home.manager.answer"),
            cell: (row) => <Yes asked={row} saying={saying} />,
          },
        ]}
        {...(asked.length > 1
          ? {
              foot: {
                label: t("tasks.home.manager.sum"),
                values: {
                  amount: money(sum(asked.map(({ amount }) => amount)), locale),
                  own: money(own, locale),
                },
              },
            }
          : {})}
      />
    </Section>
  );
}

/** Endorses what stands on the row; a return needs words, so it is made on the case's own page. */
function Yes({ asked, saying: { t, locale } }: { asked: AskedCase; saying: Saying }) {
  const words = t("tasks.home.manager.endorseWith", {
    asked: money(asked.amount, locale),
    own: money(asked.ownCost, locale),
  });
  return (
    <Form action={endorseCaseAction} idPrefix={`case-${asked.id}-`} label={`${asked.title}. ${words}`}>
      <HiddenField name="id" value={asked.id} />
      <HiddenField name="unitId" value={asked.unitId} />
      <HiddenField name="amount" value={String(asked.amount)} />
      <HiddenField name="ownCost" value={String(asked.ownCost)} />
      <p className="row">
        <SubmitButton tone="small">
          {t("tasks.home.manager.endorse")}
          <span className="unseen">: {asked.title}</span>
        </SubmitButton>
        <Link href={addressOf.case(asked.id)}>
          {t("tasks.home.manager.read")}
          <span className="unseen">: {asked.title}</span>
        </Link>
      </p>
    </Form>
  );
}

/** What one's people do this quarter. */
export function Plans({ view, first, saying }: { view: ManagerHomeView; first: boolean; saying: Saying }) {
  const { t, locale } = saying;
  const { planned, more } = view;
  const finding = t("tasks.home.manager.plans", { count: planned.length, more: more ? "yes" : "no" });
  return (
    <Section
      id="plans"
      unruled={first}
      finding={finding}
      aside={<Link href="/initiatives">{t("tasks.home.manager.plansAll")}</Link>}
    >
      {planned.length === 0 ? (
        <p className="soft">{t("tasks.home.manager.plansNone")}</p>
      ) : (
        <Table
          label={finding}
          rows={planned}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "initiative",
              head: t("tasks.home.manager.initiative"),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link href={addressOf.initiative(row.id)}>{row.title}</Link>
                  <span className="sub">{row.unit}</span>
                </>
              ),
            },
            { key: "period", head: t("tasks.home.manager.period"), cell: (row) => periodWords(row, saying) },
            { key: "owner", head: t("tasks.home.manager.owner"), cell: (row) => ownerWords(row.owner, t) },
            {
              key: "state",
              head: t("tasks.home.manager.state"),
              cell: (row) => <Status {...initiativeStatus(row.status, t)} />,
            },
            {
              key: "headcount",
              head: t("tasks.home.manager.headcount"),
              num: true,
              cell: (row) => (row.headcount === null ? t("tasks.home.none") : count(row.headcount, locale)),
            },
          ]}
        />
      )}
    </Section>
  );
}
