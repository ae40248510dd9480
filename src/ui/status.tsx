export type StatusTone = "open" | "waiting" | "active" | "done" | "warn" | "stop";

/** A state: tone, shape and words together, so that colour is never alone. */
export function Status({ tone, text, bare }: { tone: StatusTone; text: string; bare?: boolean }) {
  return (
    <span className={bare ? "status status-bare" : "status"} data-tone={tone}>
      {text}
    </span>
  );
}

/** Dashed: what rests on it is not decided. Nothing else has this border. */
export function Proposal({ text }: { text: string }) {
  return <span className="proposal">{text}</span>;
}
