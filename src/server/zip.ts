import "server-only";
import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export type ZipPart = { name: string; text: () => Iterable<string> | AsyncIterable<string> };

/** Sizes come after the bytes (3), names are UTF-8 (11). */
const FLAGS = (1 << 3) | (1 << 11);
const DEFLATED = 8;
/** 1 January 1980: a time would say nothing, and the file stays the same for the same content. */
const DATE = (1 << 5) | 1;

/** A zip archive as it is made, part after part, none of them held in memory. For less than 4 GB. */
export async function* zip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, text } of parts) {
    const start = at;
    const title = Buffer.from(name);
    const head = header(
      0x04034b50,
      [20, 2],
      [FLAGS, 2],
      [DEFLATED, 2],
      [0, 2],
      [DATE, 2],
      [0, 4],
      [0, 4],
      [0, 4],
    );
    const local = Buffer.concat([head, sizes([title.length, 2], [0, 2]), title]);
    yield local;
    at += local.length;

    const seen = { crc: 0, size: 0, packed: 0 };
    for await (const chunk of deflated(text(), seen)) {
      seen.packed += chunk.length;
      yield chunk;
    }
    const sums: Field[] = [
      [seen.crc, 4],
      [seen.packed, 4],
      [seen.size, 4],
    ];
    const after = header(0x08074b50, ...sums);
    yield after;
    at += seen.packed + after.length;
    directory.push(
      header(0x02014b50, [20, 2], [20, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2], ...sums, [
        title.length,
        2,
      ]),
      sizes([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [start, 4]),
      title,
    );
  }
  const list = Buffer.concat(directory);
  const count = directory.length / 3;
  yield list;
  yield header(0x06054b50, [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4], [at, 4], [0, 2]);
}

/** The text packed, while its checksum and size are counted. */
function deflated(
  text: Iterable<string> | AsyncIterable<string>,
  seen: { crc: number; size: number },
): AsyncIterable<Buffer> {
  const bytes = async function* () {
    for await (const piece of text) {
      const buffer = Buffer.from(piece);
      seen.crc = crc32(buffer, seen.crc);
      seen.size += buffer.length;
      yield buffer;
    }
  };
  const packer = createDeflateRaw({ level: 4 });
  // A fault of the source destroys the packer with it, and so comes out where it is read.
  pipeline(Readable.from(bytes(), { objectMode: false, highWaterMark: 65_536 }), packer, () => undefined);
  return packer;
}

type Field = [value: number, bytes: 2 | 4];

const header = (signature: number, ...fields: Field[]) => sizes([signature, 4], ...fields);

function sizes(...fields: Field[]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = out.writeUIntLE(value, at, bytes);
  return out;
}
