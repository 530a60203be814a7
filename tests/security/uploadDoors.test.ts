import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONG_FORM_BYTES } from '#src/server/http/longForm.ts';
import type { PageHandler } from '#src/server/http/server.ts';
import { head, OWN } from '../support/attackedDoors.ts';
import { openDoors, type RunningDoors } from '../support/doors.ts';
import { type RawReply, sayRaw } from '../support/rawHttp.ts';

const LIMIT = 1024 * 1024;
const TYPE = 'multipart/form-data; boundary=cut';
const body = (bytes: number) => Buffer.alloc(bytes, 'a');

/** What the page did with each upload: how much it read, or why that ended. */
const read: string[] = [];

/** A stand-in for the page: reads what it is sent, unless the address says that the sender may not. */
const page: PageHandler = async (req, answer, _next, locals) => {
  const say = (words: string) => {
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.end(words);
  };
  if (!locals.upload) return say(`a form of ${String((req as typeof req & { body?: Buffer }).body?.length)}`);
  if (req.url?.includes('refused')) {
    read.push(`untouched ${String(req.readableFlowing === null)}`);
    answer.writeHead(404, {});
    return answer.end();
  }
  let bytes = 0;
  try {
    for await (const piece of locals.upload.open()) bytes += (piece as Buffer).length;
    say(`read ${String(bytes)}`);
  } catch (error) {
    read.push(String(error));
    say('not whole');
  } finally {
    locals.upload.close();
  }
};

let doors: RunningDoors;
beforeAll(async () => {
  doors = await openDoors({
    handler: page,
    limits: { bodyBytes: 1000, uploadBytes: LIMIT, addressCharacters: 4096 },
    timeouts: { requestMs: 300, uploadMs: 1500, silentUploadMs: 300, checkMs: 50 },
  });
});
afterAll(() => doors.stop());

const usual = { Origin: OWN, 'Content-Type': TYPE };
const post = (address: string, headers: Record<string, string | number | null>) =>
  head(`POST ${address}`, { ...usual, ...headers });
const say = (...parts: (string | Buffer)[]): Promise<RawReply> => sayRaw(doors.port, ...parts);

describe('the one address that takes files', () => {
  test('takes a body as large as its limit, and no other address does', async () => {
    const sent = body(LIMIT);
    const reply = await say(post('/portfolio/files', { 'Content-Length': LIMIT }), sent);
    expect(reply.body).toBe(`read ${String(LIMIT)}`);
    expect((await say(post('/portfolio/evidence/new', { 'Content-Length': LIMIT }), sent)).status).toBe(413);
  });

  test('a table of criteria that is too long reaches its page up to a limit of its own, by that form alone', async () => {
    const address = '/admin/qualification/import';
    const long = body(LIMIT);
    expect((await say(post(address, { 'Content-Length': LIMIT }), long)).status).not.toBe(413);
    expect((await say(post(address, { 'Content-Length': LONG_FORM_BYTES + 1 }))).status).toBe(413);
    const plain = { 'Content-Length': 2000, 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await say(post(address, plain), body(2000))).status).toBe(413);
    expect((await say(post(`${address}?_action=qualification.bringIn`, { 'Content-Length': 2000 }))).status).toBe(413);
  });

  test.each([
    ['an action on it', '/portfolio/files?_action=files.remove'],
    ['an action on it, spelled otherwise', '/portfolio/files?%5faction=files.remove'],
    ['the address spelled otherwise', '/portfolio/%66iles'],
    ['an address under it', '/portfolio/files/1'],
  ])('is held to the limit of every form: %s', async (_story, address) => {
    expect((await say(post(address, { 'Content-Length': 2000 }), body(2000))).status).toBe(413);
  });

  test.each([
    ['from another site', { Origin: 'https://evil.example' }, 403],
    ['compressed', { 'Content-Encoding': 'gzip' }, 415],
    ['of another kind, which no form is', { 'Content-Type': 'application/pdf' }, 415],
    ['with a length below nothing', { 'Content-Length': -1 }, 400],
    ['with two lengths', { 'Content-Length': '1\r\nContent-Length: 2' }, 400],
  ])('turns away what comes %s', async (_story, headers, status) => {
    expect((await say(post('/portfolio/files', { 'Content-Length': 100, ...headers }), body(100))).status).toBe(status);
  });
});

describe('a body that is too large', () => {
  test('is refused on its announced length, before it is read', async () => {
    expect((await say(post('/portfolio/files', { 'Content-Length': 10_000_000_000 }))).status).toBe(413);
  });

  test('is refused before the browser is told to go on', async () => {
    const asking = post('/portfolio/files', { 'Content-Length': LIMIT + 1, Expect: '100-continue' });
    expect((await say(asking)).status).toBe(413);
  });

  test('is cut where it comes in pieces of unknown length', async () => {
    const chunk = `${(LIMIT + 1).toString(16)}\r\n`;
    const reply = await say(
      post('/portfolio/files', { 'Transfer-Encoding': 'chunked' }),
      chunk,
      body(LIMIT + 1),
      '\r\n',
    );
    expect(reply.status).toBe(413);
    expect(read.at(-1)).toContain('did not arrive whole');
  });
});

describe('a body that lies or stalls', () => {
  test('is ended where it stands still', async () => {
    expect((await say(post('/portfolio/files', { 'Content-Length': 1000 }), body(10))).status).toBe(408);
  });

  test('is ended where it trickles on for too long', async () => {
    const socket = connect(doors.port, '127.0.0.1');
    const reply = new Promise<string>((resolve) => socket.once('data', (said) => resolve(String(said))));
    socket.on('error', () => undefined).write(post('/portfolio/files', { 'Content-Length': 10_000 }));
    const trickle = setInterval(() => socket.write('a'), 50);
    expect(await reply).toContain('408 Request Timeout');
    clearInterval(trickle);
    socket.destroy();
  });

  test('that is shorter than it said, because the sender has gone, is not taken for whole', async () => {
    const before = read.length;
    const socket = connect(doors.port, '127.0.0.1', () => {
      socket.write(post('/portfolio/files', { 'Content-Length': 1000 }));
      socket.write(body(500), () => socket.destroy());
    });
    await expect.poll(() => read.slice(before)).toEqual([expect.stringContaining('did not arrive whole')]);
  });

  test('that is longer than it said is refused: the rest is no request', async () => {
    const reply = await say(post('/portfolio/files', { 'Content-Length': 100 }), body(5000));
    expect(reply.status).toBe(400);
  });
});

test('whoever may not is told so although her file is still on its way, and nothing of it was read before', async () => {
  const reply = await say(post('/portfolio/files?refused', { 'Content-Length': LIMIT }), body(LIMIT));
  expect(reply.status).toBe(404);
  expect(read.at(-1)).toBe('untouched true');
  expect(reply.body).toContain('Nothing at this address');
});

test('a form without a file at this address is a form like any other', async () => {
  const form = post('/portfolio/files', { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': 3 });
  expect((await say(form, 'a=1')).body).toBe('a form of 3');
});

test('none of it was an error of the portal', () => {
  expect(doors.lines().filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
  expect(doors.lines().filter(({ status }) => Number(status) >= 500)).toEqual([]);
});
