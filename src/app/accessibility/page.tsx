import { openPage } from "@/app/open-page";
import { Section } from "@/ui/section";

const SECTIONS = ["aim", "known", "ask", "statement"] as const;

export default openPage(
  (t) => t("app.accessibility.title"),
  (t) => t("app.accessibility.sentence"),
  (t) =>
    SECTIONS.map((part) => (
      <Section key={part} id={part} finding={t(`app.accessibility.${part}Heading`)}>
        <p>{t(`app.accessibility.${part}`)}</p>
      </Section>
    )),
);
