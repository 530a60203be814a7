import { expect, test } from 'vitest';
import { assigningProblems, type AssigningFacts, endingDayProblem } from '#src/domain/people/assigning.ts';
import { accountState, peopleAddress, readPeopleFilter } from '#src/domain/people/filter.ts';
import { importPercent, importProgressWords } from '#src/domain/people/importing.ts';
import { leftWords } from '#src/domain/people/leaving.ts';
import { emailProblem, nameProblem } from '#src/domain/people/names.ts';
import { type AccountFacts, disableProblem, newRolesProblem } from '#src/domain/people/rights.ts';
import type { Role } from '#src/domain/access/roles.ts';

const facts = (change: Partial<AccountFacts> = {}): AccountFacts => ({
  ...{ personId: 'ruth', byId: 'harvey', roles: ['tutor'], isDisabled: false, admins: 2 },
  ...change,
});
const admin = { roles: ['admin'] as Role[] };

test.each<[string, Partial<AccountFacts>, Role[], Role[], RegExp | null]>([
  ['a second role', {}, ['tutor', 'assessor'], [], null],
  ['another role in place of one that nobody needs', {}, ['assessor'], [], null],
  ['administrator for somebody', {}, ['tutor', 'admin'], [], null],
  ['administrator taken from one of two', admin, ['tutor'], [], null],
  ['administrator taken from the last', { ...admin, admins: 1 }, ['tutor'], [], /only administrator/],
  ['administrator taken from herself', { ...admin, personId: 'harvey' }, ['tutor'], [], /from yourself/],
  ['a tutor with a cohort who is to be none', {}, ['assessor'], ['tutor'], /tutor of a cohort/],
  ['an assessor with trainees who is to be none', { roles: ['assessor'] }, ['tutor'], ['assessor'], /Hand them over/],
  [
    'a trainee with a place who is to be none',
    { roles: ['trainee'] },
    ['tutor'],
    ['trainee'],
    /place in the programme/,
  ],
  ['somebody from outside with a second role', {}, ['external', 'tutor'], [], /from outside/],
])('roles: %s', (_story, change, roles, needed, problem) => {
  const said = newRolesProblem(facts(change), roles, needed);
  if (problem === null) expect(said).toBeNull();
  else expect(said).toMatch(problem);
});

test.each<[string, Partial<AccountFacts>, RegExp | null]>([
  ['somebody else', {}, null],
  ['an administrator, of two', admin, null],
  ['the last administrator', { ...admin, admins: 1 }, /only administrator/],
  ['herself', { ...admin, personId: 'harvey' }, /your own account/],
])('switching off: %s', (_story, change, problem) => {
  const said = disableProblem(facts(change));
  if (problem === null) expect(said).toBeNull();
  else expect(said).toMatch(problem);
});

const person = (id: string, ...roles: Role[]) => ({ id, name: id, isDisabled: false, roles });
const asks = (change: Partial<AssigningFacts>): AssigningFacts => ({
  ...{ kind: 'assessor', trainee: person('amara', 'trainee'), person: person('joan', 'assessor'), others: [] },
  ...{ startsOn: '2026-11-23', today: '2026-11-23' },
  ...change,
});

test.each<[string, Partial<AssigningFacts>, Record<string, RegExp>]>([
  ['an assessor from today', {}, {}],
  ['from a day to come', { startsOn: '2027-01-04' }, {}],
  ['from yesterday: rights never count backwards', { startsOn: '2026-11-22' }, { startsOn: /from today/ }],
  ['nobody', { person: null }, { personId: /Choose who/ }],
  ['herself', { person: person('amara', 'assessor') }, { personId: /herself/ }],
  ['somebody without the role', { person: person('ruth', 'tutor') }, { personId: /not a practice assessor/ }],
  [
    'an account that is off',
    { person: { ...person('joan', 'assessor'), isDisabled: true } },
    { personId: /switched off/ },
  ],
  [
    'somebody who has it already',
    { others: [{ kind: 'assessor', personId: 'joan', endsOn: null }] },
    { personId: /already/ },
  ],
  ['somebody who had it once', { others: [{ kind: 'assessor', personId: 'joan', endsOn: '2026-11-01' }] }, {}],
  [
    'her line manager',
    { others: [{ kind: 'manager', personId: 'joan', endsOn: null }] },
    { personId: /assesses nobody she manages/ },
  ],
  ['for somebody who is no trainee', { trainee: person('ruth', 'tutor') }, { kind: /Only a trainee/ }],
])('assigned: %s', (_story, change, problems) => {
  const said = assigningProblems(asks(change));
  expect(Object.keys(said)).toEqual(Object.keys(problems));
  for (const [field, words] of Object.entries(problems)) expect(said[field]).toMatch(words);
});

test.each<[string, string | null, string, RegExp | null]>([
  ['today', null, '2026-11-23', null],
  ['earlier than was said before', '2027-01-01', '2026-12-01', null],
  ['yesterday', null, '2026-11-22', /from today/],
  ['what is over', '2026-11-20', '2026-11-23', /over already/],
])('ended: %s', (_story, ended, endsOn, problem) => {
  const said = endingDayProblem(ended, endsOn, '2026-11-23');
  if (problem === null) expect(said).toBeNull();
  else expect(said).toMatch(problem);
});

test.each(['', 'a'.repeat(101), '=Jo', '-Jo', '9 Jo', 'Jo\nField'])('%j is no name', (name) => {
  expect(nameProblem(name)).not.toBeNull();
});
test.each([
  '',
  'jo',
  '=jo@b.example',
  '+jo@b.example',
  'jo@b',
  `${'a'.repeat(250)}@b.example`,
  'jo@b.example\nbcc:x@y.example',
])('%j is no address', (email) => {
  expect(emailProblem(email)).not.toBeNull();
});

test('what nobody else does is said with where it is seen to, and never more than five names', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const left = { cohorts: ['London'], assessed: names, managed: [], countersigned: [] };
  expect(leftWords(left).map(({ words }) => words)).toEqual([
    'No other tutor: London',
    'No other assessor: A; B; C; D; E; and 2 more',
  ]);
});

test('an address of the list means the same when it is written again; what it cannot mean is left out', () => {
  const filter = readPeopleFilter(new URLSearchParams('q= ruth &role=tutor&cohort=london&state=invited&page=2'));
  expect(peopleAddress(filter, 2)).toBe('/admin/people?q=ruth&role=tutor&cohort=london&state=invited&page=2');
  expect(readPeopleFilter(new URLSearchParams('role=king&state=odd&page=-1'))).toMatchObject({
    role: null,
    state: null,
    page: 1,
  });
});

test('an account that is off is off, whether it has a password or not', () => {
  expect(accountState({ isDisabled: true, hasPassword: true })).toBe('disabled');
  expect(accountState({ isDisabled: false, hasPassword: false })).toBe('invited');
  expect(accountState({ isDisabled: false, hasPassword: true })).toBe('active');
});

test('only an import that is over is at a hundred per cent', () => {
  expect(importPercent({ state: 'running', done: 10, total: 10 })).toBe(99);
  expect(importPercent({ state: 'running', done: 0, total: 0 })).toBe(0);
  expect(importPercent({ state: 'done', done: 10, total: 10 })).toBe(100);
  expect(importProgressWords({ state: 'running', done: 5, total: 10, isLive: true })).toContain('50 % done: 5 of 10');
  expect(importProgressWords({ state: 'running', done: 5, total: 10, isLive: false })).toContain(
    'Stopped in the middle',
  );
});
