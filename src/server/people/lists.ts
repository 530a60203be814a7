import { insertAuditEntries } from '#db/queries/audit.ts';
import { listRows } from '#db/queries/people/lists.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { PEOPLE_COLUMNS, templateRows } from '#src/domain/people/columns.ts';
import { LIST_WORDS, type ListName } from '#src/domain/people/lists.ts';
import { csvFile } from '../csv/csvFile.ts';
import { newId, now, read, today, write } from '../portal.ts';

/** A list as a file, with an entry of the audit before it goes out. */
export async function takeListOut(viewer: Pick<Viewer, 'id'>, list: ListName): Promise<string> {
  const rows = await read((db) => listRows(db, list, today()));
  const details = { list, rows: rows.length };
  await write((tx) =>
    insertAuditEntries(tx, [{ id: newId(), at: now(), actorId: viewer.id, act: 'list.exported', details }]),
  );
  return csvFile([list === 'people' ? PEOPLE_COLUMNS : LIST_WORDS[list].columns, ...rows]);
}

/** The file to begin with: the heading, and made-up rows with a cohort and a route of this portal. */
export function templateFile(cohort: string, route: string): string {
  const rows = templateRows(cohort, route).map((row) => PEOPLE_COLUMNS.map((column) => row[column]));
  return csvFile([PEOPLE_COLUMNS, ...rows]);
}

/** The head of an answer that is a file. */
export const csvHeaders = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.csv"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});
