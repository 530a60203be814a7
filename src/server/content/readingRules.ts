import { READING_LIMITS, readingGrade, readingState } from '#src/domain/modules/readability.ts';
import type { ContentProblem, Findings } from './problems.ts';
import type { WrittenModule } from './readModule.ts';
import type { Sentence } from './readingLevel.ts';
import { countsOf, sentencesOf } from './readingLevel.ts';
import { readSections } from './sectionRules.ts';

type Terms = ReadonlySet<string>;

function longSentences(file: string, sentences: readonly Sentence[]): ContentProblem[] {
  const long = sentences.filter(({ words }) => words.length > READING_LIMITS.sentenceWords);
  return long.map(({ line, words }) => ({
    file,
    line,
    field: 'sentence',
    message: `It has ${String(words.length)} words. Make two of it.`,
  }));
}

const tooHard = (grade: number, limit: number) =>
  `The reading level is grade ${String(grade)}, above ${String(limit)}. Shorter sentences and shorter words bring it down.`;

/** Sections that are hard to read, whatever the module as a whole is. */
function hardSections(
  { file, text, tags }: WrittenModule,
  sentences: readonly Sentence[],
  terms: Terms,
): ContentProblem[] {
  const sections = readSections(text.body, tags);
  return sections.flatMap(({ id, line }, index) => {
    const next = sections[index + 1]?.line ?? Infinity;
    const own = sentences.filter((sentence) => sentence.line >= line && sentence.line < next);
    const grade = readingGrade(countsOf(own, terms));
    if (readingState(grade) === 'fine') return [];
    return [{ file, line, field: `section "${id}"`, message: tooHard(grade, READING_LIMITS.warningAboveGrade) }];
  });
}

/** How hard a module is to read: its grade, and what is too long or too hard. `terms` are words of the field. */
export function readingFindings(module: WrittenModule, terms: Terms): Findings & { grade: number } {
  const { file, text, tags } = module;
  const sentences = sentencesOf(text, tags);
  const grade = readingGrade(countsOf(sentences, terms));
  const say = (limit: number) => [{ file, line: text.bodyLine, field: 'text', message: tooHard(grade, limit) }];
  const state = readingState(grade);
  return {
    grade,
    errors: state === 'too_hard' ? say(READING_LIMITS.errorAboveGrade) : [],
    warnings: [
      ...(state === 'hard' ? say(READING_LIMITS.warningAboveGrade) : []),
      ...hardSections(module, sentences, terms),
      ...longSentences(file, sentences),
    ],
  };
}
