const QUOTE = '"';

/**
 * The lines of a COPY as CSV with CRLF ends, those within quotes left as they are, and how many rows passed. Chunks go
 * through as they come; what is remembered between two is only whether a quote is open.
 */
export async function* crlfLines(
  chunks: AsyncIterable<Buffer>,
  onRows: (rows: number) => void,
): AsyncGenerator<Buffer> {
  let isQuoted = false;
  for await (const chunk of chunks) {
    // One byte is one character, so nothing is decoded: UTF-8 has no byte of ASCII within a letter.
    const text = chunk.toString("latin1");
    const parts = isQuoted || chunk.includes(QUOTE) ? text.split(QUOTE) : [text];
    const ended = parts.map((part, nth) =>
      isQuoted === (nth % 2 === 0) ? part : part.replaceAll("\n", "\r\n"),
    );
    if (parts.length % 2 === 0) isQuoted = !isQuoted;
    const out = ended.join(QUOTE);
    onRows(out.length - text.length);
    yield Buffer.from(out, "latin1");
  }
}
