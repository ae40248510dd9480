import type { Ore } from "@/domain/money";
import { money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { HiddenField, MoneyField, TextArea, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { decideInGroupAction } from "./actions";
import type { GroupMember } from "./facts-queries";

/** In whose language a part of the page speaks. */
export type Saying = { t: T; locale: Locale };

/** What the joint group decided at its meeting, with where each member stood. */
export function GroupDecisionForm({
  caseId,
  meetingId,
  members,
  asked,
  mayGrant,
  saying,
}: {
  caseId: string;
  meetingId: string;
  members: GroupMember[];
  /** Öre. */
  asked: Ore;
  /** Whether nothing stands against a yes; a no and another meeting are always possible. */
  mayGrant: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const granting = [
    { value: "approved", label: t("approvals.form.outcomeApproved", { amount: money(asked, locale) }) },
    {
      value: "partlyApproved",
      label: t("approvals.outcomes.partlyApproved"),
      more: <MoneyField name="amount" label={t("approvals.form.amount")} unit="kr" />,
    },
  ];
  return (
    <Form action={decideInGroupAction} idPrefix="group-" label={t("approvals.form.group")} className="stack">
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="consultationId" value={meetingId} />
      {members.map((member, nth) => (
        <MemberField key={member.personId} member={member} nth={nth} saying={saying} />
      ))}
      <Choices
        name="outcome"
        label={t("approvals.form.outcome")}
        choices={[
          ...(mayGrant ? granting : []),
          { value: "declined", label: t("approvals.outcomes.declined") },
          { value: "deferred", label: t("approvals.outcomes.deferred") },
        ]}
      />
      <TextArea
        name="reason"
        label={t("approvals.form.groupReason")}
        hint={t("approvals.form.groupReasonHint")}
        rows={3}
      />
      <TextArea
        name="nextStep"
        label={t("approvals.form.nextStep")}
        hint={t("approvals.form.groupNextStepHint")}
        rows={2}
      />
      <p>
        <SubmitButton tone="main">{t("approvals.form.groupSubmit")}</SubmitButton>
      </p>
    </Form>
  );
}

/** Where one member stood. Who has a conflict is not asked for a vote, but for why they stepped out. */
function MemberField({ member, nth, saying: { t } }: { member: GroupMember; nth: number; saying: Saying }) {
  const name = member.name ?? t("approvals.panel.someone");
  const steppedOut = {
    value: "steppedOut",
    label: t("approvals.positions.steppedOut"),
    more: <TextField name={`members.${nth}.reason`} label={t("approvals.form.whySteppedOut")} />,
  };
  const voting = [
    { value: "inFavour", label: t("approvals.positions.inFavour") },
    { value: "against", label: t("approvals.positions.against") },
  ];
  return (
    <>
      <HiddenField name={`members.${nth}.personId`} value={member.personId} />
      <Choices
        name={`members.${nth}.position`}
        label={t("approvals.form.member", { name, side: member.side })}
        {...(member.conflict ? { hint: t("approvals.form.conflict"), defaultValue: "steppedOut" } : {})}
        choices={[
          ...(member.conflict ? [] : voting),
          steppedOut,
          { value: "absent", label: t("approvals.form.absent") },
        ]}
      />
    </>
  );
}
