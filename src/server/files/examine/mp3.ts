import { FileRefused } from '../fileProblem.ts';
import { tagBytes, tagText } from './mp3Tag.ts';
import { readableText, refuseArchive } from './recording.ts';

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

/** Where tags stand that are not in front: at the end, or between frames. */
const OTHER_TAG = /ID3|TAG|APETAGEX|LYRICSBEGIN/u;

/**
 * Frames of sound follow each other from behind the tag to the end. Gives the words of every tag. Throws `FileRefused` otherwise.
 */
export function readMp3(bytes: Buffer): string {
  refuseArchive(bytes);
  const front = tagBytes(bytes);
  const told = tagText(bytes.subarray(0, front));
  const other = Buffer.from(otherBytes(bytes, front));
  return [told, ...(OTHER_TAG.test(other.toString('latin1')) ? [readableText(other)] : [])].join('\n\n');
}

/** What stands between the frames of sound and behind them. */
function otherBytes(bytes: Buffer, from: number): number[] {
  const other: number[] = [];
  let frames = 0;
  for (let at = from; at < bytes.length;) {
    const length = frameBytes(bytes, at);
    if (length > 0) frames += 1;
    else other.push(byteAt(bytes, at));
    if (other.length > MOST_OTHER_BYTES) throw new FileRefused('not_what_it_says');
    at += Math.max(1, length);
  }
  if (frames < FEWEST_FRAMES || other.length > frames * 200) throw new FileRefused('not_what_it_says');
  return other;
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
