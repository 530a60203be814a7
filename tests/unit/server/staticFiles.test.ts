import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressFolder } from '#src/server/build/compressFiles.ts';
import { loadStaticFiles, type StaticFiles } from '#src/server/http/staticFiles.ts';
import { openDoors, type RunningDoors } from '../../support/doors.ts';
import { ask } from '../../support/rawHttp.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portal-files-'));
const STYLE = 'p{color:#0b0c0c}'.repeat(200);
let leftByTheBuild: string[] = [];
let files: StaticFiles;
let doors: RunningDoors;

beforeAll(async () => {
  mkdirSync(path.join(folder, '_astro'));
  writeFileSync(path.join(folder, '_astro/page.B2x.css'), STYLE);
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await compressFolder(folder);
  leftByTheBuild = readdirSync(folder, { recursive: true }).map(String).toSorted();
  rmSync(path.join(folder, '_astro/page.B2x.css.gz'));
  writeFileSync(path.join(folder, '_astro/built.C3y.css'), STYLE);
  writeFileSync(path.join(folder, '_astro/built.C3y.css.br'), 'compressed by the build');
  writeFileSync(path.join(folder, '.secret'), 'secret');
  files = await loadStaticFiles(folder);
  doors = await openDoors({ files });
  rmSync(folder, { recursive: true });
});
afterAll(() => doors.stop());

const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  ask(doors.port, `${method} ${address}`, { host: 'localhost:4321', ...headers });

describe('a built file', () => {
  test('with a hash in its name is kept for a year and comes compressed, even after its folder is gone', async () => {
    const { status, headers, bytes } = await get('/_astro/page.B2x.css', { 'accept-encoding': 'gzip, br' });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(brotliDecompressSync(bytes).toString()).toBe(STYLE);
  });

  test('compressed by the build is answered as it lies there, and has no address of its own', async () => {
    const { bytes } = await get('/_astro/built.C3y.css', { 'accept-encoding': 'br' });
    expect(bytes.toString()).toBe('compressed by the build');
    expect((await get('/_astro/built.C3y.css')).body).toBe(STYLE);
    expect([...files.keys()].toSorted()).toEqual(['/_astro/built.C3y.css', '/_astro/page.B2x.css', '/favicon.svg']);
  });

  test('is compressed by the build where that pays, and left alone where it does not', () => {
    expect(leftByTheBuild).toEqual([
      '_astro',
      '_astro/page.B2x.css',
      '_astro/page.B2x.css.br',
      '_astro/page.B2x.css.gz',
      'favicon.svg',
    ]);
  });

  test('is whole for a browser that takes no compression', async () => {
    expect((await get('/_astro/page.B2x.css')).body).toBe(STYLE);
  });

  test('without a hash is asked for each time, and not sent twice', async () => {
    const first = await get('/favicon.svg');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await get('/favicon.svg', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(again.bytes.length).toBe(0);
  });

  test('has the header set like everything else', async () => {
    const { headers } = await get('/favicon.svg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('is whole even where a part of it was asked for', async () => {
    const { status, body } = await get('/_astro/page.B2x.css', { range: 'bytes=10-5' });
    expect(status).toBe(200);
    expect(body).toBe(STYLE);
  });

  test('answers HEAD without its body, and no form', async () => {
    expect((await get('/favicon.svg', {}, 'HEAD')).bytes.length).toBe(0);
    const posted = await get('/favicon.svg', { origin: 'http://localhost:4321' }, 'POST');
    expect(posted.body).toContain('<title>Page</title>');
  });

  test.each(['/.secret', '/_astro', '/_astro/', '/favicon.svg/', '/FAVICON.svg', '/_astro/%70age.B2x.css'])(
    'is not found under another address: %s',
    async (address) => {
      expect((await get(address)).body).toContain('no form');
    },
  );
});

test('a folder that is not there holds no files', async () => {
  expect((await loadStaticFiles(path.join(folder, 'missing'))).size).toBe(0);
});
