import { holderOf } from "@/domain/idea";
import { weekday } from "@/messages/format";
import { Receipt } from "@/ui/receipt";
import { holderNames, type Saying } from "./idea-words";
import type { IdeaRowView } from "./row-queries";
import { SimilarIdeas } from "./similar-ideas";

/** What one gets for having handed in an idea: who has it, what happens next, and when one hears. */
export function IdeaReceipt({
  idea,
  similar,
  saying,
}: {
  idea: IdeaRowView;
  similar: IdeaRowView[];
  saying: Saying;
}) {
  const { t, locale, scheme } = saying;
  const withManager = holderOf(idea) === "manager";
  const who = holderNames(idea.holders, withManager ? "manager" : "coordinator", saying);
  const day = idea.answerBy ? weekday(idea.answerBy, locale) : null;
  const first = day
    ? [
        t(withManager ? "ideas.receipt.managerReads" : "ideas.receipt.coordinatorTakes", {
          who: capital(who),
          day,
        }),
      ]
    : [];
  return (
    <>
      <h1 className="sentence">{t("ideas.receipt.sentence", { who })}</h1>
      <div className="columns columns-main-side">
        <Receipt
          title={t("ideas.receipt.title", { title: idea.title })}
          text={day ? t("ideas.receipt.text", { day }) : undefined}
          nextTitle={t("ideas.receipt.nextTitle")}
          next={[
            ...first,
            ...(withManager ? [t("ideas.receipt.coordinatorAfter")] : []),
            t("ideas.receipt.unionsAndMoney", { scheme }),
            t("ideas.receipt.follow"),
          ]}
          links={[
            { href: `/ideas/${idea.id}`, label: t("ideas.receipt.toIdea") },
            { href: "/ideas", label: t("ideas.receipt.toList") },
            { href: "/ideas/new", label: t("ideas.receipt.another") },
          ]}
        />
        <aside className="stack-l">
          <SimilarIdeas ideas={similar} t={t} />
        </aside>
      </div>
    </>
  );
}

/** "chefen" begins a sentence as "Chefen"; a name is as it is. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
