import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileReader } from '#db/client/fileReader.ts';

let folder: string;
let writer: InstanceType<typeof Database>;
let reader: FileReader;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-reader-'));
  const path = join(folder, 'a.db');
  writer = new Database(path);
  writer.exec('PRAGMA journal_mode=WAL; CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB) STRICT');
  reader = new FileReader(path, 1000);
});

afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});

const ALL = 'SELECT text FROM notes ORDER BY id';
const texts = async () => (await reader.execute(ALL)).rows.map(({ text }) => text);

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
