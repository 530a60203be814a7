import { findPassage, wordsAt } from '#src/domain/marks/passage.ts';
import { passageIndex } from '#src/domain/marks/passageIndex.ts';
import type { MarkedWords } from '#src/domain/marks/place.ts';
import type { DemoContent } from './index.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';

const NOTE = 'Bring this to supervision: what would I have seen, and whom would I have asked?';
const LOST_NOTE = 'Ask Ruth whether this still holds.';

/** The first sentence of a module that is worth marking, as it stands in its text. */
function firstSentence({ texts }: DemoContent, moduleId: string): MarkedWords | null {
  const sections = texts?.get(moduleId) ?? [];
  const index = passageIndex(sections);
  for (const { id: sectionId, blocks } of sections) {
    for (const { text } of blocks.filter(({ kind }) => kind === 'paragraph')) {
      const [quote = ''] = /^[^.!?“]{40,200}[.!?]/.exec(text) ?? [];
      const found = quote === '' ? null : findPassage(index, { sectionId, quote, near: '' });
      if (found) return { sectionId, ...wordsAt(found) };
    }
  }
  return null;
}

/** What Amara marked: a sentence of each module she opened, with a note; the newest two bookmarked; words of the first that are gone. */
export function tellMarks(rows: DemoRows, content: DemoContent, { id: traineeId }: Story): void {
  if (traineeId !== 'amara') return;
  const opened = rows.moduleOpenings
    .filter((opening) => opening.traineeId === traineeId)
    .sort((one, other) => one.openedAt.getTime() - other.openedAt.getTime());
  for (const [turn, { moduleId, openedAt: markedAt }] of opened.entries()) {
    const sectionId = content.modules.find(({ id }) => id === moduleId)?.sections[0]?.id ?? '';
    const whole = { sectionId, quote: '', before: '', after: '' };
    const add = (what: string, words: MarkedWords, note: string) =>
      rows.marks.push({
        ...words,
        id: `${moduleId}-${what}`,
        ...{ traineeId, moduleId, moduleVersion: '1', note, revision: 1, markedAt, savedAt: markedAt },
      });
    const sentence = firstSentence(content, moduleId);
    if (sentence) add('sentence', sentence, NOTE);
    if (turn >= opened.length - 2) add('bookmark', whole, '');
    if (turn === 0) add('lost', { ...whole, quote: 'This was put in other words after she had marked it.' }, LOST_NOTE);
  }
}
