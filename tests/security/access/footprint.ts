import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** Sessions come and go with every sign-in; who was seen when, and who looked at a cohort when, is not what an action is about. */
const LEFT_OUT = new Set(['sessions', 'job_runs', 'cohort_looks']);
/** What the portal tells by itself, every minute, whoever asks for what. */
const LEFT_OUT_ROWS: Readonly<Record<string, string>> = {
  notices: `where kind not in ('new-signal', 'action-due')`,
  outbox: `where kind not in ('new-signal', 'action-due', 'digest')`,
};
const LEFT_OUT_COLUMNS = new Set(['last_seen_at']);

/** Tells whether anything in a running portal's database has changed. */
export interface Footprint {
  /** The same text as long as no row of any table has changed, sessions and what the portal does by itself left out. */
  now(): string;
  close(): void;
}

/** Reads beside the running portal. Cheap while nothing is written at all. */
export function openFootprint(path: string): Footprint {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  const tables = database
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .all()
    .map(({ name }) => String(name));
  const selects = tables
    .filter((name) => !LEFT_OUT.has(name))
    .map((name) =>
      database.prepare(
        `select ${columnsOf(database, name)} from "${name}" ${LEFT_OUT_ROWS[name] ?? ''} order by rowid`,
      ),
    );
  // Without the names of the columns in every row it takes half as long.
  for (const select of selects) select.setReturnArrays(true);
  let [seen, text] = [-1, ''];
  const now = () => {
    const version = Number(database.prepare('pragma data_version').get()?.data_version);
    if (version === seen) return text;
    const hash = createHash('sha256');
    for (const select of selects) hash.update(JSON.stringify(select.all()));
    [seen, text] = [version, hash.digest('hex')];
    return text;
  };
  return { now, close: () => database.close() };
}

function columnsOf(database: DatabaseSync, table: string): string {
  const all = database
    .prepare(`select name from pragma_table_info(?)`)
    .all(table)
    .map(({ name }) => String(name));
  return all
    .filter((name) => !LEFT_OUT_COLUMNS.has(name))
    .map((name) => `"${name}"`)
    .join(', ');
}
