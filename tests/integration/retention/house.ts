import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { type Content, loadContent } from '#src/server/content.ts';
import { countWhatIsDue } from '#src/server/retention/due.ts';
import { applyRetention, type RetentionRun } from '#src/server/retention/run.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { freshFolder } from '../../support/database.ts';
import { behindThePortalsBack } from '../ledger/tampering.ts';

export const NOW = new Date('2026-11-19T10:00:00Z');
/** Three years and a day after Amara left. */
export const LATE = '2026-11-19';
const LEFT = '2023-11-18';

let genuine: string;
export let content: Content;
/** Makes the demo that every house is a copy of; call it once in a file of tests. */
export function useHouses(): void {
  beforeAll(async () => {
    genuine = mkdtempSync(join(tmpdir(), 'portal-retention-'));
    const url = pathToFileURL(join(genuine, 'portal.db')).href;
    const places = { keysDir: join(genuine, 'keys'), anchorsDir: join(genuine, 'anchors') };
    await writeDemo({ ...places, url, traineeCount: 12, now: NOW });
    content = await loadContent(new URL('../../../', import.meta.url));
  });
  afterAll(() => rmSync(genuine, { recursive: true, force: true }));
}

export interface House {
  readonly folder: string;
  readonly database: Database;
  readonly gone: string[];
  run(change?: Partial<RetentionRun>): ReturnType<typeof applyRetention>;
  rows(sql: string): Record<string, unknown>[];
}

/** A copy of the demo in which Amara left the programme three years ago; `prepare` changes it before the portal opens it. */
export async function aHouse(prepare: (raw: DatabaseSync) => void = () => undefined): Promise<House> {
  const folder = freshFolder();
  cpSync(genuine, folder, { recursive: true });
  const path = join(folder, 'portal.db');
  behindThePortalsBack(folder, (raw) => {
    raw.exec(`UPDATE cohort_memberships SET left_on = '${LEFT}' WHERE trainee_id = 'amara'`);
    prepare(raw);
  });
  const database = await openDatabase({ url: pathToFileURL(path).href });
  onTestFinished(() => database.close());
  const gone: string[] = [];
  const files = { removeContent: (sha256: string) => Promise.resolve(void gone.push(sha256)) };
  const run = { database, files, file: content.retention, today: LATE, now: () => NOW };
  return {
    ...{ folder, database, gone },
    run: (change) => applyRetention({ ...run, ...change }),
    rows: (sql) => {
      const raw = new DatabaseSync(path, { readOnly: true });
      const found = raw.prepare(sql).all();
      raw.close();
      return found;
    },
  };
}

/** What is due in a house on a day, by the defaults. */
export const dueIn = ({ database }: House, today: string) =>
  database.read((db) => countWhatIsDue(db, { rules: content.retention.rules, today }));
