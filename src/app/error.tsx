"use client";

import { usePathname } from "next/navigation";
import { PlainPage } from "@/ui/plain-page";
import { brokenWords } from "./broken-words";

/** A fault of ours. The code finds it in the server's log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const { product, title, text, again, code } = brokenWords(error);
  return (
    <PlainPage product={product} title={title} text={text}>
      <title>{title}</title>
      {code ? <p className="note">{code}</p> : null}
      <p>
        {/* A plain link: a new request, not the page that is broken in the browser. */}
        <a href={usePathname()}>{again}</a>
      </p>
    </PlainPage>
  );
}
