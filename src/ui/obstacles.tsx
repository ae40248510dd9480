import type { ReactNode } from "react";

export type Obstacle = {
  tone: "stop" | "warn" | "done" | "open";
  /** The rule in its own words. */
  text: ReactNode;
  /** With whom to ask, or what to do. */
  ask?: ReactNode;
};

/** Why a button is not there, or what is already in order. A heading above says which. */
export function Obstacles({ items }: { items: Obstacle[] }) {
  return (
    <ul className="obstacles">
      {items.map((item, nth) => (
        <li key={String(nth)} data-tone={item.tone}>
          <span>{item.tone === "done" ? item.text : <b>{item.text}</b>}</span>
          {item.ask ? <span className="soft">{item.ask}</span> : null}
        </li>
      ))}
    </ul>
  );
}
