import { describe, expect, test } from 'vitest';
import { ABILITIES, type Ability, authorise, authoriseRoute, can, type SubjectOf } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { aViewer } from '../../support/viewer.ts';

/** Source: "Who may see what", docs/contract.md. yes; 403: her role never does; 404: not hers. The record is Amara's, in London. */
const TABLE = `
| ability              | none | trainee   | tutor      | assessor   | manager    | verifier     | admin |
|                      |      | own other | mine other | mine other | mine other | sample other |       |
| account.use          | 404  | yes 404   | 404  404   | 404  404   | 404  404   | 404    404   | 404   |
| module.read          | 403  | yes yes   | yes  yes   | yes  yes   | yes  yes   | yes    yes   | yes   |
| module.work          | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| caseFile.read        | 403  | yes yes   | yes  yes   | yes  yes   | yes  yes   | yes    yes   | yes   |
| glossary.read        | 403  | yes yes   | yes  yes   | yes  yes   | yes  yes   | yes    yes   | yes   |
| search.use           | 403  | yes yes   | yes  yes   | yes  yes   | yes  yes   | yes    yes   | yes   |
| check.answer         | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| reflection.write     | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| exercise.work        | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| mark.write           | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| progress.read        | 403  | yes 404   | yes  404   | yes  404   | 403  403   | 403    403   | 403   |
| standing.read        | 403  | yes 404   | yes  404   | yes  404   | yes  404   | 403    403   | 403   |
| trainee.read         | 403  | yes 404   | yes  404   | yes  404   | yes  404   | 403    403   | 403   |
| cohort.read          | 403  | 403 403   | yes  404   | 403  403   | 403  403   | 403    403   | 403   |
| grid.read            | 403  | yes 404   | yes  404   | yes  404   | yes  404   | 403    403   | 403   |
| evidence.write       | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| evidence.read        | 403  | yes 404   | yes  404   | yes  404   | 403  403   | yes    404   | 403   |
| evidence.decide      | 403  | 403 403   | 403  403   | yes  404   | 403  403   | 403    403   | 403   |
| evidence.sign        | 403  | 403 403   | 403  403   | yes  404   | 403  403   | 403    403   | 403   |
| case.read            | 403  | yes 404   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| case.allocate        | 403  | 403 403   | 403  403   | 403  403   | yes  404   | 403    403   | 403   |
| case.change          | 403  | 403 403   | 403  403   | 403  403   | yes  404   | 403    403   | 403   |
| case.rename          | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| case.object          | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| objection.answer     | 403  | 403 403   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| reduction.write      | 403  | 403 403   | 403  403   | 403  403   | yes  404   | 403    403   | 403   |
| matter.acknowledge   | 404  | yes 404   | 404  404   | 404  404   | 404  404   | 404    404   | 404   |
| office.administer    | 403  | 403 403   | 403  403   | 403  403   | 403  403   | 403    403   | yes   |
| limit.read           | 403  | yes 404   | yes  404   | yes  404   | yes  404   | 403    403   | 403   |
| placement.read       | 403  | yes 404   | yes  404   | yes  404   | yes  404   | 403    403   | 403   |
| placement.propose    | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| placement.agree      | 403  | 403 403   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| placement.log        | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| placementHost.write  | 403  | yes 404   | yes  404   | 403  403   | 403  403   | 403    403   | 403   |
| placement.wish       | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| placementOffer.write | 403  | 403 403   | 403  403   | 403  403   | 403  403   | 403    403   | yes   |
| readiness.read       | 403  | yes 404   | yes  404   | yes  404   | yes  404   | 403    403   | 403   |
| readiness.write      | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| readiness.agree      | 403  | 403 403   | 403  403   | 403  403   | yes  404   | 403    403   | 403   |
| studyTime.read       | 403  | yes 404   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| studyTime.write      | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| week.read            | 403  | yes 404   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| week.write           | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| weekPattern.write    | 403  | 403 403   | 403  403   | 403  403   | 403  403   | 403    403   | yes   |
| calendar.use         | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| supervision.read     | 403  | yes 404   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| supervision.write    | 403  | 403 403   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| supervision.sign     | 403  | yes 404   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| wellbeing.read       | 403  | yes 404   | yes  404   | 403  403   | yes  404   | 403    403   | 403   |
| wellbeing.write      | 403  | yes 404   | 403  403   | 403  403   | 403  403   | 403    403   | 403   |
| programme.administer | 403  | 403 403   | 403  403   | 403  403   | 403  403   | 403    403   | yes   |
`;

