import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { countTrip } from '#db/queryCount.ts';
import { chooseEncoding } from '#src/server/http/compression.ts';
import type { PageHandler } from '#src/server/http/server.ts';
import { openDoors, type RunningDoors } from '../../support/doors.ts';
import { ask } from '../../support/rawHttp.ts';

const PAGE = `<!DOCTYPE html><title>Page</title>${'<p>Protect the study day.</p>'.repeat(200)}`;

let doors: RunningDoors | undefined;
afterEach(() => doors?.stop());

async function answerTo(
  handler: PageHandler,
  headers: Record<string, string> = {},
  options: { method?: string; publicUrl?: URL; answerMs?: number } = {},
) {
  const { method = 'GET', answerMs, ...rest } = options;
  doors = await openDoors({ handler, ...rest, ...(answerMs === undefined ? {} : { timeouts: { answerMs } }) });
  return ask(doors.port, `${method} /`, { host: 'localhost:4321', ...headers });
}

const givesPage: PageHandler = (_req, answer) => {
  answer.writeHead(200, {
    'content-type': 'text/html',
    'content-length': Buffer.byteLength(PAGE),
    'content-security-policy': "default-src 'self'",
  });
  answer.write(Buffer.from(PAGE.slice(0, 100)));
  answer.end(PAGE.slice(100));
};

describe('compression', () => {
  test.each([
    ['br where the browser takes both', 'gzip, deflate, br, zstd', 'br'],
    ['gzip where it takes nothing better', 'gzip, deflate', 'gzip'],
    ['gzip where it refuses br', 'br;q=0, gzip', 'gzip'],
    ['br where it takes it a little', 'br;q=0.1', 'br'],
    ['nothing where it refuses both', 'br;q=0.0, gzip;q=0', null],
    ['nothing where it takes neither', 'deflate', null],
    ['nothing where it says nothing', undefined, null],
  ])('is %s', (_story, accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('of a page with %s gives back the page', async (encoding, unpack) => {
    const { headers, bytes } = await answerTo(givesPage, { 'accept-encoding': encoding });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(bytes.length).toBeLessThan(PAGE.length / 10);
    expect(unpack(bytes).toString()).toBe(PAGE);
  });

  test('is left out for a browser that takes none, and the answer still says that it varies', async () => {
    const { headers, bytes } = await answerTo(givesPage);
    expect(headers.get('content-encoding')).toBeUndefined();
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(bytes.toString()).toBe(PAGE);
  });

  test('is left out for a few bytes', async () => {
    const { headers } = await answerTo(
      (_req, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('short'),
      { 'accept-encoding': 'br' },
    );
    expect(headers.get('content-encoding')).toBeUndefined();
  });
});

describe('an answer', () => {
  test('keeps the policy its page brought, and gets the rest of the header set', async () => {
    const { headers } = await answerTo(givesPage);
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeUndefined();
  });

  test('asks browsers to stay on https where people come over https', async () => {
    const { headers } = await answerTo(
      givesPage,
      { host: 'learning.example.org' },
      { publicUrl: new URL('https://learning.example.org') },
    );
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/u);
  });

  test('is never kept, whatever its page says', async () => {
    const { headers } = await answerTo((_req, answer) =>
      answer.writeHead(200, { 'Cache-Control': 'public, max-age=60' }).end('x'),
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('to HEAD has the headers and no body', async () => {
    const { status, headers, bytes } = await answerTo(givesPage, { 'accept-encoding': 'br' }, { method: 'HEAD' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(bytes.length).toBe(0);
  });

  test('may set several cookies and lead elsewhere', async () => {
    const { status, lines } = await answerTo((_req, answer) =>
      answer.writeHead(303, { location: '/', 'set-cookie': ['a=1', 'b=2'] }).end(),
    );
    expect(status).toBe(303);
    expect(lines.filter((line) => line.startsWith('set-cookie:'))).toEqual(['set-cookie: a=1', 'set-cookie: b=2']);
  });

  test('longer than a megabyte goes through whole, without being held', async () => {
    const part = Buffer.alloc(600_000, 'a');
    const { bytes, headers } = await answerTo((_req, answer) => {
      answer.writeHead(200, { 'content-type': 'application/zip', 'content-length': part.length * 2 });
      answer.write(part);
      answer.end(part);
    });
    expect(bytes.length).toBe(1_200_000);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a page that fails', () => {
  const expectPlainPage = ({ status, headers, bytes }: Awaited<ReturnType<typeof ask>>, expected: number) => {
    expect(status).toBe(expected);
    expect(bytes.toString()).toContain(`give this reference: <code>${headers.get('x-request-id')}</code>`);
    expect(bytes.toString()).not.toMatch(/secret|Error:|\.ts:/u);
  };

  test('before it began is a plain 500 page with a reference and no stack', async () => {
    expectPlainPage(await answerTo(() => Promise.reject(new Error('secret'))), 500);
    expect(JSON.stringify(doors?.lines())).toContain('a page could not be made');
  });

  test('half-way is a plain 500 page, and nothing of the half is sent', async () => {
    const reply = await answerTo((_req, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' }).write('<p>secret half</p>');
      throw new Error('half');
    });
    expectPlainPage(reply, 500);
  });

  test('by never answering is a plain 500 page', async () => {
    expectPlainPage(await answerTo(() => undefined), 500);
  });

  test('by taking too long is a plain 503 page that says when to try again', async () => {
    const reply = await answerTo(() => Promise.withResolvers().promise, {}, { answerMs: 20 });
    expectPlainPage(reply, 503);
    expect(reply.headers.get('retry-after')).toBe('5');
  });

  test('with a status and no words gets plain words', async () => {
    expectPlainPage(await answerTo((_req, answer) => answer.writeHead(404).end()), 404);
  });

  test('is told to an island in the form its client reads', async () => {
    const { headers, bytes } = await answerTo(() => Promise.reject(new Error('secret')), {
      accept: 'application/json',
    });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(bytes.toString())).toMatchObject({
      type: 'AstroActionError',
      status: 500,
      reference: headers.get('x-request-id'),
    });
  });
});

describe('the log line of a request', () => {
  test('says what it cost, under the route and not the address', async () => {
    await answerTo((...[, answer, , locals]) => {
      locals.route = '/trainees/[id]';
      countTrip(3);
      answer.writeHead(200).end('Page');
    });
    await doors?.stop();
    const [{ time: _time, id, ms, ...line } = {}] = doors?.lines() ?? [];
    expect(line).toEqual({
      level: 'info',
      method: 'GET',
      path: '/trainees/[id]',
      status: 200,
      bytes: 4,
      queries: 3,
      trips: 1,
    });
    expect(id).toMatch(/^[\da-f-]{36}$/u);
    expect(ms).toBeGreaterThanOrEqual(0);
  });

  test('gives the same reference as the answer and the page', async () => {
    let seen: unknown;
    const { headers } = await answerTo((...[req, answer, , locals]) => {
      seen = [locals.requestId, req.headers['x-request-id']];
      answer.end('x');
    });
    expect(seen).toEqual([headers.get('x-request-id'), headers.get('x-request-id')]);
  });
});
