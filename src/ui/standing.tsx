import type { ReactNode } from "react";

export type StandingCell = {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** Who has the ball speaks loudest; `fact` is a plain strong line; without it the value is a Status. */
  weight?: "ball" | "fact";
};

/** Who has the ball, beside how it stands with us and with the national fund. */
export function Standing({ cells }: { cells: StandingCell[] }) {
  return (
    <dl className="standing">
      {cells.map((cell) => (
        <div key={cell.label}>
          <dt>{cell.label}</dt>
          <dd className={cell.weight === "ball" ? "ball" : cell.weight && "is"}>{cell.value}</dd>
          {cell.note ? <dd className="note">{cell.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
