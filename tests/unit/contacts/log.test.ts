import { describe, expect, test } from 'vitest';
import {
  type ContactAction,
  dueWords,
  endedActions,
  isOverdue,
  openActions,
  overdueCount,
  ownerWords,
  summaryWords,
} from '#src/domain/contacts/log.ts';

const TODAY = '2026-11-22';
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const action = (change: Partial<ContactAction> = {}): ContactAction => ({
  ...{ id: 'one', contactId: null, words: 'Ask.', ownerId: 'ruth', ownerName: 'Ruth Adeyemi', isOwnerHere: true },
  ...{ dueOn: '2026-11-20', writerName: 'Ruth Adeyemi', writtenAt: at('2026-11-01'), end: null },
  ...change,
});
const done = { outcome: 'done' as const, words: '', byName: 'Tom Hughes', endedAt: at('2026-11-21') };

describe('an action', () => {
  test.each([
    ['the day before', '2026-11-21', true],
    ['on its day', '2026-11-22', false],
    ['the day after', '2026-11-23', false],
  ])('that was due %s', (_story, dueOn, overdue) => {
    expect(isOverdue(action({ dueOn }), TODAY)).toBe(overdue);
  });

  test('that has ended is never overdue', () => {
    expect(isOverdue(action({ end: done }), TODAY)).toBe(false);
  });

  test.each([
    ['overdue', action({ dueOn: '2026-11-21' }), 'Overdue by 1 day, since 21 November'],
    ['long overdue', action({ dueOn: '2025-11-22' }), 'Overdue by 365 days, since 22 November 2025'],
    ['due today', action({ dueOn: TODAY }), 'Due today'],
    ['to come', action({ dueOn: '2026-12-01' }), 'Due by 1 December'],
    ['done', action({ end: done }), 'Done on 21 November'],
    ['dropped', action({ end: { ...done, outcome: 'dropped' } }), 'Not needed any more on 21 November'],
  ])('%s says so', (_story, one, words) => {
    expect(dueWords(one, TODAY)).toBe(words);
  });

  test.each([
    ['her own', action({ ownerId: 'tom' }), 'You'],
    ['her tutor’s', action(), 'Ruth Adeyemi'],
    [
      'of somebody who has gone',
      action({ isOwnerHere: false }),
      'Ruth Adeyemi, who is not assigned any more; the tutor takes it on',
    ],
    ['ended by somebody who has gone', action({ isOwnerHere: false, end: done }), 'Ruth Adeyemi'],
  ])('%s says who does it', (_story, one, words) => {
    expect(ownerWords(one, 'tom')).toBe(words);
  });

  test('stands with the open ones by day, or with the ended ones, the newest first', () => {
    const all = [
      action({ id: 'b', dueOn: '2026-12-01' }),
      action({ id: 'a', dueOn: '2026-11-01' }),
      action({ id: 'c', end: done }),
      action({ id: 'd', end: { ...done, endedAt: at('2026-11-22') } }),
    ];
    expect(openActions(all).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(endedActions(all).map(({ id }) => id)).toEqual(['d', 'c']);
  });
});

test.each([
  ['nothing yet', { lastOn: null, due: [] }, 'No contact is written down yet. No action is open.'],
  ['no action', { lastOn: '2026-11-10', due: [] }, 'Last contact on Tuesday 10 November. No action is open.'],
  ['one open', { lastOn: '2026-11-10', due: [TODAY] }, 'Last contact on Tuesday 10 November. 1 action is open.'],
  [
    'one overdue',
    { lastOn: null, due: ['2026-11-21'] },
    'No contact is written down yet. 1 action is open and overdue.',
  ],
  [
    'two, one overdue',
    { lastOn: null, due: ['2026-11-21', TODAY] },
    'No contact is written down yet. 2 actions are open, 1 of them overdue.',
  ],
])('a log in one line: %s', (_story, facts, words) => {
  expect(summaryWords(facts, TODAY)).toBe(words);
  expect(overdueCount(facts, TODAY)).toBe(facts.due.filter((day) => day < TODAY).length);
});
