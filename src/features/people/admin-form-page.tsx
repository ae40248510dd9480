import type { ReactNode } from "react";
import { Link } from "@/ui/link";

/** The head of a page below a list of the administration: the way back, and what it is about in a sentence. */
export function AdminFormPage({
  trail,
  title,
  sentence,
  children,
}: {
  trail: { href: string; label: string }[];
  title: string;
  sentence: string;
  children: ReactNode;
}) {
  return (
    <>
      <header className="stack">
        <p className="eyebrow">
          {trail.map((step) => (
            <span key={step.href}>
              <Link href={step.href}>{step.label}</Link> /{" "}
            </span>
          ))}
          {title}
        </p>
        <h1 className="sentence">{sentence}</h1>
      </header>
      {children}
    </>
  );
}
