import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { FileRefused } from '#src/server/files/fileProblem.ts';
import { pdfWith } from '../../security/hostile/pdfs.ts';
import { soundOf } from '../../security/hostile/recordings.ts';
import { hasClamd, type RunningClamd, startClamd, TEST_VIRUS } from '../../support/clamd.ts';
import { freshFolder } from '../../support/database.ts';
import { freshFileStore } from '../../support/fileStore.ts';

const clean = soundOf();
/** A PDF, because clamd does not look into MP3 at all. */
const infected = pdfWith(`/X (${TEST_VIRUS})`);

describe.skipIf(!hasClamd)('with a real scanner', () => {
  let clamd: RunningClamd;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd.stop());

  test('a file is clean once the scanner says so, and an infected one is refused without a row', async () => {
    const store = await freshFileStore(clamd.socket);
    expect((await store.row(await store.add('talk.mp3', clean)))?.file.scan).toBe('clean');
    await expect(store.add('plan.pdf', infected, 'bad')).rejects.toMatchObject({ problem: 'infected' });
    expect(await store.row('bad')).toBeNull();
  });

  test('while it is down files wait, and are asked about once it is back: clean ones stay, infected ones go and say so', async () => {
    const store = await freshFileStore(clamd.socket);
    await clamd.stop();
    const [good, bad] = [await store.add('good.mp3', clean), await store.add('bad.pdf', infected)];
    expect((await store.row(good))?.file.scan).toBe('pending');
    await expect(store.files.scanPending()).rejects.toThrow('The virus scanner could not be asked.');
    expect((await store.row(good))?.file.scan).toBe('pending');
    await clamd.startAgain();
    expect(await store.files.scanPending()).toBe(2);
    const [kept, lost] = [await store.row(good), await store.row(bad)];
    expect(kept?.file).toMatchObject({ scan: 'clean', removedAt: null });
    expect(lost?.file).toMatchObject({ scan: 'infected', removedAt: expect.any(Date) as Date });
    await expect(store.files.open(kept?.file.sha256 ?? '')).resolves.toMatchObject({ bytes: clean.length });
    await expect(store.files.open(lost?.file.sha256 ?? '')).rejects.toThrow('ENOENT');
    expect(await store.files.scanPending()).toBe(0);
  });
});

describe('a scanner that is none', () => {
  /** Something on a socket that answers whatever it is asked. */
  async function sayingOnSocket(words: string): Promise<string> {
    const path = join(freshFolder(), 'clamd.sock');
    const server = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      socket.end(words);
    }).listen(path);
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return path;
  }

  test.each([
    ['says that the file is too long', 'INSTREAM size limit exceeded. ERROR\0'],
    ['says nothing', ''],
    ['says half a sentence', 'stream: O'],
    ['says OK of something else', 'other: OK\0'],
    ['says that it is clean, and more', 'stream: OK but not really\0'],
    ['says too much', 'x'.repeat(10_000)],
  ])('%s: the file waits and is never clean', async (_story, words) => {
    const store = await freshFileStore(await sayingOnSocket(words));
    expect((await store.row(await store.add('talk.mp3', clean)))?.file.scan).toBe('pending');
  });

  test('is not there at all', async () => {
    const store = await freshFileStore(join(freshFolder(), 'nothing.sock'));
    expect((await store.row(await store.add('talk.mp3', clean)))?.file.scan).toBe('pending');
  });

  test('was never set up: the file says that nobody scanned it', async () => {
    const store = await freshFileStore(null);
    expect((await store.row(await store.add('talk.mp3', clean)))?.file.scan).toBe('not_scanned');
    expect(store.files.hasScanner).toBe(false);
  });
});

test('a refusal carries its reason and nothing of the file', () => {
  expect(JSON.stringify(new FileRefused('infected'))).not.toContain(TEST_VIRUS);
});
