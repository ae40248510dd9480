import type { ReactNode } from "react";
import type { Actor } from "@/domain/actor";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { ballSentence, forWhom, ideaStatus, type Saying } from "./idea-words";
import type { IdeaRowView } from "./row-queries";

/** One idea as a card: what it is called, who has the ball, and what its reader may do with it. */
export function IdeaCard({
  idea,
  reader,
  saying,
  level,
  children,
}: {
  idea: IdeaRowView;
  reader: Actor;
  saying: Saying;
  level?: 2 | 3;
  children?: ReactNode;
}) {
  return (
    <Card id={`idea-${idea.id}`} level={level} title={<Link href={`/ideas/${idea.id}`}>{idea.title}</Link>}>
      <p>
        <Status {...ideaStatus(idea, saying)} />
      </p>
      <p className="small">{ballSentence(idea, reader, saying)}</p>
      {children}
    </Card>
  );
}

/** One idea on a line of a list (a `ul.tasks`): title, unit, for whom, and what may be done. Never its author. */
export function IdeaRow({
  idea,
  saying,
  children,
}: {
  idea: IdeaRowView;
  saying: Saying;
  children?: ReactNode;
}) {
  const { t } = saying;
  return (
    <li>
      <Link href={`/ideas/${idea.id}`}>{idea.title}</Link> <Status {...ideaStatus(idea, saying)} />
      <span className="note">
        {idea.unit} · {forWhom(idea, t)} · {t("ideas.support.count", { count: idea.supports })}
      </span>
      {children}
    </li>
  );
}
