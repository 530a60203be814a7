import { FileRefused } from '../fileProblem.ts';

/** Boxes that stand at the top of an MP4 or M4A. Source: ISO/IEC 14496-12, table 1. */
const BOXES = new Set(
  'ftyp moov mdat free skip wide uuid moof mfra sidx ssix styp meta pdin prft emsg udta pnot iods beam'.split(' '),
);

/** What the box that describes a recording holds: the length of all, and at least one track. */
const DESCRIBED = ['mvhd', 'trak'];
/** The end of an archive, which a reader of archives looks for so far from the end of a file. */
const ARCHIVE_END = 'PK\u0005\u0006';
const ARCHIVE_TAIL_BYTES = 66_000;

/**
 * The boxes of a video or a sound recording fill the file from its first byte to its last, and one of them describes its tracks.
 * Throws `FileRefused` otherwise.
 */
export function checkMp4(bytes: Buffer): void {
  refuseArchive(bytes);
  const boxes = [...boxesIn(bytes, 0, bytes.length)];
  if (boxes[0]?.kind !== 'ftyp') throw new FileRefused('not_what_it_says');
  const hasContent = boxes.some(({ kind }) => kind === 'mdat' || kind === 'moof');
  if (!hasContent || !boxes.every(({ kind }) => BOXES.has(kind))) throw new FileRefused('damaged');
  const [moov, ...more] = boxes.filter(({ kind }) => kind === 'moov');
  if (!moov || more.length > 0) throw new FileRefused('damaged');
  const inside = [...boxesIn(bytes, moov.from, moov.end)].map(({ kind }) => kind);
  if (!DESCRIBED.every((kind) => inside.includes(kind))) throw new FileRefused('damaged');
}

function refuseArchive(bytes: Buffer): void {
  if (bytes.subarray(-ARCHIVE_TAIL_BYTES).includes(ARCHIVE_END)) throw new FileRefused('not_what_it_says');
}

interface Box {
  readonly kind: string;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly end: number;
}

/** Box after box, with nothing between them and nothing behind the last. */
function* boxesIn(bytes: Buffer, begins: number, ends: number): Generator<Box> {
  for (let at = begins; at < ends;) {
    const { size, kind, head } = boxAt(bytes, at, ends);
    if (size < head || at + size > ends) throw new FileRefused('damaged');
    yield { kind, from: at + head, end: at + size };
    at += size;
  }
}

/** A length of 1 says that the real one follows in eight bytes, 0 that it goes on to the end. */
function boxAt(bytes: Buffer, at: number, ends: number): { size: number; kind: string; head: number } {
  if (at + 8 > ends) return { size: 0, kind: '', head: 8 };
  const short = bytes.readUInt32BE(at);
  const kind = bytes.toString('latin1', at + 4, at + 8);
  if (short === 0) return { size: ends - at, kind, head: 8 };
  if (short !== 1) return { size: short, kind, head: 8 };
  return { size: at + 16 > ends ? 0 : Number(bytes.readBigUInt64BE(at + 8)), kind, head: 16 };
}

/** Kilobits a second by place in the table, for MPEG 1 and then for MPEG 2. Source: ISO/IEC 11172-3 and 13818-3, layer III. */
const KILOBITS = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const HERTZ = [44_100, 48_000, 32_000] as const;
/** By the two bits that say which MPEG it is: how the sample rate is divided; the second is kept free. */
const DIVIDED = [4, null, 2, 1] as const;
const LAYER_THREE = 1;
const FEWEST_FRAMES = 3;
/** Silence, tags of other programs, a cut frame at the end: so much may be no sound. */
const MOST_OTHER_BYTES = 64 * 1024;

/** Frames of sound follow each other from behind the tag to the end. Throws `FileRefused` otherwise. */
export function checkMp3(bytes: Buffer): void {
  refuseArchive(bytes);
  let at = tagBytes(bytes);
  refuseTagged(bytes.subarray(0, at));
  let frames = 0;
  let other = 0;
  while (at < bytes.length) {
    const length = frameBytes(bytes, at);
    if (length > 0) frames += 1;
    else other += 1;
    if (other > MOST_OTHER_BYTES) throw new FileRefused('not_what_it_says');
    at += Math.max(1, length);
  }
  if (frames < FEWEST_FRAMES || other > frames * 200) throw new FileRefused('not_what_it_says');
}

/** The ID3v2 tag in front, whose length is told in seven bits a byte. */
function tagBytes(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0;
  return 10 + [6, 7, 8, 9].reduce((sum, place) => (sum << 7) | ((bytes[place] ?? 0) & 0x7f), 0);
}

/** Frames of a tag that hold any file at all, or are locked; by the names of its versions 2 and 3. Source: id3.org, ID3v2.3.0, 4.16. */
const HOLDS_FILES = /GEOB|GEO|AENC|CRA/u;
const FRAME_NAME = /^[A-Z][A-Z0-9]{2,3}/u;

/** Walks the frames of a tag from the first to its padding. */
function refuseTagged(tag: Buffer): void {
  const version = tag[3] ?? 0;
  const [nameBytes, headBytes] = version === 2 ? [3, 6] : [4, 10];
  for (let at = framesFrom(tag, version); at + headBytes <= tag.length;) {
    const name = tag.toString('latin1', at, at + nameBytes);
    if (!FRAME_NAME.test(name)) return;
    if (HOLDS_FILES.test(name)) throw new FileRefused('embedded');
    at += headBytes + frameSize(tag, at + nameBytes, version);
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

/** Length of the frame of layer III that begins here, or 0 where none does. Source: ISO/IEC 11172-3, 2.4.2.3. */
function frameBytes(bytes: Buffer, at: number): number {
  const [first, second, third] = [bytes.readUInt8(at), byteAt(bytes, at + 1), byteAt(bytes, at + 2)];
  const isHead = first === 0xff && (second & 0xe0) === 0xe0 && ((second >> 1) & 3) === LAYER_THREE;
  const divided = (isHead && DIVIDED[(second >> 3) & 3]) || 0;
  const hertz = HERTZ[(third >> 2) & 3];
  const bits = KILOBITS[divided === 1 ? 'one' : 'two'][third >> 4];
  if (!divided || !hertz || !bits) return 0;
  const samples = divided === 1 ? 144_000 : 72_000;
  return Math.floor((samples * bits * divided) / hertz) + ((third >> 1) & 1);
}

const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? 0;
