import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { AT, type Insert } from '../../support/demoRecords.ts';
import { type Column, COLUMNS } from './cast.ts';
import type { Reach, Visit } from './reach.ts';

const FAR_AHEAD = 3_000_000_000;
const ANSWERED_WITHIN_MS = 20_000;

/** The finished export of the trainee that a cell is about. */
export function exportIdOf(column: Column): string {
  const number = COLUMNS.findIndex(({ name }) => name === column.name) + 1;
  return `7f1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Adds its row, and a file where the portal keeps it. */
export function addExport(insert: Insert, column: Column, databasePath: string): void {
  const id = exportIdOf(column);
  const days = { asked_at: AT, ready_at: AT, expires_at: FAR_AHEAD };
  insert('portfolio_exports', { id, trainee_id: column.traineeId, ...days, size_bytes: 4 });
  const folder = join(dirname(databasePath), 'files/exports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.zip`), 'PK..');
}

/** The file is made in the background; the next may be asked for once it is there. */
function waitUntilMade({ portal }: Visit): void {
  const unfinished = 'select id from portfolio_exports where ready_at is null and failed_at is null';
  for (const end = Date.now() + ANSWERED_WITHIN_MS; portal.rows(unfinished).length > 0 && Date.now() < end;);
}

/** How the one action about exports is reached. */
export const EXPORT_REACHES: Readonly<Record<string, Reach>> = {
  'exports.ask': {
    page: () => '/portfolio/leave',
    input: () => ({ id: randomUUID(), password: DEMO_PASSWORD }),
    settled: waitUntilMade,
  },
};
