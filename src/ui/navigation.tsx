"use client";

import type { MouseEvent } from "react";
import { Link } from "./link";

export type NavItem = { href: string; label: string; current?: boolean; count?: number };

/** The left navigation. On a phone a popover, opened without script; closed by script, since the page does not reload. */
export function SideNav({ id, label, groups }: { id: string; label: string; groups: NavItem[][] }) {
  return (
    <nav className="nav no-print" id={id} popover="auto" aria-label={label}>
      <ul>
        {groups.flatMap((group, nth) =>
          group.map((item, first) => (
            <li key={item.href} className={nth > 0 && first === 0 ? "group" : undefined}>
              <Link href={item.href} aria-current={item.current ? "page" : undefined} onClick={closePopover}>
                {item.label} {item.count ? <span className="n">{item.count}</span> : null}
              </Link>
            </li>
          )),
        )}
      </ul>
    </nav>
  );
}

/** The navigation along the top edge, for few places. */
export function TopNav({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav className="nav-top no-print" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function closePopover(event: MouseEvent<HTMLAnchorElement>) {
  const popover = event.currentTarget.closest<HTMLElement>("[popover]");
  if (popover?.matches(":popover-open")) popover.hidePopover();
}
