import { Link } from "./link";

/** What was just done, at the top of the page one lands on. It stays: nothing disappears while one reads. */
export function Toast({ text, link }: { text: string; link?: { href: string; label: string } }) {
  return (
    <div className="toast" role="status">
      <span className="shape" data-tone="done">
        {text}
      </span>{" "}
      {link ? <Link href={link.href}>{link.label}</Link> : null}
    </div>
  );
}
