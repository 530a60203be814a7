import type { NoteEntry } from './notes.ts';

/** What is said of a mark whose passage, or whose section, is no longer in the text. */
export const CHANGED_WORDS = 'The text has changed since you marked this';

/** What a module is called that is no longer in the programme. */
export const GONE_MODULE = 'A module that is no longer there';

/** What a section is called that is no longer in its module. */
export const GONE_SECTION = 'A section that is no longer there';

/** Where to see a mark in its module; null where there is no such module any more. */
export function markHref({ id, moduleId, moduleTitle, sectionId, state, quote }: NoteEntry): string | null {
  if (moduleTitle === null) return null;
  if (quote === '' && sectionId !== null) return `/modules/${moduleId}#${sectionId}`;
  return state === 'changed' ? `/modules/${moduleId}#note-${id}` : `/modules/${moduleId}#mark-${id}`;
}
