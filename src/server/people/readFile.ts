import { createHash } from 'node:crypto';
import { dropReadImports, findImportState, insertImport } from '#db/queries/people/imports.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { checkRows } from '#src/domain/people/checkRows.ts';
import { IMPORT_BYTES_MAX } from '#src/domain/people/columns.ts';
import { oneLine } from '#src/domain/people/names.ts';
import { importPlan, planCounts } from '#src/domain/people/plan.ts';
import { readPeopleRows } from '#src/domain/people/readRows.ts';
import type { RowProblem } from '#src/domain/csv/rowProblem.ts';
import { csvTextOf, readTable } from '../csv/readTable.ts';
import { newId, now, read, write } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { readPeopleWorld } from './world.ts';

/** A file of people as it was sent. */
export interface SentPeople {
  /** Made when the form was shown: sent twice, it is read once. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What became of a file: it waits to be brought in, or everything that is wrong with it. */
export type ReadFile =
  | { readonly problem: string; readonly problems: readonly RowProblem[] }
  | { readonly problem: null; readonly problems: readonly [] };

const FILE_NAME_MAXIMUM = 100;
/** So many files of one person may wait to be brought in; of more, the oldest are put aside. */
const WAITING_MOST = 5;
const by = (one: RowProblem, other: RowProblem) => one.row - other.row;

/**
 * Reads a file of people and holds it against the portal. Where all is well it is kept, to be looked at and brought in; where
 * anything is wrong nothing is kept.
 */
export async function readPeopleFile(
  viewer: Pick<Viewer, 'id'>,
  { id, fileName, bytes }: SentPeople,
): Promise<ReadFile> {
  if (bytes.length > IMPORT_BYTES_MAX) return refused('The file is larger than 1 MB. Make two files of it');
  const { text, problem } = csvTextOf(bytes);
  if (text === null) return refused(problem);
  const table = readTable(text);
  if ('fault' in table) return refused(ONE, [table.fault]);
  const { rows, problems, rowCount } = readPeopleRows(table.table);
  const world = await read((db) => readPeopleWorld(db, rows));
  const all = [...problems, ...checkRows(rows, world)].toSorted(by);
  if (all.length > 0)
    return refused(
      all.length === 1 ? ONE : `The file has ${all.length.toLocaleString('en-GB')} problems: see the table`,
      all,
    );
  const counts = planCounts(importPlan(rows, world, newId));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keep({
    ...{ id, sha256, state: 'read' as const, rows: JSON.stringify({ rows }), total: rowCount },
    ...{ fileName: oneLine(fileName).slice(0, FILE_NAME_MAXIMUM), counts: JSON.stringify(counts) },
    ...{ madeBy: viewer.id, madeAt: now() },
  });
  return { problem: null, problems: [] };
}

const ONE = 'The file has 1 problem: see the table';
const refused = (problem: string, problems: readonly RowProblem[] = []): ReadFile => ({ problem, problems });

async function keep(row: Parameters<typeof insertImport>[1]): Promise<void> {
  await write(async (tx) => {
    const kept = await findImportState(tx, row.id);
    if (kept?.sha256 === row.sha256 && kept.madeBy === row.madeBy) return;
    if (kept)
      throw new Refusal('conflict', { words: 'This form was sent with another file already. Open the page again.' });
    await refuseFull(tx, 'imports', row.madeBy);
    await insertImport(tx, row);
    await dropReadImports(tx, { madeBy: row.madeBy, at: row.madeAt, butFor: WAITING_MOST });
  });
}
