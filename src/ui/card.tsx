import type { ReactNode } from "react";

/** Something one can act on, apart from the text round it. Not a box for its own sake. */
export function Card({
  id,
  title,
  level = 3,
  children,
}: {
  id: string;
  title: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="card" aria-labelledby={id}>
      <Heading id={id} className="h-s">
        {title}
      </Heading>
      {children}
    </article>
  );
}
