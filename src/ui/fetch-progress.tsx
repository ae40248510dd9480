"use client";

import { useEffect, useRef, useState } from "react";

const EVERY = 1_000;

/**
 * Beside links to large files: gives the link that is followed a key of its own, and asks by that key how far the file
 * has come. The browser downloads as it always does.
 */
export function FetchProgress({ address, start }: { address: string; start: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [line, setLine] = useState("");

  useEffect(() => {
    const links = place.current?.parentElement;
    if (!links) return;
    let timer: number | undefined;

    const ask = async (key: string) => {
      try {
        const answer = await fetch(`${address}/${key}`);
        const { line: said, over } = (await answer.json()) as { line: string; over: boolean };
        setLine(said);
        if (over) return;
      } catch {
        // The line is a comfort: the browser itself tells whether the file comes.
      }
      timer = window.setTimeout(ask, EVERY, key);
    };

    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link) return;
      // Not a secret: a key finds only files of the same person's.
      const key = `${Date.now()}${Math.random().toString(36).slice(1)}`;
      const to = new URL(link.href);
      to.searchParams.set("key", key);
      link.href = to.href;
      setLine(start);
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, EVERY, key);
    };

    links.addEventListener("click", follow, true);
    return () => {
      links.removeEventListener("click", follow, true);
      window.clearTimeout(timer);
    };
  }, [address, start]);

  return (
    <p ref={place} className="note" role="status">
      {line}
    </p>
  );
}
