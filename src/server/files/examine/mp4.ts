import { FileRefused } from '../fileProblem.ts';
import { readableText, refuseArchive } from './recording.ts';

/** Boxes that stand at the top of an MP4 or M4A. Source: ISO/IEC 14496-12, table 1. */
const BOXES = new Set(
  'ftyp moov mdat free skip wide uuid moof mfra sidx ssix styp meta pdin prft emsg udta pnot iods beam'.split(' '),
);

/** What the box that describes a recording holds: the length of all, and at least one track. */
const DESCRIBED = ['mvhd', 'trak'];
/** What a recording says of itself in words: title, artist, comment, place, in whichever of them a program writes it. */
const TOLD = new Set(['udta', 'meta', 'uuid']);
/** What a box of a kind of its own holds where it is words (XMP); else it is figures of a camera. */
const WORDS_IN_UUID = 'xmpmeta';
/** A picture among them. */
const PICTURE = 'covr';

/**
 * The boxes of a video or a sound recording fill the file from its first byte to its last, and one of them describes its tracks.
 * Gives the words of its tags. Throws `FileRefused` otherwise.
 */
export function readMp4(bytes: Buffer): string {
  refuseArchive(bytes);
  const boxes = [...boxesIn(bytes, 0, bytes.length)];
  if (boxes[0]?.kind !== 'ftyp') throw new FileRefused('not_what_it_says');
  const hasContent = boxes.some(({ kind }) => kind === 'mdat' || kind === 'moof');
  if (!hasContent || !boxes.every(({ kind }) => BOXES.has(kind))) throw new FileRefused('damaged');
  const [moov, ...more] = boxes.filter(({ kind }) => kind === 'moov');
  if (!moov || more.length > 0) throw new FileRefused('damaged');
  const inside = [...boxesIn(bytes, moov.from, moov.end)];
  if (!DESCRIBED.every((wanted) => inside.some(({ kind }) => kind === wanted))) throw new FileRefused('damaged');
  const tracks = inside
    .filter(({ kind }) => kind === 'trak')
    .flatMap((track) => [...boxesIn(bytes, track.from, track.end)]);
  return [...boxes, ...inside, ...tracks]
    .filter(({ kind }) => TOLD.has(kind))
    .map((box) => textOf(bytes, box))
    .join('\n\n');
}

/** The words in a box, without a picture that stands among them. */
function textOf(bytes: Buffer, { kind, from, end }: Box): string {
  const content = bytes.subarray(from, end);
  if (kind === 'uuid' && !content.includes(WORDS_IN_UUID, 0, 'latin1')) return '';
  const at = content.indexOf(PICTURE, 0, 'latin1');
  if (at < 4) return readableText(content);
  const after = at - 4 + Math.max(8, content.readUInt32BE(at - 4));
  return [readableText(content.subarray(0, at - 4)), readableText(content.subarray(after))].join('\n\n');
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
