import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AttackedDoors, callAction, FORM, head, OWN, post } from '../support/attackedDoors.ts';

const doors = new AttackedDoors();
beforeAll(() => doors.open());
afterAll(() => doors.stop());

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
    [
      'that says "same-origin" beside the origin of another site',
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    ],
  ])('is refused %s', async (_story, headers) => {
    const reply = await doors.attack(...post('a=1', headers));
    expect(reply.status).toBe(403);
    expect(reply.body).toContain('This form was not sent from the portal');
  });

  test.each([
    ['with the matching origin', {}],
    ['with a matching origin that the browser calls same-origin', { 'Sec-Fetch-Site': 'same-origin' }],
    ['that the browser calls same-origin, without an origin', { Origin: null, 'Sec-Fetch-Site': 'same-origin' }],
  ])('is let through when it is from the portal: %s', async (_story, headers) => {
    const reply = await doors.say(...post('a=1', headers));
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('a=1');
  });
});

describe('a form that is too large', () => {
  const large = Buffer.alloc(128 * 1024 + 1, 'a');

  test('is refused on its announced length, before it is read', async () => {
    const reply = await doors.attack(
      head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': 10_000_000_000 }),
    );
    expect(reply.status).toBe(413);
  });

  test('is refused with its body already on the way', async () => {
    expect((await doors.attack(...post(large))).status).toBe(413);
  });

  test('is cut where it comes in pieces of unknown length', async () => {
    const headers = { Origin: OWN, 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' };
    const reply = await doors.attack(head('POST /account', headers), `${large.length.toString(16)}\r\n`, large, '\r\n');
    expect(reply.status).toBe(413);
  });

  test('is refused before the browser is told to go on', async () => {
    const reply = await doors.attack(
      head('POST /account', {
        Origin: OWN,
        'Content-Type': FORM,
        'Content-Length': large.length,
        Expect: '100-continue',
      }),
    );
    expect(reply.status).toBe(413);
  });

  test('is taken just under the limit', async () => {
    expect((await doors.say(...post(large.subarray(1)))).status).toBe(200);
  });
});

describe('a form that did not arrive whole', () => {
  const multipart = (body: string) => post(body, { 'Content-Type': 'multipart/form-data; boundary=cut' });

  test.each([
    ['a broken percent escape', post('a=%zz')],
    ['a percent escape that is no UTF-8', post('a=%ff')],
    ['bytes that are no UTF-8', post(Buffer.from([0x61, 0x3d, 0xff]))],
    ['a NUL in a form', post('a=%00')],
    ['a raw NUL in a form', post('a=\0')],
    ['JSON that is cut off', callAction('{"a":')],
    ['JSON that is not an object', callAction('null')],
    ['JSON that is a list', callAction('[1]')],
    ['JSON that is no UTF-8', callAction(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
    ['a NUL in JSON', callAction('{"a":"\\u0000"}')],
    ['a NUL in the name of JSON', callAction('{"a":{"\\u0000":1}}')],
    ['JSON nested thousands deep and never closed', callAction('['.repeat(50_000))],
    ['multipart without a boundary', post('x', { 'Content-Type': 'multipart/form-data' })],
    ['multipart without its end', multipart('--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\nb')],
    ['multipart that is something else', multipart('not multipart at all')],
    [
      'a NUL in multipart text',
      multipart('--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--cut--\r\n'),
    ],
    [
      'a chunk length that is no number',
      [head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' }), 'zz\r\n'],
    ],
    [
      'two lengths',
      [head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': '1\r\nContent-Length: 2' }), 'ab'],
    ],
    [
      'a length and chunks',
      [head('POST /account', { Origin: OWN, 'Content-Length': 5, 'Transfer-Encoding': 'chunked' }), '0\r\n\r\n'],
    ],
    ['a length below nothing', [head('POST /account', { Origin: OWN, 'Content-Length': -1 })]],
    ['a body on an address that is only read', [head('GET /account', { 'Content-Length': 1 }), 'a']],
  ])('is refused: %s', async (_story, parts) => {
    expect((await doors.attack(...parts)).status).toBe(400);
  });

  test.each([
    ['text', { 'Content-Type': 'text/plain' }],
    ['a kind nobody knows', { 'Content-Type': '__proto__' }],
    ['no kind at all', { 'Content-Type': null }],
    ['compressed', { 'Content-Encoding': 'gzip' }],
    ['JSON, which only actions take', { 'Content-Type': 'application/json' }],
  ])('is refused where it is %s', async (_story, headers) => {
    expect((await doors.attack(...post('a=1', headers))).status).toBe(415);
  });

  test.each([
    ['the JSON of an action', callAction('{"a":"b\\\\u0000"}')],
    [
      'multipart with a file',
      multipart('--cut\r\nContent-Disposition: form-data; name="f"; filename="f.bin"\r\n\r\n\0\r\n--cut--\r\n'),
    ],
    ['letters with accents, not escaped', post('name=Siân')],
    ['nothing in it', post('', { 'Content-Type': null })],
    ['nothing in it, whatever it is called', post('', { 'Content-Type': 'multipart/form-data; boundary=cut' })],
    ['nothing in it, for an action', callAction('')],
    [
      'nothing in it, in pieces',
      [head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Transfer-Encoding': 'chunked' }), '0\r\n\r\n'],
    ],
  ])('is let through when it is whole: %s', async (_story, parts) => {
    expect((await doors.say(...parts)).status).toBe(200);
  });
});

describe('a form that arrives too slowly', () => {
  test('is refused when its body stops half-way', async () => {
    const reply = await doors.attack(
      head('POST /account', { Origin: OWN, 'Content-Type': FORM, 'Content-Length': 100 }),
      'a=',
    );
    expect(reply.status).toBe(408);
  });

  test('is refused when its headers never end', async () => {
    expect((await doors.attack('GET / HTTP/1.1\r\nHost: localhost:4321\r\nX-Slow: ')).status).toBe(408);
  });
});

test('no refusal was a 5xx, every one says in plain words what to do next, and nothing that was sent is in the log', () => {
  doors.expectNoHarm({ atLeast: 40, notLogged: ['evil.example', 'a=1', '127.0.0.1', 'localhost', 'at /'] });
});
