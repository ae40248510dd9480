import type { ReactNode } from "react";
import { money } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { Agenda, AgendaItem as Item } from "@/ui/agenda";
import { ButtonLink } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Empty } from "@/ui/empty";
import { Link } from "@/ui/link";
import { Standing } from "@/ui/standing";
import { Proposal, Status } from "@/ui/status";
import { AnswerPanel } from "./answer-form";
import { Affected, CaseMaterial } from "./case-material";
import { isOpen, type Saying, standingOf } from "./consultation-words";
import type { SaidBefore } from "./list-queries";
import { meetingSentence, meetingStanding } from "./meeting-head";
import type { AgendaItem, MeetingView } from "./meeting-queries";
import { Call, Progress } from "./meeting-steps";
import { Minutes } from "./minutes";
import { SaidBeforeList } from "./said-before";
import { UnionsProgress } from "./unions-progress";

/** A meeting: for a representative what is to be answered, for the coordinator how far every union is. */
export function Meeting({
  meeting,
  reader,
  unfolded,
  said,
  addCases,
  saying,
}: {
  meeting: MeetingView;
  reader: "coordinator" | "unionRep";
  /** The item that stands open, by its subject; without it the first to answer. */
  unfolded: string | undefined;
  said: SaidBefore[];
  /** The form that puts more cases on the agenda, where the reader may. */
  addCases?: ReactNode;
  saying: Saying;
}) {
  const { t } = saying;
  const speaks = reader === "unionRep";
  const open =
    meeting.items.find((it) => it.subjectId === unfolded) ??
    meeting.items.find(isOpen) ??
    (speaks ? meeting.items[0] : undefined);
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/consultations">{t("consultations.meeting.back")}</Link>
          {meeting.union ? ` · ${meeting.union}` : ""}
        </p>
        <h1 className="sentence">{meetingSentence(meeting, speaks, saying)}</h1>
        <Standing cells={meetingStanding(meeting, saying)} />
        {speaks && meeting.kind === "unions" ? (
          <Callout small>
            <p>{t("consultations.meeting.silence")}</p>
          </Callout>
        ) : null}
      </header>
      <div className="columns columns-main-side">
        <div className="stack-xl">
          {meeting.items.length === 0 ? (
            <Empty title={t("consultations.meeting.noItems")} level={2}>
              <p className="small">{t("consultations.meeting.noItemsText")}</p>
            </Empty>
          ) : (
            <Agenda id="agenda">
              <h2 className="unseen">{t("consultations.meeting.agenda")}</h2>
              {meeting.items.map((item) => (
                <AgendaRow
                  key={item.subjectId}
                  item={item}
                  meeting={meeting}
                  unfolded={item === open}
                  speaks={speaks}
                  saying={saying}
                />
              ))}
            </Agenda>
          )}
          {addCases}
        </div>
        <div className="stack-xl">
          {speaks ? (
            <Progress meeting={meeting} open={open} saying={saying} />
          ) : (
            <Call meeting={meeting} saying={saying} />
          )}
          <Minutes meeting={meeting} reader={reader} saying={saying} />
          {speaks ? <SaidBeforeList said={said} saying={saying} /> : null}
        </div>
      </div>
    </>
  );
}

function AgendaRow({
  item,
  meeting,
  unfolded,
  speaks,
  saying,
}: {
  item: AgendaItem;
  meeting: MeetingView;
  unfolded: boolean;
  speaks: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  const { content, own } = item;
  const isProposal = item.caseStatus === "inConsultation" || item.caseStatus === "deferred";
  return (
    <Item
      id={`p-${item.subjectId}`}
      nr={item.order}
      title={content.title || item.number}
      unfolded={unfolded}
      meta={
        <>
          {isProposal ? <Proposal text={t("consultations.meeting.proposal")} /> : null}
          {item.changes.length > 0 ? (
            <Status
              tone="active"
              text={t("consultations.meeting.changedCount", { count: item.changes.length })}
            />
          ) : (
            <Status tone="open" text={t("consultations.meeting.new")} />
          )}
          <span className="soft">
            {t("consultations.meeting.unitAndAmount", {
              unit: content.unit,
              amount: money(BigInt(content.amount), locale),
            })}
          </span>
        </>
      }
      lead={content.initiative}
      status={own ? <OwnStatus item={item} saying={saying} /> : <UnionsStatus item={item} saying={saying} />}
    >
      <div className="columns columns-item">
        <CaseMaterial item={item} saying={saying} />
        <Affected item={item} saying={saying} />
        {own ? (
          unfolded ? (
            <AnswerPanel item={item} voice={own} saying={saying} />
          ) : (
            <p>
              <ButtonLink href={`/consultations/${meeting.id}?item=${item.subjectId}#p-${item.subjectId}`}>
                {t("consultations.meeting.answerThis")}
              </ButtonLink>
            </p>
          )
        ) : null}
        {meeting.kind === "jointGroup" && item.caseStatus === "inConsultation" ? (
          <p className="small">{t("consultations.meeting.decideInCase")}</p>
        ) : null}
        {item.voices.length > 0 ? (
          <div className="stack-s col-span-full">
            <h3>{t("consultations.meeting.unions")}</h3>
            <UnionsProgress voices={item.voices} act={!speaks && item.partial === null} saying={saying} />
            {!speaks && item.partial ? <p className="note">{sentence(t, item.partial)}</p> : null}
          </div>
        ) : null}
      </div>
    </Item>
  );
}

function OwnStatus({ item, saying }: { item: AgendaItem; saying: Saying }) {
  if (!item.own) return null;
  if (isOpen(item)) return <Status tone="waiting" text={saying.t("consultations.meeting.toAnswer")} />;
  return <Status {...standingOf(item.own, saying)} />;
}

/** For the coordinator: how many of the unions are done with an item. */
function UnionsStatus({ item, saying: { t } }: { item: AgendaItem; saying: Saying }) {
  const asked = item.voices.filter((it) => it.latest);
  if (asked.length === 0) return null;
  const done = asked.filter((it) => it.state === "concluded" || it.state === "centralConcluded").length;
  return (
    <Status
      tone={done === asked.length ? "done" : "active"}
      text={t("consultations.meeting.unionsDone", { done, all: asked.length })}
    />
  );
}
