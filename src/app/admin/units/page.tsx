import { portalPage } from "@/app/portal-page";
import { AdminTabs } from "@/features/people/admin-tabs";
import { getUnitTree } from "@/features/people/unit-queries";
import { UnitTree } from "@/features/people/unit-tree";
import { FetchList } from "@/features/reports/fetch-list";
import { ButtonLink } from "@/ui/button";
import { Link } from "@/ui/link";

export default portalPage(
  { see: "administration", title: (t) => t("administration.units.title"), dense: true },
  async ({ actor, t, locale, today, search }) => {
    const withEnded = search.ended === "1";
    const rows = await getUnitTree(actor, today, withEnded);
    const top = rows.find((row) => row.depth === 0);
    const open = rows.filter((row) => row.depth > 0 && (row.until === null || row.until >= today)).length;
    return (
      <>
        <AdminTabs current="units" t={t} />
        <header className="stack">
          <h1 className="sentence">
            {t("administration.units.sentence", { count: open, top: top?.name ?? "" })}
          </h1>
          <p className="row">
            <ButtonLink href="/admin/units/new">{t("administration.units.add")}</ButtonLink>
            <Link href={withEnded ? "/admin/units" : "/admin/units?ended=1"}>
              {t(withEnded ? "administration.units.hideEnded" : "administration.units.showEnded")}
            </Link>
          </p>
        </header>
        <UnitTree rows={rows} saying={{ t, locale, today }} />
        <FetchList list="units" search={search} actor={actor} t={t} />
      </>
    );
  },
);
