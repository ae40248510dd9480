import { sum } from "@/domain/money";
import { money, plainMoney, shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Figures } from "@/ui/figures";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { Obstacles } from "@/ui/obstacles";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { closeMonthAction, reconcileMatchedAction } from "./actions";
import { GapTable, SHOWN } from "./gap-table";
import type { MonthView } from "./month-queries";
import { monthWords, type Saying } from "./month-words";

const amountOf = (actuals: readonly { amount: bigint }[]) => sum(actuals.map(({ amount }) => amount));

/** A month: its sums, what differs and why, what fits, and the step that ends it. */
export function MonthPage({ view, saying }: { view: MonthView; saying: Saying }) {
  const { t, locale } = saying;
  const matched = sum(view.matched.map(({ actuals }) => amountOf(actuals)));
  return (
    <>
      <Figures
        items={[
          {
            label: t("reconciliations.view.figures.lines"),
            value: money(view.amount, locale),
            of: t("reconciliations.view.figures.lineCount", { count: view.lines }),
          },
          {
            label: t("reconciliations.view.figures.matched"),
            value: money(matched, locale),
            of: t("reconciliations.view.figures.claims", { count: view.matched.length }),
          },
          {
            label: t("reconciliations.view.figures.differs"),
            value: money(view.differs, locale),
            of: t("reconciliations.view.figures.gapCount", { count: view.gaps.length }),
          },
          ...(view.waiting > 0
            ? [
                {
                  label: t("reconciliations.view.figures.waiting"),
                  value: t("reconciliations.view.figures.claims", { count: view.waiting }),
                },
              ]
            : []),
        ]}
      />
      <Section
        id="gaps"
        finding={t(view.closed ? "reconciliations.view.gapsClosed" : "reconciliations.view.gaps", {
          count: view.gaps.length,
        })}
      >
        {view.gaps.length > 0 ? <GapTable view={view} saying={saying} /> : null}
      </Section>
      <Section
        id="matched"
        finding={t("reconciliations.view.matchedFinding", { count: view.matched.length })}
      >
        {view.matched.length > 0 ? <MatchedTable view={view} saying={saying} /> : null}
      </Section>
      {view.closed ? null : <Closing view={view} saying={saying} />}
      {view.toReconcile.length > 0 ? <Claims view={view} saying={saying} /> : null}
    </>
  );
}

function MatchedTable({ view, saying: { t, locale, today } }: { view: MonthView; saying: Saying }) {
  return (
    <div className="stack">
      <Table<MonthView["matched"][number]>
        label={t("reconciliations.view.matchedLabel")}
        rows={view.matched.slice(0, SHOWN)}
        rowKey={({ item }) => item.id}
        columns={[
          {
            key: "claim",
            head: t("reconciliations.view.claim"),
            rowHeader: true,
            cell: ({ item }) => (
              <>
                <Link href={`/requisitions/${item.id}`}>{item.title}</Link>
                <span className="sub">{item.number ?? item.caseNumber}</span>
                {item.paidOn ? null : <Status bare tone="warn" text={t("reconciliations.view.notPaid")} />}
              </>
            ),
          },
          {
            key: "lines",
            head: t("reconciliations.view.lines"),
            cell: ({ actuals }) =>
              actuals
                .map(({ voucher, day }) =>
                  t("reconciliations.view.voucher", { voucher, day: shortDay(day, locale, today) }),
                )
                .join("; "),
          },
          ...(view.closed
            ? []
            : [
                {
                  key: "found",
                  head: t("reconciliations.view.found"),
                  cell: ({ by }: MonthView["matched"][number]) =>
                    t(by === "amount" ? "money.reconciliation.byAmount" : "money.reconciliation.byNumber"),
                },
              ]),
          {
            key: "amount",
            head: t("reconciliations.view.amount"),
            num: true,
            cell: ({ item }) => plainMoney(item.amount, locale),
          },
        ]}
      />
      {view.matched.length > SHOWN ? (
        <p className="note">{t("reconciliations.view.first", { count: SHOWN })}</p>
      ) : null}
    </div>
  );
}

function Closing({ view, saying }: { view: MonthView; saying: Saying }) {
  const { t } = saying;
  return (
    <Section id="close" finding={t("reconciliations.view.close", { month: monthWords(view.month, saying) })}>
      {view.why ? (
        <Obstacles items={[{ tone: "stop", text: sentence(t, view.why) }]} />
      ) : (
        <>
          <p>{t("reconciliations.view.closeText")}</p>
          <Form action={closeMonthAction} label={t("reconciliations.view.closeButton")}>
            <HiddenField name="month" value={view.month} />
            <SubmitButton tone="main">{t("reconciliations.view.closeButton")}</SubmitButton>
          </Form>
        </>
      )}
    </Section>
  );
}

function Claims({ view, saying: { t } }: { view: MonthView; saying: Saying }) {
  const count = view.toReconcile.length;
  return (
    <Section id="claims" finding={t("reconciliations.view.claims", { count })}>
      <p>{t("reconciliations.view.claimsText")}</p>
      <Form action={reconcileMatchedAction} label={t("reconciliations.view.claimsButton", { count })}>
        <HiddenField name="month" value={view.month} />
        <SubmitButton>{t("reconciliations.view.claimsButton", { count })}</SubmitButton>
      </Form>
    </Section>
  );
}
