import type { ReactNode } from "react";
import type { StatusTone } from "./status";

/** Something to know while reading on. Without a tone it is plain information. */
export function Callout({
  tone,
  title,
  small,
  proposal,
  children,
}: {
  tone?: StatusTone;
  /** A first line with the tone's shape before it. */
  title?: string;
  small?: boolean;
  /** Dashed: this is not decided. */
  proposal?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={`callout${small ? " small" : ""}${proposal ? " callout-proposal" : ""}`} data-tone={tone}>
      {title ? (
        <p className={tone ? "shape" : undefined}>
          <strong>{title}</strong>
        </p>
      ) : null}
      {children}
    </div>
  );
}
