import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { type SEES, whyNotSee } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { NOT_FOUND, type Reason, Refusal, refuseIf } from "@/domain/reason";
import type { Locale } from "@/messages/messages";
import { isMessageKey, sentence, type T, translator } from "@/messages/translator";
import { databaseFault } from "@/server/database-fault";
import { reportFault } from "@/server/log";
import { requestPath } from "@/server/request-path";
import { localeOfRequest, type Visitor, visitor } from "@/server/session";
import { PlainMessage, PlainPage } from "@/ui/plain-page";
import { Toast } from "@/ui/toast";
import { PortalFrame } from "./portal-frame";
import { taskCount } from "./task-count";

export type PageOptions = {
  /** Which screen this is, in domain/access. Without it every role may open the page. */
  see?: keyof typeof SEES;
  title: (t: T) => string;
  /** Dense for experts, airy for who comes once a year; without it the role decides. */
  dense?: boolean;
  /** A column for reading and filling in, not for tables. */
  narrow?: boolean;
};

export type Page = {
  actor: Actor;
  person: Visitor["person"];
  employer: Visitor["employer"];
  visitor: Visitor;
  t: T;
  locale: Locale;
  now: Date;
  today: Day;
  params: Record<string, string>;
  search: Record<string, string | undefined>;
  /** Every value of a name that may stand more than once in the address. */
  every: (name: string) => string[];
};

type Asked = Promise<Record<string, string | string[] | undefined>>;

/**
 * A page of who is signed in: session, sight of the acting role, frame, title, and what was just done (?said=). A
 * Refusal, also "not found", and a database that is away become plain pages here, because what Next draws for them is
 * empty without JavaScript. Queries still authorise themselves: this only decides what is drawn.
 */
export function portalPage(options: PageOptions, render: (page: Page) => Promise<ReactNode>) {
  return async function PortalPage(asked: { params: Asked; searchParams: Asked }): Promise<ReactNode> {
    const params = firstOfEach(await asked.params);
    const searched = await asked.searchParams;
    const search = firstOfEach(searched);
    const every = (name: string) => [searched[name] ?? []].flat();
    const path = await requestPath();
    let who: Visitor | null;
    try {
      who = await visitor();
    } catch (fault) {
      if (databaseFault(fault)?.kind !== "away") throw fault;
      return <DatabaseAway path={path} />;
    }
    if (!who) redirect(path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`);

    const { locale } = who;
    const t = translator(locale);
    const now = new Date();
    // Counted while the page is read; what goes wrong there is met where the count is awaited.
    const tasks = taskCount(who, now);
    tasks.catch(() => undefined);
    const drawn = await draw(options, who, { t, now, params, search, every }, render);
    if (drawn === "away") return <DatabaseAway path={path} />;
    const title = drawn.title ?? options.title(t);
    const said = saidBy(t, search.said);
    const page = (
      <PortalFrame
        visitor={who}
        path={path}
        now={now}
        title={title}
        query={search.q}
        tasks={tasks}
        dense={options.dense}
        narrow={options.narrow}
      >
        <title>{t("app.pageTitle", { title })}</title>
        {said ? <Toast text={said} /> : null}
        {drawn.content}
      </PortalFrame>
    );
    // The root layout knows only the browser's cookie; the person's own choice may be another.
    return locale === (await localeOfRequest()) ? page : <div lang={locale}>{page}</div>;
  };
}

type Known = Pick<Page, "t" | "now" | "search" | "every"> & { params: Record<string, string | undefined> };

/** The page's content, or in its place the plain page that says why there is none, with that page's own title. */
async function draw(
  { see }: PageOptions,
  visitor: Visitor,
  { t, now, search, every, params }: Known,
  render: (page: Page) => Promise<ReactNode>,
): Promise<{ content: ReactNode; title?: string } | "away"> {
  const { actor, person, employer, locale } = visitor;
  try {
    refuseIf(see ? whyNotSee(actor, see) : null);
    if (!hasReadableIds(params)) throw new Refusal(NOT_FOUND);
    const today = dayOf(now);
    const known = { actor, person, employer, visitor, t, locale, now, today, search, every };
    return { content: await render({ ...known, params: params as Record<string, string> }) };
  } catch (fault) {
    // Redirects and the like are Next's own way of leaving.
    unstable_rethrow(fault);
    if (databaseFault(fault)?.kind === "away") return "away";
    if (fault instanceof Refusal) return refusedPage(t, fault.reason);
    return brokenPage(t, fault);
  }
}

function refusedPage(t: T, reason: Reason) {
  const title = t(reason.key === NOT_FOUND.key ? "app.notFound.title" : "app.refused.title");
  const links = [
    { href: "/", label: t("app.refused.home") },
    { href: "/me", label: t("app.menu.roles") },
  ];
  return { title, content: <PlainMessage title={title} text={sentence(t, reason)} links={links} /> };
}

/** A fault of ours, said here and not by Next's error page, which is empty without JavaScript. */
function brokenPage(t: T, fault: unknown) {
  const code = reportFault(fault);
  const title = t("app.broken.title");
  const links = [{ href: "/", label: t("app.refused.home") }];
  const content = (
    <PlainMessage title={title} text={t("app.broken.text")} links={links}>
      <p className="note">{t("app.broken.code", { code })}</p>
    </PlainMessage>
  );
  return { title, content };
}

/** Drawn without session and without database: the way back is a link that asks again. */
async function DatabaseAway({ path }: { path: string }) {
  const t = translator(await localeOfRequest());
  return (
    <>
      <title>{t("app.pageTitle", { title: t("app.away.title") })}</title>
      <PlainPage
        product={t("app.product")}
        title={t("app.away.title")}
        text={t("app.away.text")}
        links={[{ href: path, label: t("app.away.again") }]}
      />
    </>
  );
}

/** The sentence of ?said=, if we have one by that name: nobody else's words get onto our page. */
function saidBy(t: T, said: string | undefined): string | null {
  const key = `app.said.${said}`;
  return said && /^[a-zA-Z]+$/.test(said) && isMessageKey(key) ? t(key) : null;
}

/** Ids in the address that the database could not even read are simply not found. */
function hasReadableIds(params: Record<string, string | undefined>): boolean {
  return Object.entries(params).every(
    ([name, value]) =>
      !/(^i|I)d$/.test(name) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value ?? ""),
  );
}

/** A name that stands twice in the address counts once. */
function firstOfEach(
  asked: Record<string, string | string[] | undefined>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
