import type { ReactNode } from "react";
import { Link } from "./link";
import { Mark } from "./mark";

type Message = {
  /** One sentence: what happened, or what this is. */
  title: string;
  text?: ReactNode;
  links?: { href: string; label: string }[];
  children?: ReactNode;
};

/** A page outside the frame: signing in, not found, not allowed, database away. Needs neither session nor database. */
export function PlainPage({
  employer,
  product,
  homeHref = "/",
  footer,
  ...message
}: Message & {
  employer?: string;
  product: string;
  homeHref?: string;
  footer?: { href: string; label: string }[];
}) {
  return (
    <div className="shell">
      <header className="topbar topbar-plain">
        <HomeLink href={homeHref} employer={employer} product={product} />
      </header>
      <div className="frame frame-plain">
        <main className="page page-plain" id="content">
          <PlainMessage {...message} />
        </main>
      </div>
      {footer ? (
        <footer className="footer">
          {footer.map((link) => (
            <Link key={link.href} href={link.href}>
              {link.label}
            </Link>
          ))}
        </footer>
      ) : null}
    </div>
  );
}

/** The same words inside the frame, for who is signed in. */
export function PlainMessage({ title, text, links, children }: Message) {
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{title}</h1>
        {text ? <div className="soft stack-s">{text}</div> : null}
      </header>
      {children}
      {links?.length ? (
        <p className="row">
          {links.map((link) => (
            <Link key={link.href} href={link.href}>
              {link.label}
            </Link>
          ))}
        </p>
      ) : null}
    </>
  );
}

/** The mark with the employer's name and the product's. */
export function HomeLink({
  href,
  employer,
  product,
  thread,
}: {
  href: string;
  employer?: string;
  product: string;
  thread?: boolean;
}) {
  return (
    <Link className="home-link" href={href}>
      <Mark thread={thread} />
      <span>
        <span className="employer">{employer ?? product}</span>{" "}
        {employer ? <span className="product">{product}</span> : null}
      </span>
    </Link>
  );
}
