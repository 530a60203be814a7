import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileReader } from '#db/client/fileReader.ts';
import type { HealingReader } from '#db/client/fileReader.ts';
import { ReaderThreads } from '#db/client/readerThreads.ts';

let folder: string;
let writer: InstanceType<typeof Database>;
let path: string;
let reader: HealingReader;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-reader-'));
  path = join(folder, 'a.db');
  writer = new Database(path);
  writer.exec('PRAGMA journal_mode=WAL; CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB) STRICT');
});

afterEach(async () => {
  await reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});

const ALL = 'SELECT text FROM notes ORDER BY id';
const texts = async () => (await reader.execute(ALL)).rows.map(({ text }) => text);

const OPENINGS = [
  ['in the thread that asks', () => new FileReader(path, 1000)],
  ['in threads of their own', () => new ReaderThreads({ path, waitMs: 1000 }, 2)],
] as const;

describe.each(OPENINGS)('questions answered %s', (_how, open) => {
  beforeEach(() => {
    reader = open();
  });

  test('a question that was asked before sees what was written since', async () => {
    expect(await texts()).toEqual([]);
    writer.exec("INSERT INTO notes (text) VALUES ('first')");
    expect(await texts()).toEqual(['first']);
  });

  test('a kept question does not keep the journal from being emptied', async () => {
    writer.exec("INSERT INTO notes (text) VALUES ('first')");
    await texts();
    expect(writer.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()).toMatchObject([{ busy: 0 }]);
  });

  test('a kept question goes on working when the table has got another column', async () => {
    await texts();
    writer.exec("ALTER TABLE notes ADD COLUMN more TEXT; INSERT INTO notes (text, more) VALUES ('first', 'second')");
    expect(await texts()).toEqual(['first']);
  });

  test('questions asked together see one moment, and afterwards the present again', async () => {
    const [before, after] = await reader.batch([ALL, ALL]);
    writer.exec("INSERT INTO notes (text) VALUES ('first')");
    expect([before?.rows.length, after?.rows.length, (await texts()).length]).toEqual([0, 0, 1]);
  });

  test('after a question among several that fails, the reader answers as before', async () => {
    writer.exec("INSERT INTO notes (text) VALUES ('no JSON')");
    await expect(reader.batch([ALL, "SELECT json_extract(text, '$.a') FROM notes"])).rejects.toThrow('malformed JSON');
    expect(await texts()).toEqual(['no JSON']);
    expect(writer.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()).toMatchObject([{ busy: 0 }]);
  });

  test('a thousand different questions are all answered, each with its own values', async () => {
    for (let number = 0; number < 1000; number += 1) {
      const { rows } = await reader.execute({ sql: `SELECT ${number} AS own, ? AS given`, args: [number + 0.5] });
      expect(rows[0]).toMatchObject({ own: number, given: number + 0.5 });
    }
  });

  test('a whole number too large to be exact is refused, and not rounded', async () => {
    await expect(reader.execute('SELECT 9007199254740993')).rejects.toThrow(RangeError);
    expect((await reader.execute('SELECT 9007199254740991 AS n')).rows[0]?.['n']).toBe(9007199254740991);
  });

  test('bytes, empty cells and texts come back as they were written', async () => {
    const stored = new Uint8Array([1, 2, 255]);
    writer.prepare('INSERT INTO notes (text, bytes) VALUES (?, ?)').run([null, Buffer.from(stored)]);
    const { rows, columns } = await reader.execute('SELECT text, bytes FROM notes');
    expect(columns).toEqual(['text', 'bytes']);
    expect(rows[0]?.['text']).toBeNull();
    expect(new Uint8Array(rows[0]?.['bytes'] as ArrayBuffer)).toEqual(stored);
  });

  test('it cannot write', async () => {
    await expect(reader.execute("INSERT INTO notes (text) VALUES ('x')")).rejects.toThrow();
    expect(await texts()).toEqual([]);
  });

  test('where two columns have one name, both are told by their place and the first by the name', async () => {
    const { rows } = await reader.execute('SELECT 1 AS id, 2 AS id, 3 AS other');
    expect(Array.from(rows[0] ?? [])).toEqual([1, 2, 3]);
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ['id', 1],
      ['other', 3],
    ]);
  });

  test('what the driver says of a fault keeps its code', async () => {
    await expect(reader.execute('SELECT * FROM nowhere')).rejects.toMatchObject({
      code: 'SQLITE_ERROR',
      message: expect.stringContaining('no such table') as unknown,
    });
  });

  test('after a fault it connects anew and answers', async () => {
    await texts();
    reader.reconnect();
    writer.exec("INSERT INTO notes (text) VALUES ('first')");
    expect(await texts()).toEqual(['first']);
  });

  test('once closed it refuses, and what was asked before is answered', async () => {
    const asked = texts();
    await reader.close();
    expect(await asked).toEqual([]);
    await expect(texts()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
  });
});

describe('threads', () => {
  beforeEach(() => {
    reader = new ReaderThreads({ path, waitMs: 1000 }, 2);
  });

  const SLOW =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT count(*) FROM n';

  test('a long question keeps neither this thread nor a short question waiting', async () => {
    const order: string[] = [];
    const slow = reader.execute(SLOW).then(() => order.push('long'));
    await texts().then(() => order.push('short'));
    await slow;
    expect(order).toEqual(['short', 'long']);
  });

  test('a value that cannot be handed to a thread is refused, and the next question is answered', async () => {
    const unfit = { sql: 'SELECT ?', args: [Symbol('x')] as unknown as string[] };
    await expect(reader.execute(unfit)).rejects.toThrow('could not be cloned');
    expect(await texts()).toEqual([]);
  });

  test('a thread that cannot open the file says why, and is started again by the next question', async () => {
    const nowhere = new ReaderThreads({ path: join(folder, 'later', 'b.db'), waitMs: 1000 }, 1);
    await expect(nowhere.execute('SELECT 1')).rejects.toMatchObject({ code: 'READER_ENDED' });
    mkdirSync(join(folder, 'later'));
    new Database(join(folder, 'later', 'b.db')).close();
    expect((await nowhere.execute('SELECT 1 AS one')).rows[0]?.['one']).toBe(1);
    await nowhere.close();
  });

  test('a thread that ends in the middle tells whoever waits, and the next question is answered', async () => {
    const begun: Worker[] = [];
    const remember = (worker: Worker) => void begun.push(worker);
    process.on('worker', remember);
    const single = new ReaderThreads({ path, waitMs: 1000 }, 1);
    await single.execute(ALL);
    process.off('worker', remember);
    void single.execute(SLOW).catch(() => undefined);
    const waiting = expect(single.execute(ALL)).rejects.toMatchObject({ code: 'READER_ENDED' });
    await begun.at(-1)?.terminate();
    await waiting;
    expect((await single.execute(ALL)).rows).toEqual([]);
    await single.close();
  });
});
