import { shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Timeline } from "@/ui/timeline";
import type { Saying } from "./consultation-words";
import type { SaidBefore } from "./list-queries";

/** What the reader's union said before, each with what came of it. */
export function SaidBeforeList({ said, saying }: { said: SaidBefore[]; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <Section id="said" finding={t("consultations.said.title")} unruled>
      {said.length === 0 ? (
        <p className="note">{t("consultations.said.none")}</p>
      ) : (
        <Timeline
          narrow
          events={said.map((it) => ({
            id: it.id,
            when: shortDay(it.on, locale, today),
            dateTime: it.on,
            text: (
              <Link href={`/pre-registrations/${it.caseId}`}>
                {t(`consultations.said.came.${it.came}`, { title: it.title })}
              </Link>
            ),
            note: t("consultations.said.you", {
              answer: t(`consultations.answers.${it.kind}`).toLocaleLowerCase(locale),
            }),
          }))}
        />
      )}
    </Section>
  );
}
