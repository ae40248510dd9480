import { portalPage } from "@/app/portal-page";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

export default portalPage({ see: "reports", title: (t) => t("reports.title") }, async ({ t }) => (
  <>
    <header className="stack">
      <h1 className="sentence">{t("reports.title")}</h1>
      <p className="soft">{t("reports.lead")}</p>
    </header>
    <Card id="spending" level={2} title={<Link href="/reports/spending">{t("reports.spending.title")}</Link>}>
      <p className="small">{t("reports.spending.description")}</p>
    </Card>
  </>
));
