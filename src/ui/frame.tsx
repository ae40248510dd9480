import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";
import { type NavItem, SideNav, TopNav } from "./navigation";
import { HomeLink } from "./plain-page";
import { RoleMenu } from "./role-menu";

export type FrameWords = {
  product: string;
  skip: string;
  search: string;
  tasks: string;
  /** For a phone: "Uppgifter". */
  tasksShort: string;
  menu: string;
  /** Names the navigation. */
  mainNav: string;
};

/**
 * What stands round every page of who is signed in. `side` is dense, for those who work here;
 * `top` is airy, for those who come once a year.
 */
export function Frame({
  variant,
  words,
  employer,
  homeHref = "/",
  searchHref = "/search",
  query,
  tasks,
  person,
  role,
  roleMenu,
  nav,
  footer,
  printLine,
  dense,
  narrow,
  children,
}: {
  variant: "side" | "top";
  words: FrameWords;
  employer: string;
  homeHref?: string;
  searchHref?: string;
  /** What was searched for, on the result page. */
  query?: string;
  /** "7", or "27+" when that is as far as it was counted. */
  tasks: { href: string; count: string };
  person: string;
  role: string;
  /** A note, forms with SubmitButton tone="menu", and links. */
  roleMenu: ReactNode;
  /** Groups with some air between them. The top navigation shows them as one line. */
  nav: NavItem[][];
  footer: { href: string; label: string }[];
  /** Only on paper: employer, case, register number, day, who printed it. */
  printLine?: string;
  /** Without it the side navigation's pages are dense. */
  dense?: boolean;
  narrow?: boolean;
  children: ReactNode;
}) {
  const side = variant === "side";
  return (
    <div className="shell" data-density={(dense ?? side) ? "dense" : undefined}>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="topbar no-print">
        <HomeLink href={homeHref} employer={employer} product={words.product} thread />
        <search className="search">
          <form action={searchHref} method="get">
            <Icon name="search" />
            <label className="unseen" htmlFor="search">
              {words.search}
            </label>
            <input
              id="search"
              type="search"
              name="q"
              placeholder={words.search}
              defaultValue={query}
              autoComplete="off"
            />
          </form>
        </search>
        <Link className="my-tasks" href={tasks.href}>
          <span className="long">{words.tasks}</span>
          <span className="short">{words.tasksShort}</span> <span className="count">{tasks.count}</span>
        </Link>
        <RoleMenu
          summary={
            <>
              <span className="who">{person}</span> {role}
              <Icon name="down" />
            </>
          }
        >
          {roleMenu}
        </RoleMenu>
        {side ? (
          <button type="button" className="menu-button" popoverTarget="main-nav">
            <Icon name="menu" />
            {words.menu}
          </button>
        ) : null}
      </header>
      {side ? null : <TopNav label={words.mainNav} items={nav.flat()} />}
      <div className={side ? "frame" : "frame frame-plain"}>
        {side ? <SideNav id="main-nav" label={words.mainNav} groups={nav} /> : null}
        <main className={narrow ? "page page-narrow" : "page"} id="content" tabIndex={-1}>
          {printLine ? <p className="print-only note">{printLine}</p> : null}
          {children}
        </main>
      </div>
      <footer className="footer">
        {footer.map((link) => (
          <Link key={link.href} href={link.href}>
            {link.label}
          </Link>
        ))}
      </footer>
    </div>
  );
}
