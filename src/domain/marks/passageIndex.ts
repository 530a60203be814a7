import { isWordBorder, type Letters, lettersOf } from './letters.ts';

/** A section of a module as its words; `src/server/content/lessonText.ts` makes them. */
export interface ReadableSection {
  readonly id: string;
  readonly blocks: readonly { readonly kind: string; readonly text: string }[];
}

/** One paragraph, list item, heading or cell, ready to be searched. */
export interface ReadableBlock {
  readonly text: string;
  readonly letters: Letters;
  /** How many blocks before it in its section have the same letters. */
  readonly nth: number;
  /** Where its letters begin among those of its section. */
  readonly offset: number;
}

export interface SectionIndex {
  readonly id: string;
  readonly letters: string;
  readonly blocks: readonly ReadableBlock[];
}

/** The words of a module, ready to be searched. Making it costs more than a search, so it is kept with the content. */
export type PassageIndex = readonly SectionIndex[];

function sectionIndex({ id, blocks }: ReadableSection): SectionIndex {
  const found: ReadableBlock[] = [];
  let letters = '';
  // What a component shows as its title is not the section's own text: the page may say more there.
  for (const { kind, text } of blocks) {
    if (kind === 'title') continue;
    const own = lettersOf(text);
    const nth = found.filter((block) => block.letters.letters === own.letters).length;
    found.push({ text, letters: own, nth, offset: letters.length });
    letters += own.letters;
  }
  return { id, letters, blocks: found };
}

/** Makes a module's words ready to be searched. */
export function passageIndex(sections: readonly ReadableSection[]): PassageIndex {
  return sections.map(sectionIndex);
}

/** Letters `start` to `end` of a block. */
export interface Found {
  readonly section: SectionIndex;
  readonly block: ReadableBlock;
  /** Letters of the block. */
  readonly start: number;
  readonly end: number;
}

/** Whether it begins and ends with a word. */
export const isWhole = ({ block, start, end }: Found) =>
  isWordBorder(block.letters, start) && isWordBorder(block.letters, end);

/** Every place in a section where these letters stand one after the other, within a block. */
export function occurrences(section: SectionIndex, letters: string): Found[] {
  if (letters === '') return [];
  return section.blocks.flatMap((block) => {
    const found: Found[] = [];
    for (let at = block.letters.letters.indexOf(letters); at >= 0; at = block.letters.letters.indexOf(letters, at + 1))
      found.push({ section, block, start: at, end: at + letters.length });
    return found;
  });
}

/** The same, where they begin and end with a word. */
export function wholeOccurrences(section: SectionIndex, letters: string): Found[] {
  return occurrences(section, letters).filter(isWhole);
}
