import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** Size in the archive, in bytes. */
  readonly packed: number;
  text(): Buffer;
}

const endSignature = 0x06054b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const deflated = 8;

/** The files of a zip archive without comment, encryption and zip64 (APPNOTE.TXT 4.3). Throws if it is none. */
export function readZip(archive: Buffer): readonly ZipEntry[] {
  const end = archive.length - endSize;
  if (archive.readUInt32LE(end) !== endSignature) throw new Error('not a plain zip archive');
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const nameLength = archive.readUInt16LE(at + 28);
    const more = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    entries.push(readEntry(archive, at, archive.toString('utf8', at + entrySize, at + entrySize + nameLength)));
    at += entrySize + nameLength + more;
  }
  return entries;
}

function readEntry(archive: Buffer, at: number, name: string): ZipEntry {
  const method = archive.readUInt16LE(at + 10);
  const packed = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const start = local + localSize + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + packed);
  return { name, packed, text: () => (method === deflated ? inflateRawSync(data) : data) };
}
