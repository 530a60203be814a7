import { describe, expect, test } from 'vitest';
import { CHOOSABLE } from '#src/domain/notices/choices.ts';
import { choosableBy } from '#src/domain/notices/concerns.ts';

describe('what somebody can choose about is what she can ever be told of', () => {
  test.each([
    ['a line manager', ['manager'], ['action-due', 'digest']],
    ['an administrator', ['admin'], ['digest']],
    ['an assessor', ['assessor'], ['digest']],
    [
      'a practice tutor',
      ['tutor'],
      ['caseload-breach', 'new-signal', 'message-answer', 'cover', 'cohort-people', 'action-due', 'digest'],
    ],
    ['whoever is tutor and trainee', ['tutor', 'trainee'], [...CHOOSABLE]],
  ] as const)('%s', (_who, roles, kinds) => {
    expect(choosableBy(roles)).toEqual(kinds);
  });

  test('a trainee about everything but who else is in a cohort', () => {
    expect(choosableBy(['trainee'])).toEqual(CHOOSABLE.filter((kind) => kind !== 'cohort-people'));
  });
});
