import type { Actor } from "@/domain/actor";
import { PlainMessage } from "@/ui/plain-page";
import { IdeaCard } from "./idea-card";
import type { Saying } from "./idea-words";
import type { IdeaRowView } from "./row-queries";

/** In a role that does not work with ideas: only one's own, and how to hand in a new one. */
export function OwnIdeas({ mine, reader, saying }: { mine: IdeaRowView[]; reader: Actor; saying: Saying }) {
  const { t } = saying;
  return (
    <PlainMessage
      title={t("ideas.list.ownOnlyTitle")}
      text={t("ideas.list.ownOnlyText")}
      links={[{ href: "/me", label: t("app.menu.roles") }]}
    >
      {mine.map((idea) => (
        <IdeaCard key={idea.id} idea={idea} reader={reader} saying={saying} level={2} />
      ))}
    </PlainMessage>
  );
}
