"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Link } from "./link";

type Tone = "main" | "plain" | "stop" | "small";

/**
 * Sends the form. Never disabled: a disabled button says nothing to who cannot see it.
 * While an answer is on its way a second press does nothing; without JavaScript the receipt sees to that.
 */
export function SubmitButton({
  tone,
  name,
  value,
  current,
  children,
}: {
  tone?: Tone | "menu";
  name?: string;
  value?: string;
  /** In a menu: this is what holds now. */
  current?: boolean;
  children: ReactNode;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={tone === "menu" ? undefined : buttonClass(tone)}
      name={name}
      value={value}
      aria-current={current ? true : undefined}
      aria-disabled={pending ? true : undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}

/** A link that is the next thing to do. What changes something is a SubmitButton, never this. */
export function ButtonLink({ href, tone, children }: { href: string; tone?: Tone; children: ReactNode }) {
  return (
    <Link className={buttonClass(tone)} href={href}>
      {children}
    </Link>
  );
}

function buttonClass(tone?: Tone): string {
  return tone ? `button button-${tone}` : "button";
}
