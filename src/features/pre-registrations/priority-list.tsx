import { longDay, money, roundMoney } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { Chips } from "@/ui/chips";
import { Empty } from "@/ui/empty";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { rankCaseAction } from "./actions";
import { caseStatus, type Saying } from "./case-words";
import type { PriorityView, RankedCase } from "./priority-queries";

/** The coordinator's order with the running sum and the line where the money ends. Up and down are plain forms. */
export function PriorityList({
  it,
  moved,
  saying,
}: {
  it: PriorityView;
  moved: string | null;
  saying: Saying;
}) {
  const { t } = saying;
  if (!it.fund)
    return (
      <>
        <h1 className="sentence">{t("preRegistrations.prioritise.noFund")}</h1>
        <p className="soft">{t("preRegistrations.prioritise.noFundText")}</p>
      </>
    );
  const { fund } = it;
  const place = it.cases.findIndex((row) => row.id === moved);
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{prioritySentence(it, saying)}</h1>
        <p className="soft">{paceWords(it, saying)}</p>
        {it.funds.length > 1 ? (
          <Chips
            label={t("preRegistrations.prioritise.funds")}
            chips={it.funds.map(({ id, name }) => ({
              href: `/prioritise?fund=${id}`,
              label: name,
              current: id === fund.id,
            }))}
          />
        ) : (
          <p className="note">{fund.name}</p>
        )}
        {place >= 0 ? (
          <p className="shape small" data-tone="done" role="status">
            {t("preRegistrations.prioritise.moved", {
              title: it.cases[place]?.title ?? "",
              place: place + 1,
            })}
          </p>
        ) : null}
      </header>
      {it.cases.length === 0 ? (
        <Empty title={t("preRegistrations.prioritise.empty")} level={2}>
          <p>{t("preRegistrations.prioritise.emptyText")}</p>
        </Empty>
      ) : (
        <Sides it={it} fundId={fund.id} saying={saying} />
      )}
    </>
  );
}

/** Above the line what fits in the money, below it what does not. */
function Sides({ it, fundId, saying }: { it: PriorityView; fundId: string; saying: Saying }) {
  const { t, locale } = saying;
  const rows = it.cases.map((row, nth) => ({ ...row, place: nth + 1, last: nth === it.cases.length - 1 }));
  const above = rows.filter((row) => row.fits);
  const below = rows.filter((row) => !row.fits);
  const left = it.available - (above.at(-1)?.running ?? 0n);
  const values = (side: typeof rows, amount: bigint) => ({
    count: side.length,
    amount: roundMoney(amount, locale),
  });
  return (
    <div className="stack-l">
      {above.length > 0 ? (
        <Section id="fits" unruled finding={t("preRegistrations.prioritise.fits", values(above, left))}>
          <Order rows={above} fundId={fundId} saying={saying} />
        </Section>
      ) : null}
      {below.length > 0 ? (
        <Section
          id="over"
          finding={t(
            "preRegistrations.prioritise.over",
            values(below, (below.at(-1)?.running ?? 0n) - it.available),
          )}
          aside={t("preRegistrations.prioritise.line", { available: money(it.available, locale) })}
        >
          <Order rows={below} fundId={fundId} saying={saying} />
        </Section>
      ) : null}
    </div>
  );
}

type Row = RankedCase & { place: number; last: boolean };

function Order({ rows, fundId, saying }: { rows: Row[]; fundId: string; saying: Saying }) {
  const { t, locale } = saying;
  return (
    <Table
      label={t("preRegistrations.prioritise.table")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "place",
          head: t("preRegistrations.prioritise.place"),
          num: true,
          cell: (row) => row.place,
        },
        {
          key: "title",
          head: t("preRegistrations.list.columns.title"),
          rowHeader: true,
          cell: (row) => (
            <span id={`c-${row.id}`}>
              <Link href={`/pre-registrations/${row.id}`}>{row.title}</Link>
              <span className="sub">
                {row.number} · {row.unit}
              </span>
            </span>
          ),
        },
        {
          key: "status",
          head: t("preRegistrations.list.columns.status"),
          cell: (row) => <Status {...caseStatus(row.standing.status, t)} />,
        },
        {
          key: "amount",
          head: t("preRegistrations.list.columns.amount"),
          num: true,
          cell: (row) => money(row.amount, locale),
        },
        {
          key: "running",
          head: t("preRegistrations.prioritise.running"),
          num: true,
          cell: (row) => money(row.running, locale),
        },
        {
          key: "move",
          head: t("preRegistrations.prioritise.move"),
          cell: (row) => <Move row={row} fundId={fundId} saying={saying} />,
        },
      ]}
    />
  );
}

function Move({ row, fundId, saying: { t } }: { row: Row; fundId: string; saying: Saying }) {
  if (row.own) return <span className="note">{t("preRegistrations.prioritise.own")}</span>;
  const about = t("preRegistrations.prioritise.about", { title: row.title, place: row.place });
  return (
    <Form action={rankCaseAction} className="row" dense idPrefix={`m-${row.id}-`}>
      <HiddenField name="id" value={row.id} />
      <HiddenField name="fundId" value={fundId} />
      {row.place > 1 ? (
        <SubmitButton tone="small" name="place" value={String(row.place - 1)}>
          {t("preRegistrations.prioritise.up")}
          <span className="unseen"> {about}</span>
        </SubmitButton>
      ) : null}
      {row.last ? null : (
        <SubmitButton tone="small" name="place" value={String(row.place + 1)}>
          {t("preRegistrations.prioritise.down")}
          <span className="unseen"> {about}</span>
        </SubmitButton>
      )}
    </Form>
  );
}

function prioritySentence(it: PriorityView, { t, locale }: Saying): string {
  const values = {
    fits: it.cases.filter((row) => row.fits).length,
    all: it.cases.length,
    available: roundMoney(it.available, locale),
  };
  return values.fits === values.all
    ? t("preRegistrations.prioritise.sentenceAll", values)
    : t("preRegistrations.prioritise.sentence", values);
}

function paceWords({ pace, fund }: PriorityView, { t, locale }: Saying): string {
  const now = roundMoney(pace.now, locale);
  if (!fund?.reserveDay || pace.needed === null) return t("preRegistrations.prioritise.paceNoDay", { now });
  return t("preRegistrations.prioritise.pace", {
    now,
    day: longDay(fund.reserveDay, locale),
    needed: roundMoney(pace.needed, locale),
  });
}
