import type { ReactNode } from "react";
import { type T, translator } from "@/messages/translator";
import { databaseFault } from "@/server/database-fault";
import { requestPath } from "@/server/request-path";
import { localeOfRequest, type Visitor, visitor } from "@/server/session";
import { PlainPage } from "@/ui/plain-page";
import { footerLinks, PortalFrame } from "./portal-frame";

/** A page that is the same for everybody: in the frame for who is signed in, else by itself, also without a database. */
export function openPage(title: (t: T) => string, sentence: (t: T) => string, render: (t: T) => ReactNode) {
  return async function OpenPage(): Promise<ReactNode> {
    const who = await visitorIfAny();
    const t = translator(who?.locale ?? (await localeOfRequest()));
    const name = <title>{t("app.pageTitle", { title: title(t) })}</title>;
    if (!who)
      return (
        <>
          {name}
          <PlainPage product={t("app.product")} title={sentence(t)} footer={footerLinks(t)}>
            {render(t)}
          </PlainPage>
        </>
      );
    return (
      <PortalFrame
        visitor={who}
        path={await requestPath()}
        now={new Date()}
        title={title(t)}
        dense={false}
        narrow
      >
        {name}
        <h1 className="sentence">{sentence(t)}</h1>
        {render(t)}
      </PortalFrame>
    );
  };
}

/** Who is signed in, as far as can be told: these pages must be readable while the database is away. */
export async function visitorIfAny(): Promise<Visitor | null> {
  try {
    return await visitor();
  } catch (fault) {
    if (databaseFault(fault)?.kind === "away") return null;
    throw fault;
  }
}
