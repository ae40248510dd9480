import { portalPage } from "@/app/portal-page";
import { whyNotAct } from "@/domain/access";
import { whyNotReverseEntry } from "@/domain/fund";
import { refuseIf } from "@/domain/reason";
import { endWords } from "@/features/funds/entries-table";
import { getEntry } from "@/features/funds/entry-queries";
import { FundFormPage } from "@/features/funds/fund-form-page";
import { ReverseForm } from "@/features/funds/fund-forms";
import { reasonWords } from "@/features/funds/fund-words";
import { longDay, money } from "@/messages/format";
import { Obstacles } from "@/ui/obstacles";
import { SummaryList } from "@/ui/summary-list";

export default portalPage(
  { see: "funds", title: (t) => t("funds.reverse.title"), dense: true, narrow: true },
  async ({ actor, employer, t, locale, today, params }) => {
    refuseIf(whyNotAct(actor, "fund.reverse"));
    const { id = "", entryId = "" } = params;
    const entry = await getEntry(actor, id, entryId);
    const saying = { t, locale, today, scheme: employer.scheme };
    const movement = t(`ledger.movements.${entry.movement}`, { scheme: employer.scheme });
    const reason = whyNotReverseEntry(entry);
    return (
      <FundFormPage
        fund={{ id, name: entry.fundName }}
        title={t("funds.reverse.title")}
        sentence={t("funds.reverse.sentence", {
          seq: String(entry.seq),
          amount: money(entry.amount, locale),
          movement,
        })}
        saying={saying}
      >
        <SummaryList
          rows={[
            { label: t("ledger.day"), value: longDay(entry.day, locale) },
            { label: t("ledger.from"), value: endWords(entry.from, saying, entry.fundName) },
            { label: t("ledger.to"), value: endWords(entry.to, saying, entry.fundName) },
            {
              label: t("ledger.by"),
              value: entry.by ? (entry.by.name ?? t("ledger.hidden")) : t("ledger.portal"),
            },
          ]}
        />
        {reason ? (
          <Obstacles items={[{ tone: "stop", text: reasonWords(reason, saying) }]} />
        ) : (
          <>
            <p className="soft">{t("funds.reverse.text")}</p>
            <ReverseForm fundId={id} entryId={entryId} saying={saying} />
          </>
        )}
      </FundFormPage>
    );
  },
);
