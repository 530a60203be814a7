import { expect, test } from 'vitest';
import { AMARA, type Cells, known, LEFT, NEWCOMER, problemsOf, world } from './peopleWorld.ts';

test.each<[string, readonly Cells[]]>([
  ['a trainee who is new', [NEWCOMER]],
  ['a trainee as she is', [AMARA]],
  ['a trainee whose programme has ended, as the list gives her', [LEFT]],
  [
    'a trainee with nothing but her name and role',
    [{ email: 'amara@office.example', name: 'Known amara', roles: 'trainee' }],
  ],
  ['a cohort in other capitals', [{ ...NEWCOMER, cohort: 'LONDON, Autumn Intake' }]],
  ['a route by its name', [{ ...NEWCOMER, route: 'standard, 15 MONTHS' }]],
  ['a trainee without a first day', [{ ...NEWCOMER, starts_on: '' }]],
  [
    'a trainee whose assessor is in the same file',
    [
      { ...NEWCOMER, assessor_email: 'new@office.example' },
      { email: 'new@office.example', name: 'New One', roles: 'assessor' },
    ],
  ],
  [
    'a tutor of a cohort that is hers already',
    [{ email: 'ruth@office.example', name: 'Ruth', roles: 'tutor', tutor_of: 'London, autumn intake' }],
  ],
  ['another assessor for a trainee', [{ ...AMARA, assessor_email: 'joan@office.example' }]],
])('nothing is wrong with %s', (_story, rows) => {
  expect(problemsOf(rows)).toEqual([]);
});

test.each<[string, readonly Cells[], string]>([
  ['an address in two rows', [NEWCOMER, NEWCOMER], '3 email: This address is in row 2 already'],
  [
    'an account that is switched off',
    [{ email: 'gone@office.example', name: 'Gone', roles: 'assessor' }],
    '2 email: This account is switched off',
  ],
  [
    'a second role for somebody from outside',
    [{ email: 'edith@office.example', name: 'Edith', roles: 'tutor' }],
    '2 roles: An external',
  ],
  ['a cohort that there is not', [{ ...NEWCOMER, cohort: 'Atlantis' }], '2 cohort: There is no cohort of this name'],
  ['a cohort that is closed', [{ ...NEWCOMER, cohort: 'Kent, old intake' }], '2 cohort: This cohort is closed since'],
  ['a new trainee without a cohort', [{ ...NEWCOMER, cohort: '' }], '2 cohort: It is empty'],
  ['a new trainee without a route', [{ ...NEWCOMER, route: '' }], '2 route: It is empty'],
  ['a route that there is not', [{ ...NEWCOMER, route: 'standard-99' }], '2 route: There is no such route'],
  [
    'a trainee moved by the file',
    [{ ...AMARA, cohort: 'Leeds, spring intake' }],
    '2 cohort: She is in London, autumn intake',
  ],
  [
    'a cohort for somebody whose programme has ended',
    [{ ...LEFT, cohort: 'London, autumn intake' }],
    '2 cohort: Her programme ended on 30 October 2026',
  ],
  [
    'an assessor for somebody whose programme has ended',
    [{ ...LEFT, assessor_email: 'daniel@office.example' }],
    '2 assessor_email: Her programme ended on 30 October 2026',
  ],
  ['another first day', [{ ...AMARA, starts_on: '2026-06-08' }], '2 starts_on: Her first day is 2026-06-01'],
  ['other hours', [{ ...AMARA, hours_per_week: '30' }], '2 hours_per_week: Her hours are 37 a week'],
  [
    'a cohort for somebody who is no trainee',
    [{ email: 'x@office.example', name: 'X', roles: 'tutor', cohort: 'London, autumn intake' }],
    '2 cohort: She is no trainee',
  ],
  [
    'an assessor of herself',
    [{ ...NEWCOMER, assessor_email: 'jo@office.example', roles: 'trainee|assessor' }],
    '2 assessor_email: She cannot assess herself',
  ],
  [
    'her own line manager',
    [{ ...NEWCOMER, manager_email: 'jo@office.example', roles: 'trainee|manager' }],
    '2 manager_email: She cannot be her own line manager',
  ],
  [
    'an assessor whom nobody knows',
    [{ ...NEWCOMER, assessor_email: 'who@office.example' }],
    '2 assessor_email: Nobody has this address',
  ],
  [
    'an assessor whose account is off',
    [{ ...NEWCOMER, assessor_email: 'gone@office.example' }],
    '2 assessor_email: This account is switched off',
  ],
  [
    'an assessor who is none',
    [{ ...NEWCOMER, assessor_email: 'ruth@office.example' }],
    '2 assessor_email: She is no assessor',
  ],
  [
    'cohorts for somebody who is no tutor',
    [{ email: 'daniel@office.example', name: 'Daniel', roles: 'assessor', tutor_of: 'London, autumn intake' }],
    '2 tutor_of: She is no tutor',
  ],
  [
    'a tutor of her own cohort',
    [{ ...NEWCOMER, roles: 'trainee|tutor', tutor_of: 'London, autumn intake' }],
    '2 tutor_of: She is a trainee of this cohort herself',
  ],
  [
    'a tutor of a cohort that is closed',
    [{ email: 'ruth@office.example', name: 'Ruth', roles: 'tutor', tutor_of: 'Kent, old intake' }],
    '2 tutor_of: This cohort is closed since',
  ],
])('told: %s', (_story, rows, expected) => {
  expect(problemsOf(rows)).toEqual([expect.stringContaining(expected)]);
});

test('one person who would assess and manage somebody is told, also where half of it stands already', () => {
  const both = known('kerry', { roles: ['manager', 'assessor'] });
  const said = 'She would both assess and manage her';
  expect(problemsOf([{ ...NEWCOMER, assessor_email: 'kerry@office.example' }], world(both))).toEqual([
    expect.stringContaining(said),
  ]);
  const taken = {
    email: 'amara@office.example',
    name: 'Known amara',
    roles: 'trainee',
    assessor_email: 'kerry@office.example',
  };
  expect(problemsOf([taken], world(both))).toEqual([expect.stringContaining(said)]);
});

test('what stands in the portal already is never a problem of a file that says the same', () => {
  const odd = known('odd', {
    ...{
      roles: ['trainee'],
      cohortId: 'old',
      enrolment: { routeId: 'standard-15', startedOn: '2024-11-04', hoursPerWeek: 30 },
    },
    assessors: [{ id: 'a', personId: 'gone', email: 'gone@office.example' }],
  });
  const row = {
    email: 'odd@office.example',
    name: 'Known odd',
    roles: 'trainee',
    cohort: 'Kent, old intake',
    assessor_email: 'gone@office.example',
  };
  expect(problemsOf([row], world(odd))).toEqual([]);
});
