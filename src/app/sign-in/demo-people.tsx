import type { T } from "@/messages/translator";
import type { DemoEmployer } from "@/server/demo-sign-in";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { inSentence } from "../role-menu-content";
import { signInAsDemo } from "./actions";

/** One demo employer's people, each with a form of their own: one press and one is in. */
export function DemoPeople({ employer, back, t }: { employer: DemoEmployer; back: string; t: T }) {
  return (
    <section className="stack-s pt-s4" aria-labelledby={employer.employerId}>
      <h3 id={employer.employerId}>{employer.name}</h3>
      <p className="note">{t(employer.scheme === "lom" ? "signIn.demoLom" : "signIn.demoTlo")}</p>
      <ul className="grid gap-x-s6 sm:grid-cols-2">
        {employer.people.map((person) => (
          <li key={person.personId} className="border-b border-hairline py-s2">
            <form action={signInAsDemo} className="row row-between flex-nowrap">
              <HiddenField name="employerId" value={employer.employerId} />
              <HiddenField name="personId" value={person.personId} />
              <HiddenField name="to" value={back} />
              <span>
                <strong>{t(`words.roles.${person.role}`)}</strong>
                {person.mandates.map((kind) => `, ${inSentence(t(`words.mandates.${kind}`))}`)}
                <span className="block small soft">
                  {[person.name, person.title, person.where].filter(Boolean).join(", ")}
                </span>
              </span>
              <SubmitButton tone="small">
                {t("signIn.demoButton")}
                <span className="unseen"> {t("signIn.demoButtonAs", { person: person.name })}</span>
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
