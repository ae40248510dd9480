import type { ReactNode } from "react";

/** Nothing here yet: says what will be here, and how it comes about. */
export function Empty({
  title,
  level = 3,
  children,
}: {
  title: string;
  level?: 2 | 3;
  children?: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading className="h-s">{title}</Heading>
      {children}
    </div>
  );
}
