/** Inside a Form with a DraftSaver: which form this is, what it is about, and the revision it was opened on. */
export function DraftMark({
  form,
  subject,
  revision,
}: {
  form: string;
  /** The id of what is changed, or "new". */
  subject: string;
  revision?: number;
}) {
  return (
    <>
      <input type="hidden" name="_form" value={form} />
      <input type="hidden" name="_subject" value={subject} />
      {revision === undefined ? null : <input type="hidden" name="_base" value={revision} />}
    </>
  );
}
