import { FileRefused } from '../fileProblem.ts';

/** Boxes that stand at the top of an MP4 or M4A. Source: ISO/IEC 14496-12, table 1. */
const BOXES = new Set(
  'ftyp moov mdat free skip wide uuid moof mfra sidx ssix styp meta pdin prft emsg udta pnot iods beam'.split(' '),
);

/** The boxes of a video or a sound recording fill the file from its first byte to its last. Throws `FileRefused` otherwise. */
export function checkMp4(bytes: Buffer): void {
  const kinds = [...boxKinds(bytes)];
  if (kinds[0] !== 'ftyp') throw new FileRefused('not_what_it_says');
  const holds = (...wanted: string[]) => wanted.some((kind) => kinds.includes(kind));
  if (!holds('moov') || !holds('mdat', 'moof') || !kinds.every((kind) => BOXES.has(kind)))
    throw new FileRefused('damaged');
}

function* boxKinds(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length;) {
    const { size, kind } = boxAt(bytes, at);
    if (size < 8 || at + size > bytes.length) throw new FileRefused('damaged');
    yield kind;
    at += size;
  }
}

/** A length of 1 says that the real one follows in eight bytes, 0 that it goes on to the end. */
function boxAt(bytes: Buffer, at: number): { size: number; kind: string } {
  if (at + 8 > bytes.length) return { size: 0, kind: '' };
  const short = bytes.readUInt32BE(at);
  const kind = bytes.toString('latin1', at + 4, at + 8);
  if (short === 0) return { size: bytes.length - at, kind };
  if (short !== 1) return { size: short, kind };
  return { size: at + 16 > bytes.length ? 0 : Number(bytes.readBigUInt64BE(at + 8)), kind };
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
  let at = tagBytes(bytes);
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
