import { describe, expect, test } from 'vitest';
import { lostSentence, weekSentence } from '#src/components/studyTime/words.ts';
import type { StudyTotals } from '#src/domain/studyTime/ledger.ts';

const totals = (change: Partial<StudyTotals>): StudyTotals => ({
  ...{ entitledMinutes: 444, plannedMinutes: 444, takenMinutes: 0, unplannedMinutes: 0, lostMinutes: 0 },
  ...{ madeUpMinutes: 0, stillLostMinutes: 0, unrecordedMinutes: 0, aheadMinutes: 0, lostByCause: [] },
  ...change,
});

describe('study time in a line or two', () => {
  test.each<[string, Partial<StudyTotals>, string]>([
    ['nothing recorded yet', {}, 'This week: none of 7 hours 24 minutes recorded as taken yet.'],
    ['all of it lost', { lostMinutes: 444 }, 'This week: none taken of 7 hours 24 minutes, 7 hours 24 minutes lost.'],
    ['some of it taken', { takenMinutes: 60 }, 'This week: 1 hour taken of 7 hours 24 minutes.'],
    [
      'some taken and some lost',
      { takenMinutes: 60, lostMinutes: 30 },
      'This week: 1 hour taken of 7 hours 24 minutes, 30 minutes lost.',
    ],
    ['a week without any', { entitledMinutes: 0 }, 'There is no study time to take this week.'],
    [
      'studied in a week without any',
      { entitledMinutes: 0, takenMinutes: 60 },
      'This week: 1 hour taken, with nothing to take by right.',
    ],
  ])('this week: %s', (_story, change, sentence) => {
    expect(weekSentence(totals(change))).toBe(sentence);
  });

  test.each([
    ['nothing', 0, 0, 'This month nothing was recorded as lost.'],
    ['none made up', 120, 0, 'This month 2 hours were lost: court (1). None of it was made up yet.'],
    ['part made up', 120, 60, 'This month 2 hours were lost: court (1). 1 hour of it made up.'],
    ['all made up', 120, 120, 'This month 2 hours were lost: court (1). All of it was made up.'],
  ])('this month: %s', (_story, lostMinutes, madeUpMinutes, sentence) => {
    const lostByCause = [{ cause: 'court' as const, minutes: lostMinutes, sessions: 1 }];
    expect(lostSentence(totals({ lostMinutes, madeUpMinutes, lostByCause }))).toBe(sentence);
  });
});
