import { lettersOf } from './letters.ts';
import { likeness, mostAlike, type Passage, passageAt } from './passage.ts';
import { type Found, type PassageIndex, wholeOccurrences } from './passageIndex.ts';

/** What is kept of a mark's place. An empty quote is a bookmark, or a note on the section as a whole. */
export interface MarkedWords {
  readonly sectionId: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Where a mark stands today: in its section, in another section of the module, or nowhere, because the text has changed since.
 * `sectionId` is where to show it, null where its section is gone; `passage` is null for a bookmark.
 */
export type MarkPlace =
  | { readonly state: 'stands' | 'moved'; readonly sectionId: string; readonly passage: Passage | null }
  | { readonly state: 'changed'; readonly sectionId: string | null };

/** Letters around a passage that must be the same before another section is believed over her own. */
const SURE = 20;

/** The rest of what was kept, as letters: what stood around the passage. */
const around = ({ before, after }: MarkedWords) => ({
  before: lettersOf(before).letters,
  after: lettersOf(after).letters,
});

/** Every letter around it is as it was, and there are enough of them to be sure. */
function isSure(found: Found | null, mark: MarkedWords): boolean {
  if (!found) return false;
  const kept = around(mark);
  const all = kept.before.length + kept.after.length;
  return all >= SURE && likeness(found, kept) === all;
}

/** Her own section is looked at first; another one counts where hers has it no more, or where it surely went there. */
function bestPlace(mark: MarkedWords, index: PassageIndex): Found | null {
  const { letters } = lettersOf(mark.quote);
  const find = (sections: PassageIndex) =>
    mostAlike(
      sections.flatMap((section) => wholeOccurrences(section, letters)),
      around(mark),
    );
  const here = find(index.filter(({ id }) => id === mark.sectionId));
  if (isSure(here, mark)) return here;
  const there = find(index.filter(({ id }) => id !== mark.sectionId));
  return here === null || isSure(there, mark) ? there : here;
}

/** Where a mark stands in a module as it is today. Never throws. */
export function placeOf(mark: MarkedWords, index: PassageIndex): MarkPlace {
  const hasSection = index.some(({ id }) => id === mark.sectionId);
  const nowhere = { state: 'changed', sectionId: hasSection ? mark.sectionId : null } as const;
  if (mark.quote === '') return hasSection ? { state: 'stands', sectionId: mark.sectionId, passage: null } : nowhere;
  const found = bestPlace(mark, index);
  if (!found) return nowhere;
  const passage = passageAt(found);
  return { state: passage.sectionId === mark.sectionId ? 'stands' : 'moved', sectionId: passage.sectionId, passage };
}
