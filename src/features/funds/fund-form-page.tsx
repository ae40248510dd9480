import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import type { Saying } from "./fund-words";

/** The head of a page with one of a fund's forms: the way back, and what it is about in a sentence. */
export function FundFormPage({
  fund,
  title,
  sentence,
  saying,
  children,
}: {
  fund: { id: string; name: string };
  title: string;
  sentence: string;
  saying: Saying;
  children: ReactNode;
}) {
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          <Link href="/funds">{saying.t("funds.title")}</Link> /{" "}
          <Link href={`/funds/${fund.id}`}>{fund.name}</Link> / {title}
        </p>
        <h1 className="sentence">{sentence}</h1>
      </header>
      {children}
    </>
  );
}
