import { money } from "@/messages/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { SummaryList } from "@/ui/summary-list";
import { ownerWords, periodWords, providerWords, type Saying } from "./initiative-words";
import type { InitiativeView } from "./queries";

/** What holds of the initiative, a line each. */
export function InitiativeFacts({
  it,
  ideasSeen,
  saying,
}: {
  it: InitiativeView;
  ideasSeen: boolean;
  saying: Saying;
}) {
  const { t, locale, scheme } = saying;
  const rows = [
    { label: t("initiatives.facts.owner"), value: ownerWords(it.owner, t) },
    { label: t("initiatives.facts.period"), value: periodWords(it, saying) },
    { label: t("initiatives.facts.unit"), value: it.unit.name },
    { label: t("initiatives.facts.provider"), value: providerWords(it, t) },
    {
      label: t("initiatives.facts.people"),
      value: t("initiatives.facts.peopleValue", {
        planned: it.headcount ?? 0,
        counted: it.tookPart === null ? "no" : "yes",
        took: it.tookPart ?? 0,
      }),
    },
    { label: t("initiatives.facts.amount"), value: money(it.amount, locale) },
    { label: t("initiatives.facts.fund"), value: it.fund },
    {
      label: t("initiatives.facts.case", { scheme }),
      value: it.case.seen ? (
        <Link href={`/pre-registrations/${it.case.id}`}>
          {it.case.number} {it.case.title}
        </Link>
      ) : (
        `${it.case.number} ${it.case.title}`
      ),
    },
  ];
  if (it.ideas.length > 0)
    rows.push({
      label: t("initiatives.facts.ideas"),
      value: (
        <ul className="stack-s">
          {it.ideas.map((idea) => (
            <li key={idea.id}>
              {ideasSeen ? <Link href={`/ideas/${idea.id}`}>{idea.title}</Link> : idea.title}
            </li>
          ))}
        </ul>
      ),
    });
  return (
    <Section id="facts" finding={t("initiatives.facts.title")} unruled>
      <SummaryList rows={rows} />
    </Section>
  );
}
