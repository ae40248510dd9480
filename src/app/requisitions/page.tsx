import { portalPage } from "@/app/portal-page";
import { daysBetween } from "@/domain/day";
import { sum } from "@/domain/money";
import { FetchList } from "@/features/reports/fetch-list";
import { ClaimTable, ReadyTable } from "@/features/requisitions/claim-tables";
import {
  CLAIM_SHOWS,
  type ClaimFilters,
  claimsWaiting,
  listClaims,
  readClaimFilters,
  readyToRequisition,
} from "@/features/requisitions/list-queries";
import { roundMoney } from "@/messages/format";
import { Chips } from "@/ui/chips";
import { Empty } from "@/ui/empty";
import { Pager } from "@/ui/pager";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "requisitions", title: (t) => t("requisitions.title"), dense: true },
  async ({ actor, employer, t, locale, today, search }) => {
    const filters = readClaimFilters(search);
    const ready = await readyToRequisition(actor, today);
    const { rows, next } = await listClaims(actor, filters);
    const sent = (await claimsWaiting(actor)).filter((claim) => claim.status === "sent");
    const saying = { t, locale, today, scheme: employer.scheme };
    const longest = Math.max(0, ...sent.map((claim) => daysBetween(claim.since, today)));
    return (
      <>
        <header className="stack">
          <h1 className="sentence">
            {t("requisitions.list.sentence", {
              scheme: employer.scheme,
              ready: ready.rows.length,
              more: ready.more ? "yes" : "no",
              amount: roundMoney(sum(ready.rows.map((row) => row.amount)), locale),
              sent: sent.length,
              days: longest,
            })}
          </h1>
        </header>
        <Section id="ready" finding={t("requisitions.ready.finding", { count: ready.rows.length })}>
          {ready.rows.length === 0 ? (
            <p className="soft">{t("requisitions.ready.none")}</p>
          ) : (
            <ReadyTable rows={ready.rows} saying={saying} />
          )}
          {ready.more ? <p className="note">{t("requisitions.ready.more")}</p> : null}
          <FetchList list="ready" search={{}} actor={actor} t={t} />
        </Section>
        <Section id="claims" finding={t("requisitions.list.finding")}>
          <Chips
            label={t("requisitions.list.chips")}
            chips={[
              {
                href: "/requisitions",
                label: t("requisitions.list.open"),
                current: !filters.show && !filters.status,
              },
              ...CLAIM_SHOWS.map((show) => ({
                href: hrefOf({ ...filters, show, status: null, after: null }),
                label: t(`requisitions.list.show.${show}`),
                current: filters.show === show,
              })),
            ]}
          />
          {rows.length === 0 ? (
            <Empty title={t("requisitions.list.none")}>
              <p>{t("requisitions.list.noneText")}</p>
            </Empty>
          ) : (
            <ClaimTable rows={rows} saying={saying} />
          )}
          <Pager
            label={t("requisitions.list.pages")}
            {...(filters.after
              ? {
                  previous: {
                    href: hrefOf({ ...filters, after: null }),
                    label: t("requisitions.list.first"),
                  },
                }
              : {})}
            {...(next ? { next: { href: hrefOf(filters, next), label: t("requisitions.list.next") } } : {})}
          />
          <FetchList list="requisitions" search={search} actor={actor} t={t} />
        </Section>
      </>
    );
  },
);

function hrefOf({ show, status, sort }: ClaimFilters, next?: string): string {
  const query = new URLSearchParams();
  if (show) query.set("show", show);
  if (status) query.set("status", status);
  if (sort !== "oldest") query.set("sort", sort);
  if (next) query.set("after", next);
  return query.size > 0 ? `/requisitions?${query}` : "/requisitions";
}
