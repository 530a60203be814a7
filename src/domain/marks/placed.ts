import type { PassageIndex } from './passageIndex.ts';
import { type MarkedWords, type MarkPlace, placeOf } from './place.ts';

/** A mark as its owner knows it. An empty quote is a bookmark, an empty note none. */
export interface Mark extends MarkedWords {
  readonly id: string;
  readonly moduleId: string;
  readonly note: string;
  readonly revision: number;
  readonly markedAt: Date;
}

/** A mark with the place where it stands today. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly place: MarkPlace;
}

/** First what is about the section as a whole, then passages as they stand in it, then what the text has lost. */
function turn({ place }: PlacedMark): number {
  if (place.state === 'changed') return Number.MAX_SAFE_INTEGER;
  return place.passage?.position ?? -1;
}

/** Every mark with its place in the module as it is today, in the order of reading within a section. */
export function placeMarks(marks: readonly Mark[], index: PassageIndex): PlacedMark[] {
  const sectionTurn = ({ place }: PlacedMark) => {
    const at = index.findIndex(({ id }) => id === place.sectionId);
    return at < 0 ? index.length : at;
  };
  return marks
    .map((mark) => ({ mark, place: placeOf(mark, index) }))
    .sort((one, other) => sectionTurn(one) - sectionTurn(other) || turn(one) - turn(other));
}

/** A mark in the list under its section; `number` is what its passage is called there, null where it has none. */
export interface NumberedMark extends PlacedMark {
  readonly number: number | null;
}

/** The marks to show at a section, or those whose section is gone (null), passages numbered as they are read. */
export function marksAt(placed: readonly PlacedMark[], sectionId: string | null): NumberedMark[] {
  let count = 0;
  return placed
    .filter(({ place }) => place.sectionId === sectionId)
    .map((one) => {
      const isPassage = one.place.state !== 'changed' && one.place.passage !== null;
      if (isPassage) count += 1;
      return { ...one, number: isPassage ? count : null };
    });
}
