import { describe, expect, test } from 'vitest';
import { COHORT_COLUMNS, inOrder, seenWords } from '#src/domain/cohorts/columns.ts';
import type { SortKey } from '#src/domain/cohorts/view.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { aRow, aSignal, planned, TODAY } from './cohortStory.ts';

const done = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    planned(`m-${String(index)}`, index + 1, { state: 'done', dueOn: '2026-01-01' }),
  );
const ADA = aRow('Ada', { week: 20, modules: done(2), seen: '2026-11-20' });
const BEN = aRow('Ben', { week: 9, lateWeeks: [2, 1], seen: null, isOver: true });
const CERYS = aRow('Cerys', { week: 20, lateWeeks: [1], modules: done(1), seen: '2026-11-02' });

const textOf = (key: SortKey, row: CohortRow) => COHORT_COLUMNS.find((column) => column.key === key)?.cell(row).text;

describe('a cohort in order', () => {
  test.each([
    ['of name', 'name', 'asc', ['Ada', 'Ben', 'Cerys']],
    ['of name, backwards', 'name', 'desc', ['Cerys', 'Ben', 'Ada']],
    ['of week as a number: 9 comes before 20', 'week', 'asc', ['Ben', 'Ada', 'Cerys']],
    ['of week backwards, ties by name forwards all the same', 'week', 'desc', ['Ada', 'Cerys', 'Ben']],
    ['of late modules, most first', 'behind', 'desc', ['Ben', 'Cerys', 'Ada']],
    ['of modules done', 'done', 'asc', ['Ben', 'Cerys', 'Ada']],
    ['of caseload, fullest first', 'caseload', 'desc', ['Ben', 'Ada', 'Cerys']],
    ['of last seen, who never was first', 'seen', 'asc', ['Ben', 'Cerys', 'Ada']],
  ] as const)('%s', (_story, by, order, expected) => {
    expect(inOrder([CERYS, ADA, BEN], { by, order }).map(({ name }) => name)).toEqual(expected);
  });

  test('the list that was handed in stays as it was', () => {
    const rows = [CERYS, ADA];
    inOrder(rows, { by: 'name', order: 'asc' });
    expect(rows).toEqual([CERYS, ADA]);
  });
});

describe('what stands in the cells', () => {
  test.each<[string, SortKey, CohortRow, string]>([
    ['her week and how many there are', 'week', ADA, '20 of 65'],
    ['a break', 'week', aRow('Dev', { state: 'paused', week: 9 }), 'Paused before 9 of 65'],
    ['a programme that is over', 'week', aRow('Dev', { state: 'after' }), 'Over'],
    ['a programme that has not begun', 'week', aRow('Dev', { state: 'before', week: 0 }), 'Not begun'],
    ['nothing late', 'behind', ADA, 'None'],
    ['one module late', 'behind', CERYS, '1 late, by 1 week'],
    ['two modules late', 'behind', BEN, '2 late, the oldest by 2 weeks'],
    ['done of due', 'done', ADA, '2 of 2'],
    ['no study time lost', 'lost', ADA, 'None'],
    [
      'study time lost',
      'lost',
      aRow('Dev', { lost: { lostMinutes: 444, stillLostMinutes: 444 } }),
      '7 hours 24 minutes',
    ],
    [
      'study time lost and part of it made up',
      'lost',
      aRow('Dev', { lost: { lostMinutes: 444, stillLostMinutes: 84 } }),
      '7 hours 24 minutes, 6 hours of it made up',
    ],
    ['within the limit', 'caseload', ADA, '412 of 435 points, 94.7%'],
    ['over the limit in words, not by colour alone', 'caseload', BEN, '500 of 435 points, 114.9%: over limit'],
    ['a review that is due', 'review', ADA, 'Due by 31 January 2027'],
    [
      'a review that is overdue, with a day planned',
      'review',
      aRow('Dev', { review: { dueOn: '2026-11-02', isOverdue: true, lastHeldOn: null }, plannedOn: '2026-11-26' }),
      'Was due by 2 November, planned for 26 November',
    ],
    [
      'a review behind a break without an end',
      'review',
      aRow('Dev', { state: 'paused', review: { dueOn: null, isOverdue: false, lastHeldOn: null } }),
      'After the break',
    ],
    ['no evidence on its way', 'evidence', ADA, 'None'],
    [
      'evidence on its way',
      'evidence',
      aRow('Dev', { returned: ['2026-11-01'], waiting: ['2026-11-02', '2026-11-03'] }),
      '1 returned, 2 waiting for a decision',
    ],
    ['nothing that needs a look', 'need', ADA, 'Nothing'],
    [
      'what needs a look, and what was noted',
      'need',
      aRow('Dev', { signals: [aSignal('dev', 'modules-late'), aSignal('dev', 'no-sign-in', { isNoted: true })] }),
      'Modules late; No sign-in (noted)',
    ],
  ])('%s', (_story, key, row, text) => {
    expect(textOf(key, row)).toBe(text);
  });

  test('whatever can be looked up leads there, and what is nought leads nowhere', () => {
    const cells = COHORT_COLUMNS.map(({ cell }) => cell(BEN));
    expect(cells.filter(({ href }) => href !== null).every(({ href }) => href?.startsWith('/trainees/ben'))).toBe(true);
    expect(COHORT_COLUMNS.find(({ key }) => key === 'lost')?.cell(BEN).href).toBeNull();
  });
});

test.each([
  ['never', null, 'Never'],
  ['today', '2026-11-23', 'Today'],
  ['later than today, by a clock that is ahead', '2026-11-24', 'Today'],
  ['yesterday', '2026-11-22', 'Yesterday'],
  ['two days ago', '2026-11-21', '2 days ago'],
  ['last year', '2025-11-23', '365 days ago'],
])('last seen %s', (_story, lastSeenOn, words) => {
  expect(seenWords(lastSeenOn, TODAY)).toBe(words);
});
