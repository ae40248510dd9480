import type { ReactNode } from "react";
import { isMessageKey, type T, translator } from "@/messages/translator";
import { ownPath } from "@/server/auth";
import { databaseFault } from "@/server/database-fault";
import { type DemoEmployer, demoEmployers } from "@/server/demo-sign-in";
import { environment } from "@/server/env";
import { localeOfRequest } from "@/server/session";
import { SubmitButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { HiddenField } from "@/ui/fields";
import { Link } from "@/ui/link";
import { PlainPage } from "@/ui/plain-page";
import { Section } from "@/ui/section";
import { Toast } from "@/ui/toast";
import { visitorIfAny } from "../open-page";
import { footerLinks } from "../portal-frame";
import { chooseLocaleSignedOut } from "./actions";
import { DemoPeople } from "./demo-people";

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Stands on its own: it must be there while the database or the identity provider is not, and without JavaScript. */
export default async function SignInPage({ searchParams }: { searchParams: Asked }): Promise<ReactNode> {
  const { error, said, to, callbackUrl } = await searchParams;
  const locale = await localeOfRequest();
  const t = translator(locale);
  const back = ownPath(first(to) ?? pathOf(first(callbackUrl)));
  const { oidc } = environment();
  const found = await demoPeople();
  const refused = first(error) ?? (found === "away" ? "away" : undefined);
  const demo = found === "away" ? [] : found;
  return (
    <>
      <title>{t("app.pageTitle", { title: t("signIn.title") })}</title>
      <PlainPage
        product={t("app.product")}
        title={t("signIn.sentence")}
        text={t("signIn.intro")}
        footer={footerLinks(t)}
      >
        {refused ? <Refused t={t} error={refused} /> : null}
        {first(said) === "signedOut" ? <Toast text={t("signIn.signedOut")} /> : null}
        <AlreadyIn t={t} />
        <form action={chooseLocaleSignedOut}>
          <HiddenField name="locale" value={locale === "sv" ? "en" : "sv"} />
          <HiddenField name="to" value={back} />
          <SubmitButton tone="small">
            <span lang={locale === "sv" ? "en" : "sv"}>{t("signIn.otherLocale")}</span>
          </SubmitButton>
        </form>
        {oidc ? (
          <form action="/api/auth/signin/oidc" method="post" className="stack-s">
            <HiddenField name="to" value={back} />
            <SubmitButton tone="main">
              {oidc.name ?? t("signIn.button", { host: new URL(oidc.issuer).host })}
            </SubmitButton>
            <p className="note">{t("signIn.staffText")}</p>
          </form>
        ) : null}
        {demo.length > 0 ? (
          <Section id="demo" finding={t("signIn.demoHeading")}>
            <p className="soft">{t("signIn.demoText")}</p>
            <p className="row">
              {demo.map((employer) => (
                <a key={employer.employerId} href={`#${employer.employerId}`}>
                  {employer.name}
                </a>
              ))}
            </p>
            {demo.map((employer) => (
              <DemoPeople key={employer.employerId} employer={employer} back={back} t={t} />
            ))}
          </Section>
        ) : null}
        {oidc || demo.length > 0 || found === "away" ? null : (
          <Callout tone="warn" title={t("signIn.nobodyHeading")}>
            <p>{t("signIn.nobodyText")}</p>
          </Callout>
        )}
      </PlainPage>
    </>
  );
}

/** next-auth's own words for what went wrong on the way. */
const FROM_NEXT_AUTH: Record<string, string> = { OAuthSignin: "providerAway", AccessDenied: "unknownPerson" };

function Refused({ t, error }: { t: T; error: string }) {
  const key = `signIn.errors.${FROM_NEXT_AUTH[error] ?? error}`;
  return (
    <div role="alert">
      <Callout tone="stop" title={t("signIn.errorTitle")}>
        <p>{t(isMessageKey(key) ? key : "signIn.errors.interrupted")}</p>
      </Callout>
    </div>
  );
}

async function AlreadyIn({ t }: { t: T }) {
  const who = await visitorIfAny();
  if (!who) return null;
  return (
    <p>
      {t("signIn.already", { person: who.person.name })} <Link href="/">{t("signIn.alreadyHome")}</Link>
    </p>
  );
}

async function demoPeople(): Promise<DemoEmployer[] | "away"> {
  try {
    return await demoEmployers(new Date());
  } catch (fault) {
    if (databaseFault(fault)?.kind === "away") return "away";
    throw fault;
  }
}

/** The path of an address of ours; next-auth hands on whole addresses. */
function pathOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return address;
  const url = new URL(address);
  return url.origin === environment().origin ? url.pathname + url.search : undefined;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
