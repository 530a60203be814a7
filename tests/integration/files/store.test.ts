import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  fileUse,
  insertSubmissionFiles,
  listFilesOfEvidence,
  listFilesOfSubmission,
  takeFileOff,
} from '#db/queries/files.ts';
import { submissions } from '#db/schema/index.ts';
import { soundOf } from '../../security/hostile/recordings.ts';
import { uploadBody } from '../../support/uploads.ts';
import { EVIDENCE, type FileStore, freshFileStore } from '../../support/fileStore.ts';

const content = soundOf();
const SHA256 = createHash('sha256').update(content).digest('hex');
const placeOf = ({ dir }: FileStore, sha256: string) => join(dir, 'store', sha256.slice(0, 2), sha256);
const quarantineOf = ({ dir }: FileStore) => readdirSync(join(dir, 'quarantine'));

async function handIn({ database }: FileStore, fileId: string): Promise<void> {
  const at = new Date('2026-11-23T10:00:00Z');
  await database.write(async (tx) => {
    const row = {
      id: 'a-snapshot',
      evidenceId: EVIDENCE,
      traineeId: 'amara',
      number: 1,
      kind: 'reflective_account',
    } as const;
    await tx
      .insert(submissions)
      .values({ ...row, title: '', text: '', qualificationVersion: 'demo-1', sha256: 'x', submittedAt: at });
    await insertSubmissionFiles(tx, 'a-snapshot', [fileId]);
  });
}

async function takeOff(store: FileStore, id: string): Promise<string | null> {
  const subject = await store.row(id);
  if (!subject) throw new Error('There is no such file.');
  const sha256 = await store.database.write((tx) => takeFileOff(tx, subject, new Date()));
  if (sha256) await store.files.removeContent(sha256);
  return sha256;
}

describe('a file that was taken', () => {
  test('lies under its hash, for the portal alone, and nothing is left in quarantine', async () => {
    const store = await freshFileStore();
    const id = await store.add('talk.mp3', content);
    expect((await store.row(id))?.file).toMatchObject({
      name: 'talk.mp3',
      type: 'mp3',
      sha256: SHA256,
      sizeBytes: content.length,
    });
    expect(statSync(placeOf(store, SHA256)).mode & 0o777).toBe(0o600);
    expect(quarantineOf(store)).toEqual([]);
  });

  test('whose form is sent twice is one row', async () => {
    const store = await freshFileStore();
    const id = await store.add('talk.mp3', content);
    await store.add('other.mp3', content, id);
    expect(await store.database.read((db) => listFilesOfEvidence(db, EVIDENCE))).toMatchObject([{ name: 'talk.mp3' }]);
  });

  test('whose row cannot be written leaves no content', async () => {
    const store = await freshFileStore();
    const { body, contentType } = uploadBody({ name: 'a.mp3', declared: 'audio/mpeg', bytes: content });
    const refused = store.files.take({
      incoming: { stream: Readable.from([body]), contentType },
      mayBegin: () => undefined,
      write: () => Promise.reject(new Error('no room')),
    });
    await expect(refused).rejects.toThrow('no room');
    await expect.poll(() => existsSync(placeOf(store, SHA256))).toBe(false);
  });
});

describe('a file that is taken off its draft', () => {
  test('and was never handed in is gone, its name with it, and still counts for its day', async () => {
    const store = await freshFileStore();
    const id = await store.add('talk.mp3', content);
    expect(await takeOff(store, id)).toBe(SHA256);
    expect((await store.row(id))?.file).toMatchObject({ name: '', removedAt: expect.any(Date) as Date });
    expect(existsSync(placeOf(store, SHA256))).toBe(false);
    expect(await store.database.read((db) => listFilesOfEvidence(db, EVIDENCE))).toEqual([]);
    const use = { personId: 'amara', evidenceId: EVIDENCE, since: new Date('2026-11-23T00:00:00Z') };
    expect(await store.database.read((db) => fileUse(db, use))).toEqual({
      onItem: 0,
      keptBytes: 0,
      today: 1,
      todayBytes: content.length,
    });
  });

  test('and was handed in stays where it was handed in', async () => {
    const store = await freshFileStore();
    const id = await store.add('talk.mp3', content);
    await handIn(store, id);
    expect(await takeOff(store, id)).toBeNull();
    expect(await store.database.read((db) => listFilesOfEvidence(db, EVIDENCE))).toEqual([]);
    expect(await store.database.read((db) => listFilesOfSubmission(db, 'a-snapshot'))).toMatchObject([
      { name: 'talk.mp3', removedAt: null },
    ]);
    expect(existsSync(placeOf(store, SHA256))).toBe(true);
  });

  test('leaves a content that another file has too', async () => {
    const store = await freshFileStore();
    const first = await store.add('talk.mp3', content);
    await store.add('the same.mp3', content);
    await takeOff(store, first);
    expect(existsSync(placeOf(store, SHA256))).toBe(true);
  });

  test('twice changes nothing', async () => {
    const store = await freshFileStore();
    const id = await store.add('talk.mp3', content);
    await takeOff(store, id);
    expect(await takeOff(store, id)).toBeNull();
  });
});

test('what was handed in keeps its name, its size and its hash for good', async () => {
  const store = await freshFileStore();
  const id = await store.add('talk.mp3', content);
  await handIn(store, id);
  for (const change of ["name = 'other.pdf'", "sha256 = 'x'", 'size_bytes = 1'])
    await expect(
      store.database.write((tx) => tx.run(`update evidence_files set ${change} where id = '${id}'`)),
    ).rejects.toThrow();
});

describe('after a crash', () => {
  test('whatever was in quarantine is cleared at the next start', async () => {
    const store = await freshFileStore();
    writeFileSync(join(store.dir, 'quarantine/left'), 'half a file');
    await store.again();
    expect(quarantineOf(store)).toEqual([]);
  });

  test('a content without a row goes once it is an hour old, one with a row stays, and a young one may be on its way', async () => {
    const store = await freshFileStore();
    await store.add('talk.mp3', content);
    const [old, young] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];
    for (const sha256 of [old, young]) {
      mkdirSync(join(store.dir, 'store', sha256.slice(0, 2)), { recursive: true });
      writeFileSync(placeOf(store, sha256), 'left');
    }
    const before = new Date(Date.now() - 2 * 60 * 60_000);
    for (const sha256 of [old, SHA256]) utimesSync(placeOf(store, sha256), before, before);
    await store.again();
    await expect.poll(() => existsSync(placeOf(store, old))).toBe(false);
    expect(existsSync(placeOf(store, young))).toBe(true);
    expect(existsSync(placeOf(store, SHA256))).toBe(true);
  });
});

test.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
  '%j is no hash and never becomes a path',
  async (text) => {
    const store = await freshFileStore();
    await expect(async () => store.files.open(text)).rejects.toThrow('named by its SHA-256');
  },
);
