import type { ReactNode } from "react";
import { dayOf } from "@/domain/day";
import { type T, translator } from "@/messages/translator";
import type { Visitor } from "@/server/session";
import { Frame } from "@/ui/frame";
import { navOf } from "./portal-nav";
import { actingAs, RoleMenuContent } from "./role-menu-content";
import { taskCount } from "./task-count";

/** What can be read by everybody, at the foot of every page. */
export function footerLinks(t: T): { href: string; label: string }[] {
  return [
    { href: "/how-the-money-is-used", label: t("app.footer.money") },
    { href: "/help", label: t("app.footer.help") },
    { href: "/accessibility", label: t("app.footer.accessibility") },
    { href: "/personal-data", label: t("app.footer.personalData") },
  ];
}

/** What stands round every page of who is signed in: whose portal, where to go, who one is and in which role. */
export async function PortalFrame({
  visitor,
  path,
  now,
  title,
  query,
  tasks,
  dense,
  narrow,
  children,
}: {
  visitor: Visitor;
  path: string;
  now: Date;
  title: string;
  query?: string | undefined;
  /** The count of what waits, when it was asked for already. */
  tasks?: Promise<string>;
  dense?: boolean | undefined;
  narrow?: boolean | undefined;
  children: ReactNode;
}) {
  const { employer, person, locale } = visitor;
  const t = translator(locale);
  return (
    <>
      {employer.brandHue === null ? null : (
        <link rel="stylesheet" href={`/brand/${employer.brandHue}`} precedence="brand" />
      )}
      <Frame
        variant={visitor.actor.role === "employee" ? "top" : "side"}
        words={{
          product: t("app.product"),
          skip: t("app.frame.skip"),
          search: t("app.frame.search"),
          tasks: t("app.frame.tasks"),
          tasksShort: t("app.frame.tasksShort"),
          menu: t("app.frame.menu"),
          mainNav: t("app.frame.mainNav"),
        }}
        employer={employer.name}
        query={query}
        tasks={{ href: "/tasks", count: await (tasks ?? taskCount(visitor, now)) }}
        person={person.name}
        role={actingAs(visitor, t)}
        roleMenu={<RoleMenuContent visitor={visitor} path={path} t={t} />}
        nav={navOf(visitor, path, t)}
        footer={footerLinks(t)}
        printLine={t("app.frame.printed", {
          employer: employer.name,
          title,
          day: dayOf(now),
          person: person.name,
        })}
        dense={dense}
        narrow={narrow}
      >
        {children}
      </Frame>
    </>
  );
}
