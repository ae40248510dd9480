"use client";

import { PlainPage } from "@/ui/plain-page";
import { brokenWords } from "./broken-words";
import "./globals.css";

/** A fault in the frame of all pages itself; it brings its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const { product, title, text, again, code } = brokenWords(error);
  return (
    <html lang="sv">
      <body>
        <PlainPage product={product} title={title} text={text}>
          {code ? <p className="note">{code}</p> : null}
          <p>
            <a href="/">{again}</a>
          </p>
        </PlainPage>
      </body>
    </html>
  );
}
