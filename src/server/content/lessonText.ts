import { type LessonTag } from './lessonTags.ts';
import { headingId } from './linkRules.ts';
import { plainBlocks } from './plainBlocks.ts';

/**
 * What a reader reads of a module, without tags and Markdown signs: for finding passages again (marks) and for search.
 *
 *   sectionTexts(body, tags) -> SectionText[]           one a section, in the order of the text
 *   portal().content.texts   : Map<module id, SectionText[]>
 *
 * A block is one paragraph, list item, heading or table cell, as it stands between two block tags of the page. `title` is what a
 * component shows as its own title (a case note, a task, a timeline, the time of an event). Not in it: meanings that the page
 * adds after a term, exercises, documents of cases.
 */
export type BlockKind = 'paragraph' | 'listItem' | 'heading' | 'cell' | 'title';

export interface TextBlock {
  readonly kind: BlockKind;
  /** Plain words, spaces as single ones. Never empty. */
  readonly text: string;
  /** The id of the `###` heading it stands under, for a heading its own; null before the first of its section. */
  readonly headingId: string | null;
  /** True in a case note that stays folded because of what it is about: not to be shown where nobody opened it. */
  readonly isFolded: boolean;
}

export interface SectionText {
  readonly id: string;
  readonly blocks: readonly TextBlock[];
}

type Found = Pick<TextBlock, 'kind' | 'text' | 'isFolded'>;

/** Terms stand within a sentence; every other component begins a block of its own. */
const isInline = ({ name }: LessonTag) => name === 'Term';

function titlesOf({ kind, attributes }: LessonTag): string[] {
  if (kind === 'close') return [];
  return [attributes['title'], attributes['when']].filter((title) => title !== undefined && title !== '') as string[];
}

/** How many folded notes are open after this tag. */
function foldedAfter(tag: LessonTag, open: readonly LessonTag[]): readonly LessonTag[] {
  if (tag.kind === 'whole') return open;
  if (tag.kind === 'open') return [...open, tag];
  return open.slice(0, -1);
}

function blocksBetween(body: string, from: LessonTag, tags: readonly LessonTag[]): Found[] {
  const end = tags.find(({ name, kind, start }) => name === 'Section' && kind === 'close' && start >= from.end);
  const until = end?.start ?? body.length;
  const inside = tags.filter((tag) => !isInline(tag) && tag.start >= from.end && tag.end <= until);
  const found: Found[] = [];
  let open: readonly LessonTag[] = [];
  let cursor = from.end;
  const isFolded = () => open.some(({ attributes }) => attributes['about'] !== undefined);
  const take = (to: number) => {
    found.push(...plainBlocks(body.slice(cursor, to)).map((block) => ({ ...block, isFolded: isFolded() })));
  };
  for (const tag of inside) {
    take(tag.start);
    open = foldedAfter(tag, open);
    found.push(...titlesOf(tag).map((text) => ({ kind: 'title', text, isFolded: isFolded() }) as const));
    cursor = tag.end;
  }
  take(until);
  return found;
}

function underHeadings(found: readonly Found[]): TextBlock[] {
  let current: string | null = null;
  return found.map((block) => {
    if (block.kind === 'heading') current = headingId(block.text);
    return { ...block, headingId: current };
  });
}

/** The words of every section, first to last. Never throws: a text that is not right gives what can be read of it. */
export function sectionTexts(body: string, tags: readonly LessonTag[]): SectionText[] {
  return tags
    .filter(({ name, kind }) => name === 'Section' && kind === 'open')
    .map((tag) => ({ id: tag.attributes['id'] ?? '', blocks: underHeadings(blocksBetween(body, tag, tags)) }));
}
