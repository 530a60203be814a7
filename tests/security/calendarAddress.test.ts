import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarTokens } from '#src/server/tokens.ts';
import { AT, inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const SECRET = 'zebra-crossing';
const hash = calendarTokens.hashOf;
const tokenOf = (name: string) => createHash('sha256').update(name).digest('base64url');
const CLOSED = tokenOf('closed');
const LEFT = tokenOf('left');
const WORKS = tokenOf('works');

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const address = (person_id: string, token: string) =>
    insert('calendar_addresses', { id: token, person_id, token_hash: hash(token), made_at: AT });
  address('grace', CLOSED);
  address('kofi', LEFT);
  address('amara', WORKS);
  database.exec(`update people set disabled_at = ${AT} where id = 'grace'`);
  database.exec(`delete from person_roles where person_id = 'kofi'`);
  const added = {
    trainee_id: 'amara',
    day: inDays(3),
    starts_at: '09:00',
    ends_at: '10:00',
    revision: 4,
    saved_at: AT,
  };
  insert('appointments', { id: 'record-77', ...added, title: `${SECRET}, private`, is_private: 1 });
  insert('appointments', { id: 'shared', ...added, title: `${SECRET}, shared`, is_private: 0 });
  const away = { trainee_id: 'amara', starts_on: inDays(70), ends_on: inDays(70), place: 'training', entered_at: AT };
  insert('week_exceptions', { id: 'away', ...away, words: SECRET });
  database.exec(`update placements set place = '${SECRET} prison' where trainee_id = 'amara'`);
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const portal = servedPortal({ prepare });
let visitor: PortalClient;
beforeAll(() => {
  visitor = portal().visitor();
});

const read = (token: string, headers = {}) => visitor.get(`/calendar/${token}.ics`, headers);
/** Makes an address as the page does and reads it off the page. */
async function make(client: PortalClient, id: string = randomUUID()) {
  const { status, text } = await client.post('/week?set=calendar&_action=calendar.make', { id });
  return { status, token: /\/calendar\/([\w-]{43})\.ics/u.exec(text)?.[1] ?? null, text };
}
const kept = (person: string) =>
  portal().rows('select token_hash, revoked_at, last_read_at from calendar_addresses where person_id = ?', person);

describe('what a calendar program gets', () => {
  test('a file that a parser reads, with every line at most 75 octets and line ends of two characters', async () => {
    const { status, headers, text } = await read(WORKS);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.some((line) => line.includes('\n'))).toBe(false);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    expect(['method', 'x-wr-calname', 'version'].map((name) => calendar.getFirstPropertyValue(name))).toEqual([
      'PUBLISH',
      'My training week',
      '2.0',
    ]);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.every((event) => event.hasProperty('dtstamp') && event.hasProperty('dtstart'))).toBe(true);
    expect(events.length).toBeGreaterThan(100);
    const uids = events.map((event) => event.getFirstPropertyValue('uid'));
    expect(new Set(uids).size).toBe(uids.length);
    const from = inDays(-29);
    const days = events.map((event) => String(new ICAL.Event(event).startDate.toString()).slice(0, 10));
    expect(days.every((day) => day >= from && day <= inDays(366))).toBe(true);
  });

  test('generic words alone: nothing that anybody typed, no name, no id of a record', async () => {
    const { text } = await read(WORKS);
    expect(text).toContain('SUMMARY:Appointment');
    expect(text).toContain('SUMMARY:Placement: ');
    for (const word of [SECRET, 'Amara', 'amara', 'Okafor', 'pqip.example', 'Ruth', 'record-77'])
      expect(text.includes(word), word).toBe(false);
    const titles = new Set(text.replaceAll('\r\n ', '').match(/^SUMMARY:[^:\r]+/gmu));
    for (const title of titles)
      expect(title).toMatch(
        /^SUMMARY:(?:Office|Masterclass|Prison|Training|Home visits|Leave|Study time|Appointment|Supervision|Contact log: something agreed is due|Placement|Peer session|Module|[\w’ ]+ (?:Day|holiday|Friday|Monday)(?: \(substitute day\))?|[\w ,-]*(?:gateway|review|year)[\w ,-]*)/iu,
      );
  });

  test('what was changed has the number of its change, and the same file comes twice', async () => {
    const one = await read(WORKS);
    const two = await read(WORKS);
    expect(one.text).toBe(two.text);
    expect(one.text.match(/^SEQUENCE:4$/gmu)).toHaveLength(2);
  });

  test('what has not changed is not sent again; nonsense in its place is read as nothing', async () => {
    const etag = (await read(WORKS)).headers.get('etag') ?? '';
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`]) {
      const again = await read(WORKS, { 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    for (const nonsense of ['"', ',,,', 'W/', '"'.repeat(3000), '*x']) {
      expect((await read(WORKS, { 'if-none-match': nonsense, 'if-modified-since': 'yesterday-ish' })).status).toBe(200);
    }
  });
});

describe('a calendar program that sends rubbish', () => {
  const address = `/calendar/${WORKS}.ics`;
  test.each<[string, RequestInit, readonly number[]]>([
    ['HEAD', { method: 'HEAD' }, [200]],
    ['PROPFIND', { method: 'PROPFIND', headers: { depth: '1' } }, [405]],
    ['REPORT', { method: 'REPORT' }, [405]],
    ['OPTIONS', { method: 'OPTIONS' }, [405]],
    ['PUT', { method: 'PUT', body: 'BEGIN:VCALENDAR' }, [405]],
    ['DELETE', { method: 'DELETE' }, [405]],
    ['POST from nowhere', { method: 'POST', body: 'x' }, [403, 405, 415]],
    ['what it takes, at length', { headers: { accept: 'text/calendar,'.repeat(500) } }, [200]],
    ['a range', { headers: { range: 'bytes=0-1,5-,-7' } }, [200]],
    [
      'a language nobody speaks',
      { headers: { 'accept-language': '\u00ff;q=9', 'accept-encoding': 'x;q=0, *;q=2' } },
      [200],
    ],
    ['a password', { headers: { authorization: 'Basic !!!' } }, [200]],
    ['a cookie that is none', { headers: { cookie: '__Host-portal_session=%%%; ;;=' } }, [200]],
  ])('%s', async (_story, init, expected) => {
    const { status } = await visitor.send(address, init);
    expect(expected).toContain(status);
  });

  test.each([
    ['no ending', `/calendar/${WORKS}`, 200],
    ['a query', `${address}?v=1&_action=`, 200],
    ['a broken escape', '/calendar/%E0%A4%A.ics', 400],
    ['a NUL', '/calendar/%00.ics', 400],
    ['a slash inside', `/calendar/${WORKS}%2f.ics`, 400],
    ['far too long', `/calendar/${'a'.repeat(5000)}.ics`, 414],
    ['long', `/calendar/${'a'.repeat(3000)}.ics`, 404],
    ['letters of another script', `/calendar/${encodeURIComponent('ß'.repeat(43))}.ics`, 404],
    ['nothing at all', '/calendar/.ics', 404],
  ])('an address with %s', async (_story, path, expected) => {
    expect((await visitor.get(path)).status).toBe(expected);
  });

  test('reading makes no session, and says on her page only the day', async () => {
    const sessions = () => portal().rows('select count(*) as n from sessions');
    const before = sessions();
    const { headers } = await read(WORKS);
    expect(headers.getSetCookie()).toEqual([]);
    expect(sessions()).toEqual(before);
    await expect.poll(() => kept('amara')[0]?.['last_read_at']).toEqual(expect.any(Number));
  });
});

describe('a stolen, old or guessed address', () => {
  test('opens nothing once it is taken back or replaced, and every one that opens nothing gets the same answer', async () => {
    const sofia = await portal().signIn('sofia');
    const first = await make(sofia);
    expect(first.token).not.toBeNull();
    expect((await read(first.token ?? '')).status).toBe(200);
    const second = await make(sofia);
    expect((await read(second.token ?? '')).status).toBe(200);
    await sofia.post('/week?set=calendar&_action=calendar.revoke', {});
    const tokens = [
      first.token,
      second.token,
      CLOSED,
      LEFT,
      tokenOf('nobody'),
      'short',
      hash(WORKS),
      WORKS.toLowerCase(),
    ];
    const answers = await Promise.all(tokens.map((token) => read(token ?? '')));
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`))).toEqual(
      new Set(['404 There is no calendar at this address.\n']),
    );
  });

  test('it is shown once and kept as its hash; the form sent again shows nothing and makes nothing', async () => {
    const ella = await portal().signIn('ella');
    const id = randomUUID();
    const { token } = await make(ella, id);
    expect(token).not.toBeNull();
    expect(kept('ella').map((row) => row['token_hash'])).toEqual([hash(token ?? '')]);
    const again = await make(ella, id);
    expect(again.token).toBeNull();
    expect(kept('ella')).toHaveLength(1);
    expect((await ella.get('/week?set=calendar')).text).not.toContain(token);
  });

  test('under another person’s name nobody makes one or takes one back', async () => {
    const tom = await portal().signIn('tom');
    await tom.post('/week?_action=calendar.make', {
      id: randomUUID(),
      personId: 'amara',
      traineeId: 'amara',
      tokenHash: 'x',
    });
    await tom.post('/week?_action=calendar.revoke', { personId: 'amara', traineeId: 'amara', id: WORKS });
    expect(kept('amara')).toMatchObject([{ token_hash: hash(WORKS), revoked_at: null }]);
    expect(kept('tom')).toHaveLength(1);
  });

  test('no address stands in the log, whatever was answered', async () => {
    const token = randomBytes(32).toString('base64url');
    await read(token);
    await read(WORKS);
    await visitor.send(`/calendar/${token}.ics`, { method: 'PROPFIND' });
    await visitor.get(`/calendar/${token}%2f.ics`);
    const log = JSON.stringify(portal().log());
    expect(log).not.toContain(token);
    expect(log).not.toContain(WORKS);
    expect(log).toContain('/calendar/[token]');
  });

  test('guessing comes to an end, and whoever shares the address still reads her calendar for the first time', async () => {
    const statuses = new Set<number>();
    for (let tries = 0; tries < 260; tries += 1)
      statuses.add((await read(randomBytes(32).toString('base64url'))).status);
    expect(statuses).toEqual(new Set([404, 429]));
    const refused = await read(randomBytes(32).toString('base64url'));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { token } = await make(await portal().signIn('priya'), randomUUID());
    expect((await read(token ?? '')).status).toBe(200);
    expect((await read(WORKS)).status).toBe(200);
  });
});
