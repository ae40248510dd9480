import type { ReactNode } from "react";
import { Link } from "./link";

/** What one gets for having sent something: that it arrived, what happens next, where it is found again. */
export function Receipt({
  id = "receipt",
  title,
  text,
  nextTitle,
  next,
  links,
}: {
  id?: string;
  /** "Föranmälan 147 är inskickad". */
  title: string;
  text?: ReactNode;
  nextTitle: string;
  next: ReactNode[];
  links?: { href: string; label: string }[];
}) {
  return (
    <section className="receipt" aria-labelledby={id}>
      <h2 id={id} className="shape" data-tone="done">
        {title}
      </h2>
      {text ? <div>{text}</div> : null}
      <h3>{nextTitle}</h3>
      <ol>
        {next.map((step, nth) => (
          <li key={String(nth)}>{step}</li>
        ))}
      </ol>
      {links?.length ? (
        <p className="row no-print">
          {links.map((link) => (
            <Link key={link.href} href={link.href}>
              {link.label}
            </Link>
          ))}
        </p>
      ) : null}
    </section>
  );
}
