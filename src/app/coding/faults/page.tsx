import { portalPage } from "@/app/portal-page";
import { whyNotSee } from "@/domain/access";
import { FaultList } from "@/features/codings/fault-list";
import { getCodingFaults } from "@/features/codings/fault-queries";
import { FetchList } from "@/features/reports/fetch-list";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default portalPage(
  { see: "codingFaults", title: (t) => t("codings.faults.title"), dense: true },
  async ({ actor, t, locale, today, search }) => {
    const after = search.after && UUID.test(search.after) ? search.after : null;
    const page = await getCodingFaults(actor, after, today);
    const count = page.rows.length;
    const whole = after === null && (page.next === null || count > 0);
    return (
      <>
        <header className="stack">
          <h1 className="sentence">
            {whole
              ? t("codings.faults.sentence", { count, more: page.next ? "yes" : "no" })
              : t("codings.faults.onPage", { count })}
          </h1>
          <p className="soft">
            {t(page.segments.length > 0 ? "codings.faults.text" : "codings.faults.noSegments")}{" "}
            {whyNotSee(actor, "codings") ? null : (
              <Link href="/coding">{t("codings.faults.toSegments")}</Link>
            )}
          </p>
        </header>
        {count > 0 ? (
          <FaultList page={page} after={after} saying={{ t, locale, today }} />
        ) : page.next ? null : (
          <p>{t("codings.faults.none")}</p>
        )}
        <Pager
          label={t("codings.faults.pager")}
          previous={after ? { href: "/coding/faults", label: t("codings.faults.first") } : undefined}
          next={
            page.next
              ? { href: `/coding/faults?after=${page.next}`, label: t("codings.faults.next") }
              : undefined
          }
        />
        <FetchList list="codingFaults" search={{}} actor={actor} t={t} />
      </>
    );
  },
);
