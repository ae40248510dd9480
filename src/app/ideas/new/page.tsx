import { whyNotAct } from "@/domain/access";
import { versionOn } from "@/domain/agreement";
import { isComplete, mayBeUsed, readGuide } from "@/domain/guide";
import { getIdeaForm, guideFacts } from "@/features/ideas/form-queries";
import { GuideCallout } from "@/features/ideas/guide-answer";
import { IdeaEditor } from "@/features/ideas/idea-editor";
import { PlainMessage } from "@/ui/plain-page";
import { portalPage } from "../../portal-page";

export default portalPage(
  { see: "ideas", title: (t) => t("ideas.newTitle"), narrow: true, dense: false },
  async ({ actor, employer, t, locale, today, search }) => {
    if (whyNotAct(actor, "idea.submit"))
      return (
        <PlainMessage
          title={t("ideas.list.ownOnlyTitle")}
          text={t("ideas.form.notYourRole")}
          links={[{ href: "/me", label: t("app.menu.roles") }]}
        />
      );
    const saying = { t, locale, today, scheme: employer.scheme };
    const idea = await getIdeaForm(actor, null, today, search.title);
    const answers = readGuide(search);
    const version = versionOn(employer.scheme, today);
    const guided = version && isComplete(answers);
    const facts = guided ? await guideFacts(actor, employer.scheme, today) : null;
    return (
      <IdeaEditor
        idea={idea}
        saying={saying}
        hint={
          guided && facts ? (
            <GuideCallout guidance={mayBeUsed(version, answers, facts.noAgreement === null)} t={t} />
          ) : undefined
        }
      />
    );
  },
);
