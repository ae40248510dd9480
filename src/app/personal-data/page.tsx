import { openPage } from "@/app/open-page";
import { Section } from "@/ui/section";

const SECTIONS = ["keeps", "never", "cookies", "rights"] as const;

export default openPage(
  (t) => t("app.personalData.title"),
  (t) => t("app.personalData.sentence"),
  (t) =>
    SECTIONS.map((part) => (
      <Section key={part} id={part} finding={t(`app.personalData.${part}Heading`)}>
        <p>{t(`app.personalData.${part}`)}</p>
      </Section>
    )),
);
