import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Database, OpenOptions } from '#db/client.ts';

/** A database of one test. `url` and `path` say where its file is. */
export interface TestDatabase extends Database {
  readonly url: string;
  readonly path: string;
}

/** A folder of the test's own, removed when it ends. Call it in a test or in `beforeEach`. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty database with every migration applied, closed and removed when the test ends. Call it in a test or in `beforeEach`. */
export async function freshDatabase(options: Omit<OpenOptions, 'url'> = {}): Promise<TestDatabase> {
  const path = join(freshFolder(), 'portal.db');
  writeFileSync(path, await template());
  return openTestDatabase(path, options);
}

/** Opens a file that is there, or makes it, and closes it when the test ends. */
export async function openTestDatabase(path: string, options: Omit<OpenOptions, 'url'> = {}): Promise<TestDatabase> {
  const url = pathToFileURL(path).href;
  const database = await openDatabase({ ...options, url });
  onTestFinished(() => database.close());
  return { ...database, url, path };
}

let made: Promise<Buffer> | undefined;

/** A migrated file, made once a test process and kept in its memory. */
function template(): Promise<Buffer> {
  made ??= makeTemplate();
  return made;
}

async function makeTemplate(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-template-'));
  try {
    const path = join(folder, 'portal.db');
    const database = await openDatabase({ url: pathToFileURL(path).href });
    await database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
