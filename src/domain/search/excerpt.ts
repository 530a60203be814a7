import { type ToStem, type Word, wordsOf } from './words.ts';

/** A run of a text; `isHit` where it is a word that was looked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** About as many characters as fit into two lines on a wide screen. */
const EXCERPT_LENGTH = 220;
/** Characters shown before the first hit. */
const LEAD = 60;

/** A text in runs, the words that were looked for set apart. `stems` is how they are found. */
export function markWords(text: string, stems: ReadonlySet<string>, toStem?: ToStem): Piece[] {
  return piecesOf(
    text,
    wordsOf(text, toStem).filter(({ stem }) => stems.has(stem)),
  );
}

function piecesOf(text: string, hits: readonly Word[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    pieces.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), isHit: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** How many different words stand within the reach of an excerpt that begins at this hit. */
function wordsFrom(hits: readonly Word[], index: number): number {
  const until = (hits[index]?.start ?? 0) + EXCERPT_LENGTH - LEAD;
  const stems = new Set<string>();
  for (let at = index; at < hits.length; at += 1) {
    const hit = hits[at];
    if (!hit || hit.start >= until) break;
    stems.add(hit.stem);
  }
  return stems.size;
}

/** The first hit with the most different words near it, so that the excerpt shows why the text was found. */
function bestHit(hits: readonly Word[]): Word | undefined {
  const counts = hits.map((_hit, index) => wordsFrom(hits, index));
  return hits[counts.indexOf(Math.max(...counts))];
}

/** Where an excerpt begins and ends, never within a word. */
function spanAround(text: string, words: readonly Word[], hit: Word | undefined): { from: number; to: number } {
  const wanted = hit ? Math.max(0, hit.start - LEAD) : 0;
  const from = wanted === 0 ? 0 : (words.find(({ start }) => start >= wanted)?.start ?? 0);
  if (text.length <= from + EXCERPT_LENGTH) return { from, to: text.length };
  const last = words.findLast(({ start, end }) => start >= from && end <= from + EXCERPT_LENGTH);
  return { from, to: Math.max(last?.end ?? 0, hit?.end ?? from + EXCERPT_LENGTH) };
}

/**
 * A passage of the text around the words that were looked for, those words set apart, with "…" where something is left out. The
 * beginning of the text where none of them is in it.
 */
export function excerptOf(text: string, stems: ReadonlySet<string>, toStem?: ToStem): Piece[] {
  const words = wordsOf(text, toStem);
  const hits = words.filter(({ stem }) => stems.has(stem));
  const { from, to } = spanAround(text, words, bestHit(hits));
  const shown = hits
    .filter(({ start, end }) => start >= from && end <= to)
    .map((hit) => ({ ...hit, start: hit.start - from, end: hit.end - from }));
  const pieces = piecesOf(text.slice(from, to), shown);
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: ' …', isHit: false }] : []),
  ];
}