const NOBODY = aViewer('somebody');
const viewer = (change: Partial<Viewer>): Viewer => ({ ...NOBODY, ...change });

/** In the order of the table's columns. */
const VIEWERS: readonly (readonly [column: string, viewer: Viewer])[] = [
  ['none', NOBODY],
  ['trainee own', viewer({ id: 'amara', roles: ['trainee'] })],
  ['trainee other', viewer({ id: 'tom', roles: ['trainee'] })],
  ['tutor mine', viewer({ roles: ['tutor'], tutorOf: ['london'] })],
  ['tutor other', viewer({ roles: ['tutor'], tutorOf: ['wales'] })],
  ['assessor mine', viewer({ roles: ['assessor'], assessorOf: ['tom', 'amara'] })],
  ['assessor other', viewer({ roles: ['assessor'], assessorOf: ['tom'] })],
  ['manager mine', viewer({ roles: ['manager'], managerOf: ['amara'] })],
  ['manager other', viewer({ roles: ['manager'], managerOf: ['tom'] })],
  ['verifier sample', viewer({ id: 'venetia', roles: ['verifier'] })],
  ['verifier other', viewer({ id: 'victor', roles: ['verifier'] })],
  ['admin', viewer({ roles: ['admin'] })],
];

/** All that any rule asks of a record. */
const AMARAS = { personId: 'amara', traineeId: 'amara', cohortId: 'london', sampledBy: ['venetia'], isShared: true };

const lines = TABLE.trim()
  .split('\n')
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((part) => part.trim()),
  );
const cells = lines.flatMap(([ability = '', ...groups]) =>
  groups
    .flatMap((group) => group.split(/\s+/))
    .map((expected, index) => ({ ability: ability as Ability, who: VIEWERS[index]!, expected })),
);

/** yes, 403, 404, or 401 where nobody is signed in. */
function answerTo<A extends Ability>(asking: Viewer | null, ability: A, subject: SubjectOf<A> | null): string {
  try {
    authorise(asking, ability, subject);
    return 'yes';
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { not_signed_in: '401', not_allowed: '403', not_found: '404' }[error.code as string] ?? error.code;
  }
}

describe('the policy says what the contract says', () => {
  test('every ability has its line', () => {
    expect(lines.map(([ability]) => ability)).toEqual(Object.keys(ABILITIES));
    expect(cells).toHaveLength(Object.keys(ABILITIES).length * VIEWERS.length);
  });

  test.each(lines.map(([ability]) => ability as Ability))('%s', (ability) => {
    const asked = cells.filter((cell) => cell.ability === ability);
    const answers = asked.map(({ who: [column, asking] }) => `${column}: ${answerTo(asking, ability, AMARAS)}`);
    expect(answers).toEqual(asked.map(({ who: [column], expected }) => `${column}: ${expected}`));
  });

  test.each(Object.keys(ABILITIES) as Ability[])(
    '%s: what is shown and what is let through are the same',
    (ability) => {
      for (const [, asking] of VIEWERS)
        expect(can(asking, ability, AMARAS)).toBe(answerTo(asking, ability, AMARAS) === 'yes');
    },
  );

  test.each(Object.keys(ABILITIES) as Ability[])(
    '%s: nobody without signing in, and nothing for a record that is not there',
    (ability) => {
      expect(answerTo(null, ability, AMARAS)).toBe('401');
      expect(can(null, ability, AMARAS)).toBe(false);
      for (const [, asking] of VIEWERS) expect(answerTo(asking, ability, null)).not.toBe('yes');
    },
  );
});

