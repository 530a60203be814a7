import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDoors, type RunningDoors } from '../support/doors.ts';
import { type RawReply, sayRaw } from '../support/rawHttp.ts';

const FORM = 'application/x-www-form-urlencoded';
const OWN = 'http://localhost:4321';

let doors: RunningDoors;
const replies: RawReply[] = [];

beforeAll(async () => {
  doors = await openDoors({ timeouts: { headersMs: 150, requestMs: 300, checkMs: 50 } });
});
afterAll(() => doors.stop());

async function say(...parts: (string | Buffer)[]): Promise<RawReply> {
  const reply = await sayRaw(doors.port, ...parts);
  replies.push(reply);
  expectHeaderSet(reply);
  return reply;
}

function expectHeaderSet({ headers }: RawReply): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-type')).toMatch(/; charset=utf-8$/u);
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
}

/** The head of a request, ready to send. `headers` replace or add to the usual ones; null leaves one out. */
function head(line: string, headers: Record<string, string | number | null> = {}): string {
  const all = { Host: 'localhost:4321', ...headers };
  const lines = Object.entries(all).filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function post(body: string | Buffer, headers: Record<string, string | number | null> = {}): [string, string | Buffer] {
  return [head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': Buffer.byteLength(body), ...headers }), body];
}

describe('a form from somewhere else', () => {
  test.each([
    ['with the origin of another site', { Origin: 'https://evil.example' }],
    ['with an origin on another port', { Origin: 'http://localhost:4322' }],
    ['with an origin over https', { Origin: 'https://localhost:4321' }],
    ['with the origin "null"', { Origin: 'null' }],
    ['with no origin at all', { Origin: null }],
    ['that the browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['that the browser calls same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['that the browser calls cross-site, without an origin', { Origin: null, 'Sec-Fetch-Site': 'cross-site' }],
    ['sent as JSON', { Origin: 'https://evil.example', 'Content-Type': 'application/json' }],
    ['that says "same-origin" beside the origin of another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }],
  ])('is refused %s', async (_story, headers) => {
    const reply = await say(...post('a=1', headers));
    expect(reply.status).toBe(403);
    expect(reply.body).toContain('This form was not sent from the portal');
  });

  test.each([
    ['with the matching origin', {}],
    ['with a matching origin that the browser calls same-origin', { 'Sec-Fetch-Site': 'same-origin' }],
    ['that the browser calls same-origin, without an origin', { Origin: null, 'Sec-Fetch-Site': 'same-origin' }],
  ])('is let through when it is from the portal: %s', async (_story, headers) => {
    const reply = await sayRaw(doors.port, ...post('a=1', headers));
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('a=1');
  });
});

describe('a form that is too large', () => {
  const large = Buffer.alloc(128 * 1024 + 1, 'a');

  test('is refused on its announced length, before it is read', async () => {
    const reply = await say(head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': 10_000_000_000 }));
    expect(reply.status).toBe(413);
  });

  test('is refused with its body already on the way', async () => {
    expect((await say(...post(large))).status).toBe(413);
  });

  test('is cut where it comes in pieces of unknown length', async () => {
    const headers = { Origin: OWN, 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' };
    const reply = await say(head('POST /account', headers), `${large.length.toString(16)}\r\n`, large, '\r\n');
    expect(reply.status).toBe(413);
  });

  test('is refused before the browser is told to go on', async () => {
    const reply = await say(head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': large.length, Expect: '100-continue' }));
    expect(reply.status).toBe(413);
  });

  test('is taken just under the limit', async () => {
    expect((await sayRaw(doors.port, ...post(large.subarray(1)))).status).toBe(200);
  });
});

describe('a form that did not arrive whole', () => {
  const multipart = (body: string) => post(body, { 'Content-Type': 'multipart/form-data; boundary=cut' });
  const json = (body: string | Buffer) => post(body, { 'Content-Type': 'application/json' });

  test.each([
    ['a broken percent escape', post('a=%zz')],
    ['a percent escape that is no UTF-8', post('a=%ff')],
    ['bytes that are no UTF-8', post(Buffer.from([0x61, 0x3d, 0xff]))],
    ['a NUL in a form', post('a=%00')],
    ['a raw NUL in a form', post('a=\0')],
    ['JSON that is cut off', json('{"a":')],
    ['JSON that is not an object', json('null')],
    ['JSON that is a list', json('[1]')],
    ['JSON that is no UTF-8', json(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
    ['a NUL in JSON', json('{"a":"\\u0000"}')],
    ['a NUL in the name of JSON', json('{"a":{"\\u0000":1}}')],
    ['JSON nested thousands deep and never closed', json('['.repeat(50_000))],
    ['multipart without a boundary', post('x', { 'Content-Type': 'multipart/form-data' })],
    ['multipart without its end', multipart('--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\nb')],
    ['multipart that is something else', multipart('not multipart at all')],
    ['a NUL in multipart text', multipart('--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--cut--\r\n')],
    ['a chunk length that is no number', [head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' }), 'zz\r\n']],
    ['two lengths', [head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': '1\r\nContent-Length: 2' }), 'ab']],
    ['a length and chunks', [head('POST /account', { Origin: OWN, 'Content-Length': 5, 'Transfer-Encoding': 'chunked' }), '0\r\n\r\n']],
    ['a length below nothing', [head('POST /account', { Origin: OWN, 'Content-Length': -1 })]],
    ['a body on an address that is only read', [head('GET /account', { 'Content-Length': 1 }), 'a']],
  ])('is refused: %s', async (_story, parts) => {
    expect((await say(...parts)).status).toBe(400);
  });

  test.each([
    ['text', { 'Content-Type': 'text/plain' }],
    ['a kind nobody knows', { 'Content-Type': '__proto__' }],
    ['no kind at all', { 'Content-Type': null }],
    ['compressed', { 'Content-Encoding': 'gzip' }],
  ])('is refused where it is %s', async (_story, headers) => {
    expect((await say(...post('a=1', headers))).status).toBe(415);
  });

  test.each([
    ['the JSON of an action', post('{"a":"b\\\\u0000"}', { 'Content-Type': 'application/json' })],
    ['multipart with a file', multipart('--cut\r\nContent-Disposition: form-data; name="f"; filename="f.bin"\r\n\r\n\0\r\n--cut--\r\n')],
    ['letters with accents, not escaped', post('name=Siân')],
    ['nothing in it', post('', { 'Content-Type': null })],
  ])('is let through when it is whole: %s', async (_story, parts) => {
    expect((await sayRaw(doors.port, ...parts)).status).toBe(200);
  });
});

describe('a form that arrives too slowly', () => {
  test('is refused when its body stops half-way', async () => {
    const reply = await say(head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': 100 }), 'a=');
    expect(reply.status).toBe(408);
  });

  test('is refused when its headers never end', async () => {
    expect((await say('GET / HTTP/1.1\r\nHost: localhost:4321\r\nX-Slow: ')).status).toBe(408);
  });
});

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
    expect((await say(head(`GET ${address}`))).status).toBe(400);
  });

  test('is refused when it is longer than 4,096 characters', async () => {
    expect((await say(head(`GET /search?q=${'a'.repeat(4096)}`))).status).toBe(414);
  });

  test.each(['/', '/modules', '/modules/parole-recall', '/search?q=caf%C3%A9+and%0Amore', '/sign-in?to=%2Fmodules', '/.well-known/x', '/modules/si%C3%A2n'])(
    'is let through when it is plain: %s',
    async (address) => {
      expect((await sayRaw(doors.port, head(`GET ${address}`))).status).toBe(200);
    },
  );
});

describe('a request the portal does not take', () => {
  test.each(['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'CONNECT'])('is refused for its method: %s', async (method) => {
    const reply = await say(head(`${method} ${method === 'CONNECT' ? 'localhost:4321' : '/'}`));
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  test.each([
    ['for another site', head('GET /', { Host: 'evil.example' }), 421],
    ['for another port', head('GET /', { Host: 'localhost:1' }), 421],
    ['for another site, forwarded', head('GET /', { Host: 'evil.example', 'X-Forwarded-Host': 'localhost:4321' }), 421],
    ['for nobody', head('GET /', { Host: null }), 400],
    ['for two', head('GET /', { host: 'evil.example' }), 400],
    ['for nothing', head('GET /', { Host: '' }), 421],
  ])('is refused for its host: %s', async (_story, request, status) => {
    expect((await say(request)).status).toBe(status);
  });

  test.each([
    ['headers longer than 16 kB', head('GET /', { 'X-Long': 'a'.repeat(20_000) }), 431],
    ['a header with a NUL', head('GET /', { 'X-Odd': 'a\0b' }), 400],
    ['a header without a name', head('GET /', { '': 'a' }), 400],
    ['a method nobody knows', head('FROBNICATE /'), 400],
    ['something that is no HTTP', '\x16\x03\x01\x02\x00 hello\r\n\r\n', 400],
    ['an expectation nobody knows', head('GET /', { Expect: 'miracles' }), 417],
  ])('is refused: %s', async (_story, request, status) => {
    expect((await say(request)).status).toBe(status);
  });

  test('keeps its own account of who asked: forwarded headers are not believed', async () => {
    const reply = await sayRaw(doors.port, head('GET /', { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', 'X-Request-Id': 'mine' }));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('x-request-id')).not.toBe('mine');
  });
});

test('none of it was answered with 5xx, and every refusal says in plain words what to do next', () => {
  expect(replies.length).toBeGreaterThan(80);
  expect(replies.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
  for (const { body, headers } of replies) {
    expect(body).toContain('<h1>');
    expect(body).toContain('Everything you had already saved is still there.');
    expect(body).toContain(headers.get('x-request-id'));
  }
});

test('nothing that was sent is found in the log', () => {
  const lines = JSON.stringify(doors.lines());
  expect(doors.lines().length).toBeGreaterThan(80);
  for (const sent of ['evil.example', 'parole-recall', 'caf%C3', '127.0.0.1', 'localhost', 'at /']) expect(lines).not.toContain(sent);
});
