import { describe, expect, test } from 'vitest';
import { addCounts, NOTHING_COUNTED, readingGrade, readingState } from '#src/domain/modules/readability.ts';

describe('the reading level of a text', () => {
  test.each([
    ['short words in short sentences', { sentences: 10, words: 80, syllables: 96 }, 1.7],
    ['the plain English of a module', { sentences: 200, words: 2100, syllables: 2700 }, 3.7],
    ['an official report', { sentences: 5, words: 96, syllables: 190 }, 15.3],
    ['less than nothing is nothing', { sentences: 10, words: 20, syllables: 20 }, 0],
    ['no text', NOTHING_COUNTED, 0],
  ])('%s', (_story, counts, grade) => {
    expect(readingGrade(counts)).toBe(grade);
  });

  test('of two parts is worked out from their counts together, not from their grades', () => {
    const one = { sentences: 1, words: 10, syllables: 12 };
    const other = { sentences: 3, words: 60, syllables: 90 };
    expect(addCounts(one, other)).toEqual({ sentences: 4, words: 70, syllables: 102 });
  });

  test.each([
    [0, 'fine'],
    [8, 'fine'],
    [8.1, 'hard'],
    [11, 'hard'],
    [11.1, 'too_hard'],
  ])('grade %d is %s', (grade, state) => {
    expect(readingState(grade)).toBe(state);
  });
});
