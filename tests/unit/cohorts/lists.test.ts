import { describe, expect, test } from 'vitest';
import { evidenceStuck, overridesEnding, reviewsDue } from '#src/domain/cohorts/lists.ts';
import { aRow } from './cohortStory.ts';

const review = (dueOn: string | null, isOverdue = false) => ({ dueOn, isOverdue, lastHeldOn: null });
const wordsOf = (lines: readonly { name: string; words: string }[]) =>
  lines.map(({ name, words }) => `${name}: ${words}`);

describe('three-way reviews due', () => {
  test.each([
    ['in exactly two weeks is listed', '2026-12-07', 1],
    ['a day later is not', '2026-12-08', 0],
    ['today is listed', '2026-11-23', 1],
    ['none to come', null, 0],
  ])('%s', (_story, dueOn, count) => {
    expect(reviewsDue([aRow('Ade', { review: review(dueOn) })])).toHaveLength(count);
  });

  test('the longest overdue first, and whether a day is planned', () => {
    const rows = [
      aRow('Ade', { review: review('2026-11-30'), plannedOn: '2026-11-26' }),
      aRow('Tom', { review: review('2026-10-29', true) }),
    ];
    expect(wordsOf(reviewsDue(rows))).toEqual([
      'Tom: was due by Thursday 29 October, no day planned yet',
      'Ade: due by Monday 30 November, planned for Thursday 26 November',
    ]);
  });

  test('nothing is asked of somebody on a break or after her programme', () => {
    const rows = [
      aRow('Nia', { state: 'paused', review: review('2026-11-24') }),
      aRow('Dev', { state: 'after', review: review('2026-11-24') }),
    ];
    expect(reviewsDue(rows)).toEqual([]);
  });
});

describe('evidence stuck', () => {
  test.each([
    ['thirteen days are not long', ['2026-11-10'], 0],
    ['two weeks are', ['2026-11-09'], 1],
  ])('%s', (_story, days, count) => {
    expect(evidenceStuck([aRow('Ade', { waiting: days })])).toHaveLength(count);
    expect(evidenceStuck([aRow('Ade', { returned: days })])).toHaveLength(count);
  });

  test('returned and waiting in one list, the longest first', () => {
    const rows = [aRow('Ade', { waiting: ['2026-11-01'] }), aRow('Dev', { returned: ['2026-10-24'] })];
    expect(wordsOf(evidenceStuck(rows))).toEqual([
      'Dev: came back and was not handed in again, returned 30 days ago',
      'Ade: waits for the assessor, handed in 22 days ago',
    ]);
  });

  test('a trainee with many pieces is one line, that says how many and how long the first of them', () => {
    const many = { waiting: ['2026-11-03', '2026-11-01', '2026-11-20'], returned: ['2026-10-24', '2026-11-02'] };
    expect(wordsOf(evidenceStuck([aRow('Ade', many), aRow('Tom', { waiting: ['2026-10-20'] })]))).toEqual([
      'Tom: waits for the assessor, handed in 34 days ago',
      'Ade: 2 came back and were not handed in again, the first returned 30 days ago; 2 wait for the assessor, the first handed in 22 days ago',
    ]);
  });
});

describe('agreements to be over the limit', () => {
  test.each([
    ['that ends in two weeks is listed', '2026-12-07', ['Tom: over the limit is agreed until Monday 7 December']],
    ['that ends later is not yet', '2026-12-08', []],
    ['that ends today is listed', '2026-11-23', ['Tom: over the limit is agreed until Monday 23 November']],
    [
      'that has ended while the caseload is still over is listed',
      '2026-11-16',
      ['Tom: still over the limit; that was agreed until Monday 16 November'],
    ],
    ['that was never made ends never: a signal says that nobody agreed', null, []],
  ])('one %s', (_story, agreedUntil, words) => {
    expect(wordsOf(overridesEnding([aRow('Tom', { isOver: true, agreedUntil })]))).toEqual(words);
  });

  test('of somebody within her limit none is listed', () => {
    expect(overridesEnding([aRow('Ade', { agreedUntil: '2026-11-24' })])).toEqual([]);
  });
});
