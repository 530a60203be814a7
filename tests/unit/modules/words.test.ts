import { describe, expect, test } from 'vitest';
import { dueWords, weekSentence } from '#src/components/modules/words.ts';
import type { ProgrammePlace } from '#src/domain/programme/place.ts';
import type { StandingRow } from '#src/domain/progress/standing.ts';

const place = {
  state: 'running',
  week: 20,
  month: 5,
  weeksInRoute: 66,
  weekStartsOn: '2026-11-16',
  weekEndsOn: '2026-11-22',
  endsOn: '2027-10-05',
  pause: null,
  nextGateway: null,
  stage: { id: 'first', name: 'First six months', fromMonth: 1, toMonth: 6, reductionPercent: 80 },
} as const satisfies ProgrammePlace;
const row: StandingRow = {
  moduleId: 'parole-recall',
  week: 20,
  dueOn: '2026-11-22',
  state: 'not_started',
  weeksLate: 0,
};

describe('where she is in her programme, in a sentence', () => {
  test.each<[string, Partial<ProgrammePlace>, string]>([
    ['running', {}, 'Week 20 of 66 (first six months), until Sunday 22 November.'],
    ['running, in no stage', { stage: null }, 'Week 20 of 66, until Sunday 22 November.'],
    ['running, the end of the week unknown', { weekEndsOn: null }, 'Week 20 of 66 (first six months).'],
    [
      'before the start',
      { state: 'before', week: 0 },
      'Your programme has not begun yet. You can look around; nothing is due.',
    ],
    [
      'paused',
      { state: 'paused' },
      'Your programme is paused. You come back to week 20 of 66, and nothing becomes late until then.',
    ],
    ['over', { state: 'after' }, 'Your programme is over. Everything you did is still here.'],
  ])('%s', (_story, change, sentence) => {
    expect(weekSentence({ ...place, ...change })).toBe(sentence);
  });
});

describe('when a module is due', () => {
  test.each<[string, Partial<StandingRow>, string]>([
    ['ahead', {}, 'Due by Sunday 22 November'],
    ['a week late', { weeksLate: 1 }, '1 week late'],
    ['five weeks late', { weeksLate: 5 }, '5 weeks late'],
    ['done: nothing is due any more', { state: 'done' }, ''],
    ['behind a pause without an end', { dueOn: null }, 'Due after your pause'],
  ])('%s', (_story, change, words) => {
    expect(dueWords({ ...row, ...change })).toBe(words);
  });
});
