import { openPage } from "@/app/open-page";
import { Section } from "@/ui/section";
import { SummaryList } from "@/ui/summary-list";

const WHOM = ["ideas", "roles", "signIn", "broken"] as const;
const WORDS = ["case", "initiative", "endorse", "consultation", "requisition"] as const;

export default openPage(
  (t) => t("app.help.title"),
  (t) => t("app.help.sentence"),
  (t) => (
    <>
      <Section id="whom" finding={t("app.help.whoHeading")}>
        <SummaryList
          rows={WHOM.map((about) => ({ label: t(`app.help.${about}`), value: t(`app.help.${about}Text`) }))}
        />
      </Section>
      <Section id="words" finding={t("app.help.wordsHeading")}>
        <SummaryList
          rows={WORDS.map((word) => ({ label: t(`app.help.${word}`), value: t(`app.help.${word}Text`) }))}
        />
      </Section>
    </>
  ),
);
