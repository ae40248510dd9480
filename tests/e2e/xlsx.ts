import { inflateRawSync } from "node:zlib";

// Reads back what the portal writes, without the library that wrote it: a zip of XML.

/** The parts of a zip archive by name, found through its central directory. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(start, start + size);
    parts.set(
      archive.toString("utf8", at + 46, at + 46 + name),
      method === 8 ? inflateRawSync(packed) : packed,
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string) => xml.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
const textOf = (xml: string) =>
  plain([...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((run) => run[1]).join(""));

/** Column of a cell's name: "A1" is 0, "AB7" is 27. */
function columnOf(name: string): number {
  return [...name.replace(/\d/g, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The first sheet of a workbook, row by row: texts and numbers where they stand, "" where a cell is empty. */
export function sheetIn(workbook: Buffer): (string | number)[][] {
  const parts = unzip(workbook);
  const part = (name: string) => parts.get(name)?.toString("utf8") ?? "";
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map((item) =>
    textOf(item[1] ?? ""),
  );
  return [...part("xl/worksheets/sheet1.xml").matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) => {
    const cells: (string | number)[] = [];
    for (const [, attributes = "", inner = ""] of (row[1] ?? "").matchAll(
      /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const place = columnOf(/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "A1");
      const type = /t="(\w+)"/.exec(attributes)?.[1];
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? "";
      while (cells.length < place) cells.push("");
      if (type === "s") cells[place] = shared[Number(value)] ?? "";
      else if (type === "inlineStr") cells[place] = textOf(inner);
      else if (type === "str") cells[place] = plain(value);
      else cells[place] = value === "" ? "" : Number(value);
    }
    return cells;
  });
}
