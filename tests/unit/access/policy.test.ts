import { describe, expect, test } from 'vitest';
import { ABILITIES, type Ability, authorise, can, type SubjectOf } from '#src/domain/access/policy.ts';
import { authoriseRoute } from '#src/domain/access/routes.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { aViewer } from '../../support/viewer.ts';
import { ABILITY_TABLE } from './abilityTable.ts';

const NOBODY = aViewer('somebody');
const viewer = (change: Partial<Viewer>): Viewer => ({ ...NOBODY, ...change });

/** In the order of the table's columns. */
const VIEWERS: readonly (readonly [column: string, viewer: Viewer])[] = [
  ['none', NOBODY],
  ['trainee own', viewer({ id: 'amara', roles: ['trainee'], memberOf: ['london'] })],
  ['trainee other', viewer({ id: 'nia', roles: ['trainee'], memberOf: ['wales'] })],
  ['tutor mine', viewer({ roles: ['tutor'], tutorOf: ['london'] })],
  ['tutor other', viewer({ roles: ['tutor'], tutorOf: ['wales'] })],
  ['assessor mine', viewer({ roles: ['assessor'], assessorOf: ['tom', 'amara'] })],
  ['assessor other', viewer({ roles: ['assessor'], assessorOf: ['tom'] })],
  ['manager mine', viewer({ roles: ['manager'], managerOf: ['amara'] })],
  ['manager other', viewer({ roles: ['manager'], managerOf: ['tom'] })],
  ['verifier sample', viewer({ id: 'venetia', roles: ['verifier'] })],
  ['verifier other', viewer({ id: 'victor', roles: ['verifier'] })],
  ['admin', viewer({ roles: ['admin'] })],
  ['external sample', viewer({ id: 'edith', roles: ['external'], externalOf: ['walk-in'] })],
  ['external other', viewer({ id: 'edith', roles: ['external'], externalOf: ['another'] })],
];

/** All that any rule asks of a record. */
const AMARAS = {
  personId: 'amara',
  traineeId: 'amara',
  cohortId: 'london',
  sampledBy: ['venetia'],
  senderId: 'somebody',
  submissionIds: ['walk-in'],
  assessorId: 'owen',
  decidedBy: ['owen', 'joan'],
  judges: ['joan'],
  isShared: true,
  leaderId: 'amara',
  ownerId: 'amara',
};

const lines = ABILITY_TABLE.trim()
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

  test.each([
    [
      'somebody who countersigns this assessor',
      viewer({ id: 'joan', roles: ['assessor'], countersignerOf: ['owen'] }),
      'yes',
    ],
    [
      'a countersigner of somebody else',
      viewer({ id: 'joan', roles: ['assessor'], countersignerOf: ['daniel'] }),
      '404',
    ],
    ['the assessor herself', viewer({ id: 'owen', roles: ['assessor'], countersignerOf: ['owen'] }), '404'],
    ['the trainee herself', viewer({ id: 'amara', roles: ['assessor'], countersignerOf: ['owen'] }), '404'],
  ])('%s may countersign decisions of an assessor in training: or not', (_story, asking, expected) => {
    expect(answerTo(asking, 'countersign.write', AMARAS)).toBe(expected);
  });

  test.each(['verification.write', 'signOff.unlock'] as const)(
    'nobody does %s on what she decided herself',
    (ability) => {
      const venetia = viewer({ id: 'venetia', roles: ['verifier', 'assessor'] });
      expect(answerTo(venetia, ability, AMARAS)).toBe('yes');
      expect(answerTo(venetia, ability, { ...AMARAS, decidedBy: ['venetia'] })).toBe('404');
      expect(answerTo(venetia, ability, { ...AMARAS, traineeId: 'venetia' })).toBe('404');
    },
  );

  test('only those who were asked judge a standardisation exercise', () => {
    expect(answerTo(viewer({ id: 'joan', roles: ['assessor'] }), 'standardisation.judge', AMARAS)).toBe('yes');
    expect(answerTo(viewer({ id: 'joan', roles: ['tutor'] }), 'standardisation.judge', AMARAS)).toBe('403');
  });

  test('an external quality assurer whose days are over reads nothing', () => {
    const edith = viewer({ id: 'edith', roles: ['external'], externalOf: [] });
    expect(answerTo(edith, 'evidence.read', AMARAS)).toBe('404');
    expect(answerTo(edith, 'sampleGrid.read', AMARAS)).toBe('404');
  });

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
