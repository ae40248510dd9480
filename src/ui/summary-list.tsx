import type { ReactNode } from "react";
import { Link } from "./link";

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** `about` is unseen and completes the link: "Ändra" + " behov". */
  action?: { href: string; label: string; about: string };
};

/** What holds, one line each. Also "check your answers". */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.action ? (
            <dd className="do">
              <Link href={row.action.href}>
                {row.action.label}
                <span className="unseen"> {row.action.about}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
