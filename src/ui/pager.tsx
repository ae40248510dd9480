import { Link } from "./link";

type Turn = { href: string; label: string };

/** Back and on through a list. The addresses hold the key to start from, so there are no page numbers. */
export function Pager({ label, previous, next }: { label: string; previous?: Turn; next?: Turn }) {
  if (!previous && !next) return null;
  return (
    <nav className="row no-print" aria-label={label}>
      {previous ? (
        <Link className="button" href={previous.href} rel="prev">
          {previous.label}
        </Link>
      ) : null}
      {next ? (
        <Link className="button" href={next.href} rel="next">
          {next.label}
        </Link>
      ) : null}
    </nav>
  );
}
