import { Link } from "./link";

/** Saved selections to switch between. */
export function Chips({
  label,
  chips,
}: {
  label: string;
  chips: { href: string; label: string; current?: boolean }[];
}) {
  return (
    <ul className="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.href}>
          <Link className="chip" href={chip.href} aria-current={chip.current ? "true" : undefined}>
            {chip.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
