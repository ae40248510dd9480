export type TrackerStep = {
  name: string;
  when?: string;
  state: "done" | "current" | "ahead";
};

/** The way of a case: tied where it has been, in hand where it is, loose ahead. */
export function Tracker({
  steps,
  label,
  across,
  stateWords,
}: {
  steps: TrackerStep[];
  label: string;
  /** Lies down where the page is wide enough. */
  across?: boolean;
  /** Unseen words after each step, for those who hear the thread. */
  stateWords?: Partial<Record<TrackerStep["state"], string>>;
}) {
  return (
    <ol className={across ? "tracker tracker-across" : "tracker"} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.name}
          data-state={step.state}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span className="step">
            {step.name}
            {stateWords?.[step.state] ? <span className="unseen">, {stateWords[step.state]}</span> : null}
          </span>{" "}
          {step.when ? <span className="when">{step.when}</span> : null}
        </li>
      ))}
    </ol>
  );
}
