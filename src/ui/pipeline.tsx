import type { ReactNode } from "react";
import { Link } from "./link";

export type PipelineStep = {
  name: string;
  href: string;
  note?: string;
  amount: string;
  /** Of the largest step, 0 to 1: the bar. */
  share: number;
  count: string;
  days: string;
  /** Longer here than it should be. */
  slow?: boolean;
};

export type PipelineHalf = {
  heading: ReactNode;
  /** After the decision the thread is tied. */
  tied: boolean;
  steps: PipelineStep[];
};

/** Where the money lies between idea and payment: loose until the decision ties it. */
export function Pipeline({ halves }: { halves: PipelineHalf[] }) {
  return (
    <div className="flow-halves">
      {halves.map((half) => (
        <div key={String(half.tied)}>
          <h3>{half.heading}</h3>
          <ol className="flow">
            {half.steps.map((step) => (
              <Step key={step.href} step={step} tied={half.tied} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function Step({ step, tied }: { step: PipelineStep; tied: boolean }) {
  const share = Math.min(Math.max(step.share, 0), 1);
  return (
    <li data-tied={tied ? "yes" : "no"}>
      <span>
        <Link className="name" href={step.href}>
          {step.name}
        </Link>{" "}
        {step.note ? <span className="note">{step.note}</span> : null}
      </span>
      <span className="amount money">{step.amount}</span>
      <svg className="flow-bar" width="100%" height="6" aria-hidden="true">
        <rect width={`${Math.round(share * 100)}%`} height="6" rx="1" />
      </svg>
      <span className="soft">{step.count}</span>
      <span
        className={step.slow ? "days days-slow shape" : "days"}
        data-tone={step.slow ? "warn" : undefined}
      >
        {step.days}
      </span>
    </li>
  );
}
