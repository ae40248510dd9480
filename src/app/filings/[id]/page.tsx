import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { GrantForm, RefusedForm, rowsAsked, SendForm } from "@/features/filings/answer-forms";
import { FiledContentList } from "@/features/filings/filed-content";
import { filingSentence, filingStatus, numbersWords } from "@/features/filings/filing-words";
import { getFiling } from "@/features/filings/queries";
import { Reasons } from "@/features/initiatives/reasons";
import { sentence } from "@/messages/translator";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";

export default portalPage(
  { see: "preRegistrations", title: (t) => t("filings.title"), dense: true },
  async ({ actor, employer, t, locale, today, params, search }) => {
    const it = await getFiling(actor, params.id ?? "", today);
    const saying = { t, locale, today, scheme: employer.scheme };
    const noMandate = whyNotAct(actor, "filing.send");
    const records = it.status === "sent" && whyNotAct(actor, "filing.recordAnswer") === null;
    const isWaiting = it.status === "draft" || it.status === "sent";
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href={`/pre-registrations/${it.case.id}`}>{it.case.number}</Link> /{" "}
            <Link href={`/initiatives/${it.initiative.id}`}>{it.initiative.title}</Link>
          </p>
          <h1>{t("filings.heading", { title: it.initiative.title })}</h1>
          <p className="sentence sentence-s">{filingSentence(it, saying)}</p>
          <p className="row">
            <Status {...filingStatus(it.status, t)} />
            {it.parts.length > 0 ? <span className="note">{numbersWords(it, t)}</span> : null}
            {it.sender ? <span className="note">{t("filings.sentBy", { name: it.sender })}</span> : null}
          </p>
          {it.answer ? (
            <Callout title={t("filings.theirWords")}>
              <p className="as-written">{it.answer}</p>
            </Callout>
          ) : null}
          {it.predecessorId ? (
            <p className="note">
              <Link href={`/filings/${it.predecessorId}`}>{t("filings.before")}</Link>
            </p>
          ) : null}
        </header>
        <div className={isWaiting ? "columns columns-main-side" : "stack-xl"}>
          <Section
            id="content"
            finding={t(it.status === "draft" ? "filings.content.draft" : "filings.content.frozen")}
            unruled
          >
            <FiledContentList it={it.content} saying={saying} />
          </Section>
          {isWaiting ? (
            <div className="stack-l">
              {it.status === "draft" ? (
                <section className="well stack" aria-labelledby="send">
                  <h2 id="send">{t("filings.send.title")}</h2>
                  {it.reasons.length > 0 ? <Reasons reasons={it.reasons} saying={saying} /> : null}
                  {it.reasons.length === 0 && noMandate ? <p>{sentence(t, noMandate)}</p> : null}
                  {it.reasons.length === 0 && !noMandate ? <SendForm it={it} saying={saying} /> : null}
                </section>
              ) : null}
              {it.status === "sent" && !records ? <p className="note">{t("filings.waits")}</p> : null}
              {records ? (
                <section className="well stack" aria-labelledby="answer">
                  <h2 id="answer">{t("filings.answer.title")}</h2>
                  {search.answer === "no" ? (
                    <>
                      <RefusedForm it={it} saying={saying} />
                      <p>
                        <Link href={`/filings/${it.id}`}>{t("filings.answer.granted")}</Link>
                      </p>
                    </>
                  ) : (
                    <>
                      <GrantForm it={it} rows={rowsAsked(search.rows)} saying={saying} />
                      <p>
                        <Link href={`/filings/${it.id}?answer=no`}>{t("filings.answer.refused")}</Link>
                      </p>
                    </>
                  )}
                </section>
              ) : null}
            </div>
          ) : null}
        </div>
      </>
    );
  },
);
