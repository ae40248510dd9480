"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Who one is and in which role, with what can be switched. A details element, so that it opens without script. */
export function RoleMenu({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = () => {
      if (menu.current) menu.current.open = false;
    };
    const onClick = (event: MouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      // Also after a link in it: the page changes round an open menu otherwise.
      if (!menu.current?.contains(target) || target.closest("a")) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      if (menu.current.contains(document.activeElement)) menu.current.querySelector("summary")?.focus();
      close();
    };
    const details = menu.current;
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    details?.addEventListener("submit", close);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
      details?.removeEventListener("submit", close);
    };
  }, []);

  return (
    <details className="role-switch" ref={menu}>
      <summary>{summary}</summary>
      <div className="menu">{children}</div>
    </details>
  );
}
