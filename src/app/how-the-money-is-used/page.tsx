import { openPage } from "@/app/open-page";
import { Section } from "@/ui/section";

const SECTIONS = ["yes", "no", "how", "state", "end"] as const;

export default openPage(
  (t) => t("app.money.title"),
  (t) => t("app.money.sentence"),
  (t) =>
    SECTIONS.map((part) => (
      <Section key={part} id={part} finding={t(`app.money.${part}Heading`)}>
        <p>{t(`app.money.${part}`)}</p>
      </Section>
    )),
);
