import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { History } from "@/features/people/history";
import { ClaimSteps } from "@/features/requisitions/claim-steps";
import { claimSentence, claimStatus, partWords } from "@/features/requisitions/claim-words";
import { EvidenceList } from "@/features/requisitions/evidence-list";
import { getRequisition } from "@/features/requisitions/queries";
import { longDay, money } from "@/messages/format";
import { Callout } from "@/ui/callout";
import { Figures } from "@/ui/figures";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";

export default portalPage(
  { see: "requisitions", title: (t) => t("requisitions.title"), dense: true },
  async ({ actor, employer, t, locale, today, params, search }) => {
    const it = await getRequisition(actor, params.id ?? "", today);
    const { scheme } = employer;
    const saying = { t, locale, today, scheme };
    const prepares = whyNotAct(actor, "requisition.prepare") === null;
    return (
      <>
        <header className="stack">
          <p className="eyebrow">
            <Link href="/requisitions">{t("requisitions.title")}</Link> /{" "}
            <Link href={`/initiatives/${it.part.initiative.id}`}>{it.part.initiative.title}</Link>
          </p>
          <h1>{t("requisitions.heading", { title: it.part.initiative.title })}</h1>
          <p className="sentence sentence-s">{claimSentence(it, saying)}</p>
          <p className="row">
            <Status {...claimStatus(it.status, t)} />
            <span className="note">{partWords(it.part.number, t)}</span>
            <span className="note">{it.part.initiative.unit}</span>
          </p>
          <Figures
            ruled
            items={[
              { label: t("requisitions.figures.granted"), value: money(it.part.amount, locale) },
              { label: t("requisitions.figures.claimed"), value: money(it.amount, locale) },
              {
                label: t("requisitions.figures.paid"),
                value: it.paidAmount === null ? "–" : money(it.paidAmount, locale),
                of: it.paidOn ? longDay(it.paidOn, locale) : undefined,
              },
              { label: t("requisitions.figures.left"), value: money(it.part.committed, locale) },
            ]}
          />
          {it.answer ? (
            <Callout title={t("requisitions.theirWords", { scheme })}>
              <p className="as-written">{it.answer}</p>
            </Callout>
          ) : null}
          {it.cause ? (
            <Callout title={t("requisitions.cause")}>
              <p className="as-written">{it.cause}</p>
            </Callout>
          ) : null}
        </header>
        <div className="columns columns-main-side">
          <EvidenceList it={it} prepares={prepares} saying={saying} />
          <div className="stack-l">
            <ClaimSteps it={it} actor={actor} asked={search.do} saying={saying} />
            <Section id="history" finding={t("events.title")} unruled>
              <History events={it.events} t={t} locale={locale} scheme={scheme} narrow />
            </Section>
          </div>
        </div>
      </>
    );
  },
);
