import { translator } from "@/messages/translator";
import { localeOfRequest } from "@/server/session";
import { PlainPage } from "@/ui/plain-page";
import { footerLinks } from "./portal-frame";

/** An address that leads nowhere. What exists but is not for the reader is answered by the page itself. */
export default async function NotFound() {
  const t = translator(await localeOfRequest());
  return (
    <>
      <title>{t("app.pageTitle", { title: t("app.notFound.title") })}</title>
      <PlainPage
        product={t("app.product")}
        title={t("app.notFound.title")}
        text={t("app.notFound.text")}
        links={[{ href: "/", label: t("app.refused.home") }]}
        footer={footerLinks(t)}
      />
    </>
  );
}
