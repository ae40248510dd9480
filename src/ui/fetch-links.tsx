import { FetchProgress } from "./fetch-progress";

export type FetchLink = { href: string; label: string; about: string };

/**
 * Links to one table's files. Plain downloads (without the attribute of that name: a refusal is a page to be read); where a file can be large, a line tells how far it has come while the
 * browser saves it.
 */
export function FetchLinks({
  label,
  name,
  links,
  progress,
}: {
  label: string;
  /** The label in full, "Hämta Idéer": a page may have several. */
  name: string;
  links: readonly FetchLink[];
  /** Where the line is asked for, and what it says before the first answer. */
  progress?: { address: string; start: string };
}) {
  const row = (
    <nav className="row small no-print" aria-label={name}>
      <span aria-hidden="true">{label}</span>
      {links.map(({ href, label: text, about }) => (
        <a key={href} className="button button-small" href={href} aria-label={about}>
          {text}
        </a>
      ))}
    </nav>
  );
  if (!progress) return row;
  return (
    <div className="stack-s">
      {row}
      <FetchProgress {...progress} />
    </div>
  );
}
