import { whyNotPark, whyNotReturn, whyNotWithdraw } from "@/domain/pre-registration";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { parkCaseAction, withdrawCaseAction } from "./actions";
import type { CaseView } from "./case-queries";
import type { Saying } from "./case-words";
import { ReturnForm } from "./endorse-panel";

/** What else the coordinator may do with a case as it stands: send it back, put it aside, take it back. */
export function OtherWays({ it, saying }: { it: CaseView; saying: Saying }) {
  const { t } = saying;
  const { facts, id } = it;
  const may = { back: !whyNotReturn(facts), park: !whyNotPark(facts), withdraw: !whyNotWithdraw(facts) };
  if (!may.back && !may.park && !may.withdraw) return null;
  return (
    <section className="stack no-print" aria-labelledby="ways">
      <h2 id="ways" className="h-s">
        {t("preRegistrations.case.otherWays")}
      </h2>
      {may.back ? <ReturnForm id={id} saying={saying} /> : null}
      {may.park ? (
        <Form action={parkCaseAction} idPrefix="park-" label={t("preRegistrations.case.park")}>
          <FormDetails summary={t("preRegistrations.case.parkOpen")}>
            <HiddenField name="id" value={id} />
            <TextArea
              name="reason"
              label={t("preRegistrations.case.parkReason")}
              hint={t("preRegistrations.case.parkHint")}
              optional={t("preRegistrations.case.optional")}
              rows={2}
            />
            <p className="send">
              <SubmitButton>{t("preRegistrations.case.park")}</SubmitButton>
            </p>
          </FormDetails>
        </Form>
      ) : null}
      {may.withdraw ? (
        <Form action={withdrawCaseAction} idPrefix="withdraw-" label={t("preRegistrations.case.withdraw")}>
          <FormDetails summary={t("preRegistrations.case.withdrawOpen")}>
            <HiddenField name="id" value={id} />
            <TextArea
              name="reason"
              label={t("preRegistrations.case.withdrawReason")}
              hint={t("preRegistrations.case.withdrawHint")}
              rows={2}
            />
            <p className="send">
              <SubmitButton tone="stop">{t("preRegistrations.case.withdraw")}</SubmitButton>
            </p>
          </FormDetails>
        </Form>
      ) : null}
    </section>
  );
}
