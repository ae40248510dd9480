/** The mark: three strands that run into one knot. With `thread` it hangs down into the navigation. */
export function Mark({ thread }: { thread?: boolean }) {
  return (
    <svg className="mark" viewBox="0 0 28 60" aria-hidden="true">
      <path d="M-20 16c18 0 20 14 34 14M-20 30h34M-20 44c18 0 20-14 34-14" />
      {thread ? <path className="on" d="M14 30v30" /> : null}
      <circle className="knot" cx="14" cy="30" r="4.5" />
    </svg>
  );
}
