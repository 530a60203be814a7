import { inflateSync } from 'node:zlib';
import { FileRefused } from '../fileProblem.ts';
import { readableText } from './recording.ts';

/** The ID3v2 tag in front, whose length is told in seven bits a byte. */
export function tagBytes(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0;
  return 10 + [6, 7, 8, 9].reduce((sum, place) => (sum << 7) | ((bytes[place] ?? 0) & 0x7f), 0);
}

/** Frames of a tag that hold any file at all, or are locked; by the names of its versions 2 and 3. Source: id3.org, ID3v2.3.0, 4.16. */
const HOLDS_FILES = /GEOB|GEO|AENC|CRA/u;
const FRAME_NAME = /^[A-Z][A-Z0-9]{2,3}/u;

/** Pictures: nothing in them can be read here. */
const PICTURES = /^(?:APIC|PIC)/u;

/** The words of a tag, frame by frame and in what is left behind the last. Throws `FileRefused` for one that holds a file. */
export function tagText(tag: Buffer): string {
  const texts: string[] = [];
  let end = Math.min(10, tag.length);
  for (const frame of framesIn(tag)) {
    if (HOLDS_FILES.test(frame.name)) throw new FileRefused('embedded');
    if (!PICTURES.test(frame.name)) texts.push(readableText(frame.isPacked ? unpacked(frame.content) : frame.content));
    end = frame.end;
  }
  return [...texts, readableText(tag.subarray(end))].join('\n\n');
}

interface Frame {
  readonly name: string;
  readonly content: Buffer;
  readonly isPacked: boolean;
  readonly end: number;
}

/** Walks the frames of a tag from the first to its padding. */
function* framesIn(tag: Buffer): Generator<Frame> {
  const version = tag[3] ?? 0;
  const [nameBytes, headBytes] = version === 2 ? [3, 6] : [4, 10];
  for (let at = framesFrom(tag, version); at + headBytes <= tag.length;) {
    const name = tag.toString('latin1', at, at + nameBytes);
    if (!FRAME_NAME.test(name)) return;
    const from = at + headBytes;
    const end = from + frameSize(tag, at + nameBytes, version);
    const isPacked = ((tag[from - 1] ?? 0) & (PACKED[version] ?? 0)) !== 0;
    yield { name, content: tag.subarray(from, end), isPacked, end };
    at = end;
  }
}

/** The bit of a frame's last flags that says it is packed, by version. Source: id3.org, ID3v2.3.0 3.3.1 and ID3v2.4.0 4.1.2. */
const PACKED: Partial<Record<number, number>> = { 3: 0x80, 4: 0x08 };
const LENGTH_BYTES = 4;
const MOST_UNPACKED_BYTES = 1024 * 1024;

/** A packed frame, behind the length that it tells first. */
function unpacked(content: Buffer): Buffer {
  try {
    return inflateSync(content.subarray(LENGTH_BYTES), { maxOutputLength: MOST_UNPACKED_BYTES });
  } catch (cause) {
    throw new FileRefused('damaged', { cause });
  }
}

const EXTENDED = 0x40;

/** Behind the head of the tag, and behind what version 3 and 4 may put after it. Version 3 does not count the four bytes of its length. */
function framesFrom(tag: Buffer, version: number): number {
  if (version < 3 || tag.length < 14 || ((tag[5] ?? 0) & EXTENDED) === 0) return 10;
  return 10 + frameSize(tag, 10, version) + (version === 3 ? 4 : 0);
}

/** In three bytes, in four, or in four of seven bits each. */
function frameSize(tag: Buffer, at: number, version: number): number {
  if (version === 2) return tag.readUIntBE(at, 3);
  if (version === 3) return tag.readUInt32BE(at);
  return [0, 1, 2, 3].reduce((sum, place) => (sum << 7) | ((tag[at + place] ?? 0) & 0x7f), 0);
}
