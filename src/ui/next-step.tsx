import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import { Icon } from "./icon";

/** The one thing to do here. One per page. */
export function NextStep({
  id = "next",
  title,
  children,
  link,
  action,
}: {
  id?: string;
  title: string;
  children: ReactNode;
  link?: { href: string; label: string };
  /** A form instead of a link, when the step changes something at once. */
  action?: ReactNode;
}) {
  return (
    <section className="next" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="stack-s">{children}</div>
      {link ? (
        <p>
          <ButtonLink tone="main" href={link.href}>
            {link.label}
            <Icon name="right" />
          </ButtonLink>
        </p>
      ) : null}
      {action}
    </section>
  );
}
