import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AttackedDoors, head } from '../support/attackedDoors.ts';

const doors = new AttackedDoors();
beforeAll(() => doors.open());
afterAll(() => doors.stop());

describe('an address that cannot be read in one way only', () => {
  test.each([
    ['a NUL', '/modules/%00'],
    ['a NUL in the query', '/search?q=a%00b'],
    ['a control character', '/modules/%07'],
    ['a line break in the path', '/modules/a%0d%0aSet-Cookie:x'],
    ['a broken escape', '/modules/%zz'],
    ['an escape cut off', '/modules/%4'],
    ['an escape that is no UTF-8', '/modules/%c0%af'],
    ['a broken escape in the query', '/search?q=%'],
    ['a query that is no UTF-8', '/search?q=%ff'],
    ['a backslash', '/modules\\admin'],
    ['an encoded backslash', '/modules%5cadmin'],
    ['an encoded slash', '/modules%2fadmin'],
    ['two slashes at the start', '//evil.example/'],
    ['two slashes inside', '/modules//parole'],
    ['dots that climb', '/modules/../admin'],
    ['encoded dots that climb', '/modules/%2e%2e/admin'],
    ['a fragment', '/modules#top'],
    ['another site', 'http://evil.example/'],
    ['an asterisk', '*'],
    ['letters that were not escaped', '/modules/siân'],
  ])('is refused: %s', async (_story, address) => {
    expect((await doors.attack(head(`GET ${address}`))).status).toBe(400);
  });

  test.each(['/500', '/404', '/500?x=1'])('is nothing anybody asks for: %s', async (address) => {
    expect((await doors.attack(head(`GET ${address}`))).status).toBe(404);
  });

  test('is refused when it is longer than 4,096 characters', async () => {
    expect((await doors.attack(head(`GET /search?q=${'a'.repeat(4096)}`))).status).toBe(414);
  });

  test.each([
    '/',
    '/modules',
    '/modules/parole-recall',
    '/search?q=caf%C3%A9+and%0Amore',
    '/sign-in?to=%2Fmodules',
    '/.well-known/x',
    '/modules/si%C3%A2n',
  ])('is let through when it is plain: %s', async (address) => {
    expect((await doors.say(head(`GET ${address}`))).status).toBe(200);
  });
});

describe('a request the portal does not take', () => {
  test.each(['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'CONNECT'])(
    'is refused for its method: %s',
    async (method) => {
      const reply = await doors.attack(head(`${method} ${method === 'CONNECT' ? 'localhost:4321' : '/'}`));
      expect(reply.status).toBe(405);
      expect(reply.headers.get('allow')).toBe('GET, HEAD, POST');
    },
  );

  test.each([
    ['for another site', head('GET /', { Host: 'evil.example' }), 421],
    ['for another port', head('GET /', { Host: 'localhost:1' }), 421],
    ['for another site, forwarded', head('GET /', { Host: 'evil.example', 'X-Forwarded-Host': 'localhost:4321' }), 421],
    ['for nobody', head('GET /', { Host: null }), 400],
    ['for two', head('GET /', { host: 'evil.example' }), 400],
    ['for nothing', head('GET /', { Host: '' }), 421],
  ])('is refused for its host: %s', async (_story, request, status) => {
    expect((await doors.attack(request)).status).toBe(status);
  });

  test.each([
    ['headers longer than 16 kB', head('GET /', { 'X-Long': 'a'.repeat(20_000) }), 431],
    ['a header with a NUL', head('GET /', { 'X-Odd': 'a\0b' }), 400],
    ['a header without a name', head('GET /', { '': 'a' }), 400],
    ['a method nobody knows', head('FROBNICATE /'), 400],
    ['something that is no HTTP', '\x16\x03\x01\x02\x00 hello\r\n\r\n', 400],
    ['an expectation nobody knows', head('GET /', { Expect: 'miracles' }), 417],
  ])('is refused: %s', async (_story, request, status) => {
    expect((await doors.attack(request)).status).toBe(status);
  });

  test('keeps its own account of who asked: forwarded headers are not believed', async () => {
    const reply = await doors.say(
      head('GET /', { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', 'X-Request-Id': 'mine' }),
    );
    expect(reply.status).toBe(200);
    expect(reply.headers.get('x-request-id')).not.toBe('mine');
  });
});

test('no refusal was a 5xx, every one says in plain words what to do next, and nothing that was sent is in the log', () => {
  doors.expectNoHarm({
    atLeast: 40,
    notLogged: ['evil.example', 'parole-recall', 'caf%C3', '127.0.0.1', 'localhost', 'at /'],
  });
});
