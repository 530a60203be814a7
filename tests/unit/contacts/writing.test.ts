import { describe, expect, test } from 'vitest';
import { aboutSignal, aboutWords } from '#src/domain/contacts/about.ts';
import { actionProblems, dueOnProblem, happenedOnProblem } from '#src/domain/contacts/writing.ts';
import { SIGNAL_KINDS } from '#src/domain/signals/kinds.ts';

const TODAY = '2026-11-22';

describe('the day of a contact', () => {
  test.each([
    ['today', TODAY, null],
    ['tomorrow', '2026-11-23', /today or a day before/],
    ['90 days ago', '2026-08-24', null],
    ['91 days ago', '2026-08-23', /within 90 days/],
  ])('%s', (_story, day, problem) => {
    if (problem === null) expect(happenedOnProblem(day, TODAY)).toBeNull();
    else expect(happenedOnProblem(day, TODAY)).toMatch(problem);
  });
});

describe('the day of an action', () => {
  test.each([
    ['today', TODAY, null],
    ['yesterday', '2026-11-21', /today or a day to come/],
    ['in a year', '2027-11-23', null],
    ['in a year and a day', '2027-11-24', /within a year/],
  ])('%s', (_story, day, problem) => {
    if (problem === null) expect(dueOnProblem(day, TODAY)).toBeNull();
    else expect(dueOnProblem(day, TODAY)).toMatch(problem);
  });
});

describe('an action beside an entry', () => {
  const whole = { words: 'Ask the office.', ownerId: 'ruth', dueOn: '2026-11-30' };
  const among = { owners: ['tom', 'ruth'], today: TODAY };

  test.each([
    ['whole', {}, []],
    ['left empty', { words: '', ownerId: '', dueOn: '' }, []],
    ['of spaces alone', { words: '  ', ownerId: '', dueOn: '' }, []],
    ['without words', { words: ' ' }, ['action']],
    ['without a day', { dueOn: '' }, ['dueOn']],
    ['without anybody', { ownerId: '' }, ['ownerId']],
    ['for somebody who does not read the log', { ownerId: 'daniel' }, ['ownerId']],
    ['of words alone', { ownerId: '', dueOn: '' }, ['dueOn', 'ownerId']],
    ['for a day that is over', { dueOn: '2026-11-01' }, ['dueOn']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(actionProblems({ ...whole, ...change }, among)).sort()).toEqual(fields);
  });
});

describe('the signal that an entry is about', () => {
  test.each(SIGNAL_KINDS.filter((kind) => kind !== 'wellbeing'))('%s is kept and has words', (kind) => {
    expect(aboutSignal(`${kind} fact:1`)).toBe(`${kind} fact:1`);
    expect(aboutWords(`${kind} fact:1`)).not.toBeNull();
  });

  test.each([
    ['a check-in, which others than those it was shared with would read of', 'wellbeing 2026-11'],
    ['a kind that there is not', 'hair-colour red'],
    ['a kind that only begins like one', 'no-sign-inside'],
    ['nothing', ''],
    ['more than a key', `no-sign-in ${'x'.repeat(400)}`],
  ])('is never %s', (_story, typed) => {
    expect(aboutSignal(typed)).toBeNull();
  });
});
