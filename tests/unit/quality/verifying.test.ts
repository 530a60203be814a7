import { describe, expect, test } from 'vitest';
import { handsIn, type Look, lookOutcome, lookProblems, vacsAnswersOf } from '#src/domain/quality/verifying.ts';

const YES = { valid: true, authentic: true, current: true, sufficient: true };
const agree = (criterionId: string) => ({ criterionId, outcome: 'agree' as const, reason: '' });
const look = (change: Partial<Look> = {}): Look => ({
  decided: ['3.1', '3.2'],
  said: [agree('3.1'), agree('3.2')],
  tests: YES,
  ...change,
});

describe('what a quality assurer says', () => {
  test('is whole with the four tests and a word on each decision', () => {
    expect(lookProblems(look())).toEqual({});
  });

  test.each([
    ['a decision she said nothing on', { said: [agree('3.1')] }, 'say-3.2'],
    ['nothing chosen', { said: [agree('3.1'), { criterionId: '3.2', outcome: null, reason: '' }] }, 'say-3.2'],
    [
      'a rejection without a reason',
      { said: [agree('3.1'), { criterionId: '3.2', outcome: 'reject' as const, reason: ' \n' }] },
      'reason-3.2',
    ],
    ['a test that was not answered', { tests: { ...YES, current: null } }, 'test-current'],
    ['a test that failed while she agrees on everything', { tests: { ...YES, authentic: false } }, 'test-authentic'],
  ])('%s is told at its field', (_story, change, field) => {
    expect(Object.keys(lookProblems(look(change)))).toEqual([field]);
  });

  test('a test may fail where she rejects what rests on it', () => {
    const said = [agree('3.1'), { criterionId: '3.2', outcome: 'reject' as const, reason: 'Two years old.' }];
    expect(lookProblems(look({ said, tests: { ...YES, current: false } }))).toEqual({});
    expect(lookOutcome(said)).toBe('reject');
    expect(lookOutcome([agree('3.1')])).toBe('agree');
  });
});

test('answers are read from how they are kept, whatever is missing', () => {
  expect(vacsAnswersOf('{"valid":true,"current":false,"other":1}')).toEqual({
    valid: true,
    authentic: null,
    current: false,
    sufficient: null,
  });
});

test('whoever wrote, decided, countersigned or signed had a hand in it, each once', () => {
  const assessment = { assessorId: 'owen', countersignedBy: 'joan' };
  expect(handsIn({ writer: { id: 'owen' }, assessment, signOff: null }, ['joan', 'daniel'])).toEqual([
    'owen',
    'joan',
    'daniel',
  ]);
  expect(handsIn({ writer: null, assessment: null, signOff: null }, [])).toEqual([]);
});