test('a check-in that is not shared is read by nobody but her who wrote it', () => {
  const answers = VIEWERS.map(([, asking]) => answerTo(asking, 'wellbeing.read', { ...AMARAS, isShared: false }));
  expect(answers.filter((answer) => answer === 'yes')).toHaveLength(1);
  expect(answerTo(VIEWERS[1]![1], 'wellbeing.read', { ...AMARAS, isShared: false })).toBe('yes');
});

describe('roles never mix', () => {
  const morgan = viewer({
    id: 'morgan',
    roles: ['tutor', 'assessor', 'manager'],
    tutorOf: ['wales'],
    assessorOf: ['tom'],
    managerOf: ['priya'],
  });
  const of = (traineeId: string, cohortId: string) => ({ traineeId, cohortId });

  test.each([
    ['reads the cases of her own cohort as its tutor', 'case.read', of('nia', 'wales'), 'yes'],
    ['reads the cases of those she manages', 'case.read', of('priya', 'london'), 'yes'],
    ['reads no cases of somebody she assesses', 'case.read', of('tom', 'london'), '404'],
    ['signs for those she assesses', 'evidence.sign', of('tom', 'london'), 'yes'],
    ['signs nothing for those she only manages', 'evidence.sign', of('priya', 'london'), '404'],
    ['signs nothing for those she only tutors', 'evidence.sign', of('nia', 'wales'), '404'],
    ['sees no progress of those she only manages', 'progress.read', of('priya', 'london'), '404'],
    ['allocates nothing to those she only tutors', 'case.allocate', of('nia', 'wales'), '404'],
  ] as const)('a tutor, assessor and manager of different people %s', (_story, ability, subject, expected) => {
    expect(answerTo(morgan, ability, subject)).toBe(expected);
  });

  test.each(['evidence.decide', 'evidence.sign', 'case.allocate', 'placement.agree'] as const)(
    'nobody does %s for herself, whatever she is assigned to',
    (ability) => {
      const herself = viewer({
        id: 'amara',
        roles: ['trainee', 'tutor', 'assessor', 'manager'],
        tutorOf: ['london'],
        assessorOf: ['amara'],
        managerOf: ['amara'],
      });
      expect(answerTo(herself, ability, of('amara', 'london'))).toBe('404');
    },
  );

  test('a trainee in no cohort belongs to no tutor', () => {
    expect(
      answerTo(viewer({ roles: ['tutor'], tutorOf: ['london'] }), 'trainee.read', {
        traineeId: 'amara',
        cohortId: null,
      }),
    ).toBe('404');
  });

  test('being sampled by somebody gives nothing to a verifier who has lost the role', () => {
    expect(answerTo(viewer({ id: 'venetia', roles: ['trainee'] }), 'evidence.read', AMARAS)).toBe('404');
  });
});

describe('the route ring', () => {
  const codeOf = (asking: Viewer | null, pattern: string) => {
    try {
      authoriseRoute(asking, pattern);
      return 'passes';
    } catch (error) {
      return isRefusal(error) ? error.code : 'bug';
    }
  };

  test.each([
    ['a public page passes anybody', null, '/privacy', 'passes'],
    ['nobody passes without signing in', null, '/account', 'not_signed_in'],
    ['a page for everybody passes a person without a role', NOBODY, '/account', 'passes'],
    ['a page for a role does not', NOBODY, '/modules', 'not_allowed'],
    ['the role passes', viewer({ roles: ['admin'] }), '/admin', 'passes'],
    ['one role among several is enough', viewer({ roles: ['trainee', 'tutor'] }), '/cohorts', 'passes'],
    ['a page that nobody thought of is refused', viewer({ roles: ['admin'] }), '/new-page', 'not_found'],
    ['so is one that only objects know', viewer({ roles: ['admin'] }), 'constructor', 'not_found'],
  ] as const)('%s', (_story, asking, pattern, expected) => {
    expect(codeOf(asking, pattern)).toBe(expected);
  });
});
