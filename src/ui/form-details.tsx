"use client";

import type { ReactNode } from "react";
import { useFormAnswer } from "./form-context";

/** Inside a Form: its fields folded away under one line. Stands open when something came back, also without script. */
export function FormDetails({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const { typed } = useFormAnswer();
  return (
    <details className="more" open={typed ? true : undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
