import { plainMoney } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { handleAlarmAction } from "./actions";
import { alarmWords, pastWords, type Saying } from "./alarm-words";
import type { AlarmView } from "./queries";

/** Alarms with what to do about each. Those that are open can be marked as handled. */
export function AlarmsTable({ rows, open, saying }: { rows: AlarmView[]; open: boolean; saying: Saying }) {
  const { t, locale } = saying;
  return (
    <Table
      label={t("alarms.table.label")}
      rows={rows}
      rowKey={(alarm) => alarm.id}
      columns={[
        {
          key: "alarm",
          head: t("alarms.table.alarm"),
          rowHeader: true,
          cell: (alarm) => {
            const { title, advice, detail } = alarmWords(alarm, saying);
            return (
              <>
                {alarm.about.href ? <Link href={alarm.about.href}>{title}</Link> : title}
                {detail ? <span className="sub">{detail}</span> : null}
                {open ? <span className="sub">{advice}</span> : null}
              </>
            );
          },
        },
        {
          key: "when",
          head: t("alarms.table.when"),
          cell: (alarm) => {
            const { when, presses } = alarmWords(alarm, saying);
            return open && presses ? <Status tone="warn" text={when} bare /> : when;
          },
        },
        {
          key: "amount",
          head: t("alarms.table.amount"),
          num: true,
          cell: (alarm) => (alarm.amount === null ? "–" : plainMoney(alarm.amount, locale)),
        },
        {
          key: "state",
          head: t(open ? "alarms.table.handle" : "alarms.table.past"),
          cell: (alarm) =>
            open ? (
              <Form
                action={handleAlarmAction}
                idPrefix={`${alarm.id}-`}
                label={t("alarms.handleLabel", { title: alarmWords(alarm, saying).title })}
              >
                <HiddenField name="id" value={alarm.id} />
                <SubmitButton tone="small">
                  {t("alarms.handle")}
                  <span className="unseen">: {alarmWords(alarm, saying).title}</span>
                </SubmitButton>
              </Form>
            ) : (
              pastWords(alarm, saying)
            ),
        },
      ]}
    />
  );
}
