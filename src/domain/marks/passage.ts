import { CONTEXT_CHARACTERS } from './limits.ts';
import { isWordBorder, lettersOf } from './letters.ts';
import { type Found, isWhole, occurrences, type PassageIndex, type ReadableBlock } from './passageIndex.ts';

/** Where a passage stands: letters `start` to `end` of a block, which is known by its letters and its turn among its equals. */
export interface Passage {
  readonly sectionId: string;
  readonly block: string;
  readonly nth: number;
  readonly start: number;
  readonly end: number;
  /** Letters of the section before it: what stands first has the smaller one. */
  readonly position: number;
}

/** The words of a passage as they stand in the text, with those around it in its section. */
export interface PassageWords {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Out to the words that it begins and ends in. */
function widened(found: Found): Found {
  let { start, end } = found;
  while (!isWordBorder(found.block.letters, start)) start -= 1;
  while (!isWordBorder(found.block.letters, end)) end += 1;
  return { ...found, start, end };
}

/** How many letters the ends of two texts have in common. */
function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

/** The letters on either side of a passage. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** How much of what stood around it still does, in letters. */
export function likeness({ section, block, start, end }: Found, { before, after }: Surroundings): number {
  return (
    commonEnd(section.letters.slice(0, block.offset + start), before) +
    commonStart(section.letters.slice(block.offset + end), after)
  );
}

/** The one whose surroundings are most alike; the first among equals. Null where there is none. */
export function mostAlike(found: readonly Found[], around: Surroundings): Found | null {
  const rated = found.map((one) => ({ one, alike: likeness(one, around) }));
  return (
    rated.reduce<(typeof rated)[number] | null>(
      (best, next) => (best === null || next.alike > best.alike ? next : best),
      null,
    )?.one ?? null
  );
}

/**
 * Where words that somebody chose stand in a section, out to whole words. `near` is the text just before them, where it is known:
 * it decides between several places. Null where they do not stand within one block.
 */
export function findPassage(
  index: PassageIndex,
  wanted: { sectionId: string; quote: string; near: string },
): Found | null {
  const section = index.find(({ id }) => id === wanted.sectionId);
  if (!section) return null;
  const all = occurrences(section, lettersOf(wanted.quote).letters);
  const whole = all.filter(isWhole);
  const found = mostAlike(whole.length > 0 ? whole : all, { before: lettersOf(wanted.near).letters, after: '' });
  return found && widened(found);
}

/** Where it stands, for the page. */
export function passageAt({ section, block, start, end }: Found): Passage {
  const position = block.offset + start;
  return { sectionId: section.id, block: block.letters.letters, nth: block.nth, start, end, position };
}

const CLOSING = /^[.!?…”’)]+/;
const OPENING = /[“‘(]+$/;

/** A range of a text out to the signs that close its last sentence and open its first, so that a quotation reads whole. */
export function withSigns(text: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  return {
    from: from - (OPENING.exec(text.slice(0, from))?.[0].length ?? 0),
    to: to + (CLOSING.exec(text.slice(to))?.[0].length ?? 0),
  };
}

/** Cut between characters, never within one. */
const lastCharacters = (text: string) =>
  Array.from(text.slice(-2 * CONTEXT_CHARACTERS))
    .slice(-CONTEXT_CHARACTERS)
    .join('');
const firstCharacters = (text: string) =>
  Array.from(text.slice(0, 2 * CONTEXT_CHARACTERS))
    .slice(0, CONTEXT_CHARACTERS)
    .join('');

/** Its words as the text has them, to be kept. */
export function wordsAt({ section, block, start, end }: Found): PassageWords {
  const letters = { from: block.letters.from[start] ?? 0, to: block.letters.to[end - 1] ?? 0 };
  const { from, to } = withSigns(block.text, letters);
  const turn = section.blocks.indexOf(block);
  const join = (blocks: readonly ReadableBlock[]) => blocks.map(({ text }) => text).join(' ');
  return {
    quote: block.text.slice(from, to),
    before: lastCharacters(`${join(section.blocks.slice(0, turn))} ${block.text.slice(0, from)}`).trim(),
    after: firstCharacters(`${block.text.slice(to)} ${join(section.blocks.slice(turn + 1))}`).trim(),
  };
}
