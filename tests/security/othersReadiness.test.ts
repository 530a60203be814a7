import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const WHOLE = {
  kind: 'lone_work',
  shadowed_on: '2026-01-05',
  shadowed_with: 'Probation officer',
  buddy: 'Duty officer',
  check_in: 'Text before and after',
  revision: 1,
  saved_at: AT,
};

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  insert('readiness_checks', { id: 'nias', trainee_id: 'nia', ...WHOLE });
  insert('readiness_checks', { id: 'priyas', trainee_id: 'priya', ...WHOLE });
  insert('readiness_checks', { id: 'priyas-visit', trainee_id: 'priya', ...WHOLE, kind: 'home_visit', buddy: '' });
}

const portal = servedPortal({ prepare });

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
const agree = async (person: string, checkId: string, revision = '1') =>
  (await portal().signIn(person)).call('readiness.agree', formOf({ checkId, revision }));
const save = async (person: string, fields: Fields) =>
  (await portal().signIn(person)).post('/placements/readiness?_action=readiness.save', {
    id: randomUUID(),
    kind: 'lone_work',
    shadowedOn: '2026-01-05',
    shadowedWith: 'Probation officer',
    buddy: 'Duty officer',
    checkIn: 'Text before and after',
    basedOn: '1',
    ...fields,
  });
const agreements = (checkId: string) =>
  portal().rows('select revision, manager_id from readiness_agreements where check_id = ? order by revision', checkId);
const WAITS = 'Everything but your agreement is there for the first time working alone.';

describe('agreeing to a readiness check', () => {
  test.each([
    ['huw', 404],
    ['salma', 404],
    ['ruth', 403],
    ['daniel', 403],
    ['priya', 403],
    ['harvey', 403],
  ] as const)('is not for %s', async (person, status) => {
    expect((await agree(person, 'priyas')).status).toBe(status);
    expect(agreements('priyas')).toEqual([]);
  });

  test('is refused while something is missing, and from a page that is older than what stands there', async () => {
    expect((await agree('kerry', 'priyas-visit')).status).toBe(422);
    expect((await agree('huw', 'nias')).status, 'Nia has not done the modules yet').toBe(422);
    expect((await agree('kerry', 'priyas', '2')).status).toBe(409);
    expect([...agreements('priyas-visit'), ...agreements('nias'), ...agreements('priyas')]).toEqual([]);
  });

  test('counts once, for what stood there; a change asks for it again, the same words do not', async () => {
    for (let time = 0; time < 2; time += 1) await agree('kerry', 'priyas');
    expect(agreements('priyas')).toEqual([{ revision: 1, manager_id: 'kerry' }]);
    const page = async () => (await (await portal().signIn('priya')).get('/placements/readiness?kind=lone_work')).text;
    expect(await page()).toContain('Ready: agreed by');
    expect((await save('priya', {})).status).toBe(303);
    expect(await page()).toContain('Ready: agreed by');
    expect((await save('priya', { buddy: 'Somebody else on duty' })).status).toBe(303);
    expect(await page()).toContain('Not ready yet: 1 of 5 is missing.');
    expect((await agree('kerry', 'priyas', '1')).status, 'to what no longer stands there').toBe(409);
    const { text } = await (await portal().signIn('kerry')).get('/');
    expect(text).toContain(WAITS);
  });
});

describe('a readiness check', () => {
  test('is saved for whoever sends it, whatever the form says', async () => {
    const before = portal().rows(`select * from readiness_checks where trainee_id = 'priya'`);
    expect((await save('marcus', { traineeId: 'priya', revision: '9', id: randomUUID(), basedOn: '0' })).status).toBe(
      303,
    );
    expect(portal().rows(`select * from readiness_checks where trainee_id = 'priya'`)).toEqual(before);
    expect(portal().rows(`select revision from readiness_checks where trainee_id = 'marcus'`)).toEqual([
      { revision: 1 },
    ]);
  });

  test.each([
    ['a number to call', { buddy: 'Kim, extension 4411' }, 400],
    ['a telephone number', { checkIn: 'Ring 07700 900123' }, 400],
    ['a day to come', { shadowedOn: '2099-01-01' }, 400],
    ['a day that is none', { shadowedOn: '2026-02-30' }, 400],
    ['an old page', { basedOn: '0', buddy: 'Another' }, 409],
  ])('is refused with %s', async (_story, fields, status) => {
    const before = portal().rows('select * from readiness_checks order by id');
    expect((await save('priya', fields)).status).toBe(status);
    expect(portal().rows('select * from readiness_checks order by id')).toEqual(before);
  });
});
