import type { T } from "@/messages/translator";
import { Link } from "@/ui/link";
import type { IdeaRowView } from "./row-queries";
import { SupportForm } from "./support-form";

/** Somebody wants nearly the same: the more who need it, the easier to get a course together. Nothing when nobody does. */
export function SimilarIdeas({ ideas, t }: { ideas: IdeaRowView[]; t: T }) {
  if (ideas.length === 0) return null;
  return (
    <section className="card" aria-labelledby="similar">
      <h2 id="similar" className="h-s">
        {t("ideas.similar.title", { count: ideas.length })}
      </h2>
      {ideas.map((idea) => (
        <div key={idea.id} className="stack-s">
          <p className="small">
            <Link href={`/ideas/${idea.id}`}>{idea.title}</Link>
            <br />
            <span className="soft">
              {idea.unit}, {t("ideas.support.count", { count: idea.supports })}
            </span>
          </p>
          <SupportForm idea={idea} t={t} />
        </div>
      ))}
      <p className="note">{t("ideas.similar.note")}</p>
    </section>
  );
}
