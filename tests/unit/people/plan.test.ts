import { expect, test } from 'vitest';
import { type ImportPlan, importPlan, isNothing, planCounts } from '#src/domain/people/plan.ts';
import type { PeopleWorld } from '#src/domain/people/world.ts';
import { AMARA, type Cells, known, NEWCOMER, read, TODAY, world } from './peopleWorld.ts';

function planOf(rows: readonly Cells[], where: PeopleWorld = world()): ImportPlan {
  let made = 0;
  return importPlan(read(...rows).rows, where, () => `new-${String((made += 1))}`);
}

test('a trainee who is new gets an account, a place, a cohort, an assessor and a manager, and nobody else changes', () => {
  const plan = planOf([NEWCOMER]);
  const id = plan.added[0]?.id ?? '';
  expect(plan.added).toEqual([{ id, email: 'jo@office.example', name: 'Jo Field', language: 'en' }]);
  expect(plan.roles).toEqual([{ personId: id, role: 'trainee' }]);
  expect(plan.enrolments).toEqual([
    { traineeId: id, routeId: 'standard-15', startedOn: '2026-11-02', hoursPerWeek: 37 },
  ]);
  expect(plan.memberships).toMatchObject([{ traineeId: id, cohortId: 'london', joinedOn: '2026-11-02' }]);
  expect(plan.begun).toMatchObject([
    { kind: 'assessor', personId: 'daniel', traineeId: id, cohortId: null },
    { kind: 'manager', personId: 'kerry', traineeId: id, cohortId: null },
  ]);
  expect([plan.changed, plan.ended]).toEqual([[], []]);
  expect(planCounts(plan)).toEqual({ new: 1, changed: 0, same: 0, places: 1, begun: 2, ended: 0, admins: 0 });
});

test('somebody who begins later is in her cohort from today, and empty cells stand for the cohort’s first day and a full week', () => {
  const plan = planOf([{ ...NEWCOMER, cohort: 'Leeds, spring intake', starts_on: '', hours_per_week: '' }]);
  expect(plan.enrolments).toMatchObject([{ startedOn: '2027-03-01', hoursPerWeek: 37 }]);
  expect(plan.memberships).toMatchObject([{ cohortId: 'leeds', joinedOn: TODAY }]);
});

test('what is as before comes to nothing, whether it is written out or left empty', () => {
  const short = { email: 'ruth@office.example', name: 'Known ruth', roles: 'tutor', tutor_of: 'London, autumn intake' };
  const plan = planOf([AMARA, short]);
  expect(isNothing(plan)).toBe(true);
  expect(planCounts(plan)).toMatchObject({ same: 2, new: 0, changed: 0, begun: 0, ended: 0 });
});

test('another assessor takes over; the manager, of whom nothing is said, stays', () => {
  const plan = planOf([{ ...AMARA, assessor_email: 'joan@office.example', manager_email: '' }]);
  expect(plan.begun).toMatchObject([{ kind: 'assessor', personId: 'joan', traineeId: 'amara' }]);
  expect(plan.ended).toMatchObject([{ id: 'to-daniel', kind: 'assessor', personId: 'daniel', traineeId: 'amara' }]);
  expect(plan.lines[0]).toMatchObject({
    state: 'changed',
    words: ['Assessor: joan@office.example', 'Assessor no more: daniel@office.example'],
  });
});

test('a second assessor beside the first ends nothing', () => {
  const plan = planOf([{ ...AMARA, assessor_email: 'daniel@office.example | joan@office.example' }]);
  expect(plan.begun).toMatchObject([{ personId: 'joan' }]);
  expect(plan.ended).toEqual([]);
});

test('no role is taken away, and a new one is added', () => {
  const plan = planOf([{ email: 'daniel@office.example', name: 'Known daniel', roles: 'admin' }]);
  expect(plan.roles).toEqual([{ personId: 'daniel', role: 'admin' }]);
  expect(planCounts(plan).admins).toBe(1);
});

test('a name and a language are taken over; an empty language is left as it is', () => {
  const welsh = known('nia', { roles: ['manager'], language: 'cy' });
  const row = { email: 'nia@office.example', name: 'Nia Prosser', roles: 'manager' };
  expect(planOf([row], world(welsh)).changed).toEqual([{ id: 'nia', name: 'Nia Prosser', language: 'cy' }]);
});

test('people of the same file are assigned to each other by the accounts they are about to get', () => {
  const plan = planOf([
    { ...NEWCOMER, assessor_email: 'new@office.example' },
    { email: 'new@office.example', name: 'New One', roles: 'assessor' },
  ]);
  const assessor = plan.added.find(({ email }) => email === 'new@office.example');
  expect(plan.begun.find(({ kind }) => kind === 'assessor')?.personId).toBe(assessor?.id);
});

test('a trainee without a place who stands in the file with nothing but her role stays without one', () => {
  const waiting = known('robin', { roles: ['trainee'] });
  const row = { email: 'robin@office.example', name: 'Known robin', roles: 'trainee' };
  expect(isNothing(planOf([row], world(waiting)))).toBe(true);
});
