import { describe, expect, test } from 'vitest';
import { isOpenMonth, monthOf, monthWords } from '#src/domain/wellbeing/month.ts';
import { answerWords, WELLBEING_ANSWERS, WELLBEING_QUESTIONS } from '#src/domain/wellbeing/words.ts';

describe('the month of a check-in', () => {
  test('is that of the day, and is read as a month', () => {
    expect(monthOf('2026-11-22')).toBe('2026-11');
    expect(monthWords('2026-11')).toBe('November 2026');
  });

  test.each([
    ['this month', '2026-11', '2026-11-22', true],
    ['last month', '2026-10', '2026-11-22', false],
    ['last month, on the first day of this one', '2026-10', '2026-11-01', true],
    ['next month', '2026-12', '2026-11-30', false],
    ['December, on New Year’s Day', '2026-12', '2027-01-01', true],
  ])('%s may be written: %s on %s', (_story, month, today, isOpen) => {
    expect(isOpenMonth(month, today)).toBe(isOpen);
  });
});

describe('the three questions', () => {
  test('have five answers each, all in words', () => {
    for (const question of WELLBEING_QUESTIONS) {
      const { answers } = WELLBEING_ANSWERS[question];
      expect(new Set(answers).size).toBe(5);
      expect(answerWords(question, 1)).toBe(answers[0]);
      expect(answerWords(question, 5)).toBe(answers[4]);
    }
  });

  test.each([0, 6, 2.5])('know no answer %d', (answer) => {
    expect(() => answerWords('support', answer)).toThrow(RangeError);
  });
});
