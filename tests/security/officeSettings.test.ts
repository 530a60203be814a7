import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const clients = new Map<string, PortalClient>();
const OTHERS = ['amara', 'ruth', 'daniel', 'kerry', 'venetia'] as const;

beforeAll(async () => {
  for (const person of ['harvey', ...OTHERS]) clients.set(person, await portal().signIn(person));
});

const as = (person: string) => {
  const client = clients.get(person);
  if (!client) throw new Error(`${person} has not signed in`);
  return client;
};
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const settings = () => portal().rows('select * from office_settings order by rowid');
const PAGE = '/admin/office/supervision/change';

/** The form for supervision as its page makes it now, beginning from the newest version. */
function form(change: Fields = {}): Fields {
  const newest = portal()
    .rows(`select id from office_settings where kind = 'supervision' order by rowid desc limit 1`)
    .map(({ id }) => String(id));
  const from = newest[0] ?? 'default-2026-11';
  return {
    ...{ settingId: randomUUID(), kind: 'supervision', startedFrom: from, newest: from, effectiveFrom: dayFromNow(1) },
    ...{ reason: 'Our policy', everyWeeks: '6', firstWithinWeeks: '4' },
    ...change,
  };
}

const send = (fields: Fields, person = 'harvey') => as(person).post(`${PAGE}?_action=office.set`, fields);

describe('only an administrator sets what an office decides', () => {
  test.each(OTHERS)('%s neither reads the settings nor sets one, whichever way she asks', async (person) => {
    for (const page of ['/admin/office', '/admin/office/case-rules', PAGE]) {
      expect((await as(person).get(page)).status).toBe(403);
    }
    const before = settings();
    const body = new FormData();
    for (const [name, value] of Object.entries(form())) body.set(name, String(value));
    expect((await send(form(), person)).status).toBe(403);
    expect((await as(person).post('/account?_action=office.set', form())).status).toBe(403);
    expect((await as(person).call('office.set', body)).status).toBe(403);
    expect(settings()).toEqual(before);
  });

  test('a visitor is sent to sign in', async () => {
    const before = settings();
    const answer = await portal().visitor().post(`${PAGE}?_action=office.set`, form());
    expect(answer.status).not.toBe(200);
    expect(settings()).toEqual(before);
  });
});

describe('the past stays as it was', () => {
  test.each([
    ['yesterday', dayFromNow(-1), 'or a later day'],
    ['years ago', '2020-01-01', 'or a later day'],
    ['no day', '', 'Give the day'],
    ['a day that does not exist', '2099-02-30', 'Give the day'],
    ['a slip of the year', '2206-01-01', 'Choose a day up to'],
  ])('from %s: refused next to the field, and what was typed is still there', async (_story, effectiveFrom, words) => {
    const before = settings();
    const { status, text } = await send(form({ effectiveFrom, everyWeeks: '11', reason: 'A reason to keep' }));
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).toContain('value="11"');
    expect(text).toContain('A reason to keep');
    expect(settings()).toEqual(before);
  });
});

describe('a form sets what it has fields for, and nothing else', () => {
  const FORGED = {
    ...{ id: 'forged', enteredBy: 'ruth', entered_by: 'ruth', enteredAt: '1', version: 'forged', label: 'Official' },
    ...{ value: '{"everyWeeks":52}', 'value.everyWeeks': '52', __proto__everyWeeks: '52', note: 'forged' },
  };

  test('who, when and the value come from the server and the fields', async () => {
    const fields = form({ ...FORGED, everyWeeks: '7' });
    expect((await send(fields)).status).toBe(303);
    const row = settings().at(-1);
    expect(row).toMatchObject({
      id: fields['settingId'],
      kind: 'supervision',
      entered_by: 'harvey',
      reason: 'Our policy',
    });
    expect(row?.['value']).toBe('{"everyWeeks":7,"firstWithinWeeks":4}');
    expect(Number(row?.['entered_at'])).toBeGreaterThan(Date.now() / 1000 - 120);
  });

  test('the same form again changes nothing', async () => {
    const fields = form({ everyWeeks: '9' });
    expect((await send(fields)).status).toBe(303);
    const before = settings();
    expect((await send(fields)).status).toBe(303);
    expect((await send({ ...fields, everyWeeks: '10' })).status).toBe(303);
    expect(settings()).toEqual(before);
  });

  test('the id of another version is never taken over', async () => {
    const [first] = settings();
    const before = settings();
    await send(form({ settingId: String(first?.['id']), everyWeeks: '12' }));
    expect(settings()).toEqual(before);
  });
});

describe('what a form may say', () => {
  test.each<[string, Fields, string]>([
    ['no reason', { reason: ' ' }, 'Say why'],
    ['a reason that leads to somebody', { reason: 'As agreed for X123456' }, 'looks like a case reference number'],
    ['no number', { everyWeeks: '' }, 'Give a number'],
    ['a number in words', { everyWeeks: 'six' }, 'Give a number in digits'],
    ['nothing that differs', {}, 'Nothing differs'],
    ['markup', { everyWeeks: '"><script>alert(1)</script>' }, 'Give a number in digits'],
  ])('%s: refused in words', async (_story, change, words) => {
    const [newest] = portal().rows(`select value from office_settings order by rowid desc limit 1`);
    const { everyWeeks } = JSON.parse(String(newest?.['value'])) as { everyWeeks: number };
    const before = settings();
    const { status, text } = await send(
      form({ everyWeeks: String(everyWeeks), effectiveFrom: dayFromNow(40), ...change }),
    );
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).not.toContain('"><script>alert');
    expect(settings()).toEqual(before);
  });

  test.each<[string, Fields]>([
    ['an unknown setting', { kind: 'passwords' }],
    ['a name that every object has', { kind: 'constructor' }],
    ['no id', { settingId: 'one' }],
    ['a version that is not there', { startedFrom: 'made-up' }],
  ])('%s: refused, and nothing is written', async (_story, change) => {
    const before = settings();
    const { status } = await send(form({ ...change, everyWeeks: '13' }));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(settings()).toEqual(before);
  });
});

test('two administrators at once: the second is told, and neither version is lost without a word', async () => {
  const [mine, theirs] = [form({ everyWeeks: '14' }), form({ everyWeeks: '15' })];
  expect((await send(theirs)).status).toBe(303);
  const before = settings();
  const { status, text } = await send(mine);
  expect(status).toBe(409);
  expect(text).toContain('Somebody set another version');
  expect(text).toContain('value="14"');
  expect(settings()).toEqual(before);
});

test('an address that names no setting or no version answers that there is nothing', async () => {
  for (const page of [
    'passwords',
    'constructor',
    'case_rules',
    'case-rules?version=made-up',
    'case-rules/change?from=made-up',
  ]) {
    expect((await as('harvey').get(`/admin/office/${page}`)).status).toBe(404);
  }
});

test('whatever was set, an older version can still be read as it was', async () => {
  const { status, text } = await as('harvey').get('/admin/office/supervision?version=default-2026-11');
  expect(status).toBe(200);
  expect(text).toContain('8 weeks');
});
