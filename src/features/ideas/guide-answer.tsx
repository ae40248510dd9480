import type { Version } from "@/domain/agreement";
import type { Guidance } from "@/domain/guide";
import type { Reason } from "@/domain/reason";
import { sentence, type T } from "@/messages/translator";
import { ButtonLink } from "@/ui/button";
import { Callout } from "@/ui/callout";

const TONES = { yes: "done", maybe: "waiting", no: "warn" } as const;

/** What the agreement says, and why. Short: also above the idea form, when one comes from the guide. */
export function GuideCallout({
  guidance,
  t,
  children,
}: {
  guidance: Guidance;
  t: T;
  children?: React.ReactNode;
}) {
  return (
    <Callout tone={TONES[guidance.answer]} title={t(`ideas.guide.answers.${guidance.answer}`)}>
      <p className="small">{t(guidance.reason)}</p>
      {children}
    </Callout>
  );
}

/** The answer, its reason, and what to do next with the text carried along. */
export function GuideAnswer({
  guidance,
  version,
  noAgreement,
  newIdeaHref,
  t,
}: {
  guidance: Guidance;
  version: Version;
  /** Why nothing can be applied for at all today. */
  noAgreement: Reason | null;
  newIdeaHref: string;
  t: T;
}) {
  const obstacle = guidance.reason === "ideas.guide.reasons.noLocalAgreement" ? noAgreement : null;
  return (
    <section className="stack" aria-labelledby="next" id="answer">
      <GuideCallout guidance={guidance} t={t}>
        {obstacle ? <p className="small">{sentence(t, obstacle)}</p> : null}
      </GuideCallout>
      <h2 id="next" className="h-s">
        {t("ideas.guide.nextTitle")}
      </h2>
      <p>{t(`ideas.guide.next.${guidance.answer}`)}</p>
      <p>
        <ButtonLink href={newIdeaHref} tone={guidance.answer === "no" ? undefined : "main"}>
          {t("ideas.guide.handIn")}
        </ButtonLink>
      </p>
      <p className="note">{t("ideas.guide.source", { version: t(`words.versions.${version}`) })}</p>
    </section>
  );
}
