import { sum } from "@/domain/money";
import { plainMoney, shortDay } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { explainAction } from "./actions";
import type { MonthView } from "./month-queries";
import type { Saying } from "./month-words";

/** Beyond it the list helps nobody: the file holds lines that are not about the money at all. */
export const SHOWN = 100;

type Gap = MonthView["gaps"][number];
const absolute = (ore: bigint) => (ore < 0n ? -ore : ore);
const keyOf = (gap: Gap) => gap.requisitionId ?? gap.postingId ?? "";

/** What differs from the accounting system, how, and why somebody says it does; while the month is open, a form for that. */
export function GapTable({ view, saying }: { view: MonthView; saying: Saying }) {
  const { t, locale } = saying;
  return (
    <div className="stack">
      <Table<Gap>
        label={t("reconciliations.view.gapsLabel")}
        rows={view.gaps.slice(0, SHOWN)}
        rowKey={keyOf}
        columns={[
          {
            key: "post",
            head: t("reconciliations.view.post"),
            rowHeader: true,
            cell: (gap) => <Post gap={gap} saying={saying} />,
          },
          {
            key: "what",
            head: t("reconciliations.view.what"),
            cell: (gap) => <What gap={gap} saying={saying} />,
          },
          {
            key: "coding",
            head: t("reconciliations.view.coding"),
            cell: ({ actuals }) => actuals[0]?.coding || "–",
          },
          {
            key: "books",
            head: t("reconciliations.view.books"),
            num: true,
            cell: ({ actuals }) =>
              actuals.length > 0 ? plainMoney(sum(actuals.map(({ amount }) => amount)), locale) : "–",
          },
          {
            key: "portal",
            head: t("reconciliations.view.portal"),
            num: true,
            cell: ({ item }) => (item ? plainMoney(item.amount, locale) : "–"),
          },
          {
            key: "difference",
            head: t("reconciliations.view.difference"),
            num: true,
            strong: true,
            cell: ({ difference }) => plainMoney(absolute(difference), locale),
          },
          {
            key: "cause",
            head: t("reconciliations.view.cause"),
            cell: (gap) => <CauseCell gap={gap} view={view} saying={saying} />,
          },
        ]}
        foot={{
          label: t("reconciliations.view.sum"),
          values: { difference: plainMoney(view.differs, locale) },
        }}
      />
      <p className="note">{t("reconciliations.view.note")}</p>
      {view.gaps.length > SHOWN ? (
        <p className="note">{t("reconciliations.view.first", { count: SHOWN })}</p>
      ) : null}
    </div>
  );
}

function Post({ gap: { actuals, item }, saying: { t, locale, today } }: { gap: Gap; saying: Saying }) {
  const [line, ...more] = actuals;
  const voucher =
    line &&
    t("reconciliations.view.voucher", {
      voucher: line.voucher,
      day: shortDay(line.day, locale, today),
    });
  return (
    <>
      {item ? <Link href={`/requisitions/${item.id}`}>{item.title}</Link> : line?.text || voucher}
      {item ? (
        <span className="sub">
          {t(item.paidOn ? "reconciliations.view.paid" : "reconciliations.view.sent", {
            day: shortDay(item.day, locale, today),
          })}
        </span>
      ) : null}
      {voucher && (item || line?.text) ? (
        <span className="sub">
          {voucher}
          {more.length > 0 ? ` ${t("reconciliations.view.more", { count: more.length })}` : null}
        </span>
      ) : null}
    </>
  );
}

function What({ gap: { cause }, saying: { t } }: { gap: Gap; saying: Saying }) {
  if (cause === null) return <Status tone="done" text={t("reconciliations.view.explained")} />;
  if (cause === "noItem" || cause === "noActual")
    return <Status tone="stop" text={t(`money.reconciliation.${cause}`)} />;
  return <Status tone="warn" text={t(`money.reconciliation.cause.${cause}`)} />;
}

function CauseCell({ gap, view, saying: { t } }: { gap: Gap; view: MonthView; saying: Saying }) {
  const { explained, postingId, requisitionId } = gap;
  const said = explained
    ? t("reconciliations.view.causeBy", {
        text: explained.text,
        by: explained.by ?? t("reconciliations.view.someone"),
      })
    : null;
  if (view.closed) return <span className="as-written">{said}</span>;
  return (
    <>
      {said ? <p className="as-written">{said}</p> : null}
      <Form
        action={explainAction}
        dense
        idPrefix={`${keyOf(gap)}-`}
        label={t(explained ? "reconciliations.view.change" : "reconciliations.view.write")}
      >
        <FormDetails summary={t(explained ? "reconciliations.view.change" : "reconciliations.view.write")}>
          <HiddenField name="month" value={view.month} />
          {postingId ? <HiddenField name="postingId" value={postingId} /> : null}
          {requisitionId ? <HiddenField name="requisitionId" value={requisitionId} /> : null}
          <TextArea
            name="text"
            label={t("reconciliations.view.causeLabel")}
            hint={t("reconciliations.view.causeHint")}
            defaultValue={explained?.text}
            rows={3}
          />
          <SubmitButton tone="small">{t("reconciliations.view.save")}</SubmitButton>
        </FormDetails>
      </Form>
    </>
  );
}
