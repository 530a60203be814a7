import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { countWords } from '#src/domain/wordCount.ts';
import type { LessonTag } from './lessonTags.ts';
import { visibleText } from './lessonTags.ts';
import type { TextProblem } from './tagRules.ts';

/** Words that one section, and a whole module, may hold. Source: docs/authoring.md, "How long". */
const SECTION_WORDS = 400;
const MODULE_WORDS = { min: 1200, max: 2500 } as const;

/** A section as it stands in the text. */
export interface WrittenSection {
  id: string;
  line: number;
  text: string;
  wordCount: number;
}

/** Words as a reader counts them: link targets and Markdown signs are none. */
export function countLessonWords(text: string): number {
  return countWords(visibleText(text).replace(/\]\([^)]*\)/g, ' '));
}

/** The sections of a text, first to last. */
export function readSections(body: string, tags: readonly LessonTag[]): WrittenSection[] {
  const opened = tags.filter(({ name, kind }) => name === 'Section' && kind === 'open');
  return opened.map((tag) => {
    const close = tags.find(({ name, kind, start }) => name === 'Section' && kind === 'close' && start > tag.start);
    const text = body.slice(tag.end, close?.start ?? body.length);
    return { id: tag.attributes['id'] ?? '', line: tag.line, text, wordCount: countLessonWords(text) };
  });
}

function orderProblems(module: ModuleMeta, written: readonly WrittenSection[]): TextProblem[] {
  const named = module.sections.map(({ id }) => id).join(', ');
  const found = written.map(({ id }) => id).join(', ');
  if (named === found) return [];
  return [
    {
      line: null,
      field: 'sections',
      message: `The front matter names ${named}; the text has ${found || 'none'}. They must be the same, in the same order.`,
    },
  ];
}

function lengthProblems(written: readonly WrittenSection[]): TextProblem[] {
  const total = written.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const long = written.filter(({ wordCount }) => wordCount > SECTION_WORDS);
  const problems: TextProblem[] = long.map(({ id, line, wordCount }) => ({
    line,
    field: `section "${id}"`,
    message: `It has ${String(wordCount)} words; a section has at most ${String(SECTION_WORDS)}.`,
  }));
  if (total >= MODULE_WORDS.min && total <= MODULE_WORDS.max) return problems;
  const message = `It has ${String(total)} words; a module has ${String(MODULE_WORDS.min)} to ${String(MODULE_WORDS.max)}.`;
  return [...problems, { line: written[0]?.line ?? null, field: 'text', message }];
}

/** Sections: those of the front matter in the same order, and none of them too long. */
export function sectionProblems(module: ModuleMeta, written: readonly WrittenSection[]): TextProblem[] {
  return [...orderProblems(module, written), ...lengthProblems(written)];
}
