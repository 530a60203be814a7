import type { RawRow, Source, Value } from './source.ts';

/** A row with text as text and whole numbers as numbers. */
export type Row = Record<string, string | number | null>;

/** Columns of a table to read: those of text, and those of whole numbers. */
export interface Columns {
  readonly table: string;
  readonly text: readonly string[];
  readonly numbers: readonly string[];
}

const ROWS_A_PAGE = 200;

/** Stands for bytes that are not UTF-8: no writer could have stored them, so whatever is compared with it differs. */
const UNREADABLE = '\uFFFF unreadable \uFFFF';

/** All rows of a table, page by page, by their row number. Text is fetched as bytes: what SQLite calls text need not be any. */
export async function* pagesOf(source: Source, columns: Columns): AsyncGenerator<Row[]> {
  let last: number | null = null;
  for (;;) {
    const rows = await page(source, columns, last);
    if (rows.length > 0) yield rows.map((row) => decoded(row, columns));
    if (rows.length < ROWS_A_PAGE) return;
    last = Number(rows.at(-1)?.row_number);
  }
}

/** The first page has no lower bound: a row put in with a negative number is not overlooked. */
async function page(source: Source, columns: Columns, after: number | null): Promise<RawRow[]> {
  const bound = after === null ? '' : 'WHERE rowid > ?';
  const sql = `SELECT rowid AS row_number, ${selection(columns)} FROM ${columns.table} ${bound} ORDER BY rowid LIMIT ${ROWS_A_PAGE}`;
  return source.all(sql, after === null ? [] : [after]);
}

/** Rows of another table that belong to one page of parents, by the parent's id. `key` is the column that names the parent, `order` the one they are in order of. */
export async function childrenOf(
  source: Source,
  columns: Columns & { readonly key: string; readonly order?: string },
  parents: readonly Row[],
): Promise<Map<string, Row[]>> {
  const ids = parents.map(({ id }) => String(id));
  const places = ids.map(() => '?').join(', ');
  const sql = `SELECT ${selection(columns)} FROM ${columns.table} WHERE ${columns.key} IN (${places}) ORDER BY ${columns.order ?? 'rowid'}`;
  const rows = (await source.all(sql, ids)).map((row) => decoded(row, columns));
  return Map.groupBy(rows, (row) => String(row[columns.key]));
}

function selection({ text, numbers }: Columns): string {
  return [...text.map((name) => `CAST(${name} AS BLOB) AS ${name}`), ...numbers].join(', ');
}

function decoded(row: RawRow, { text, numbers }: Columns): Row {
  const cells: Row = {};
  for (const name of text) cells[name] = asText(row[name]);
  for (const name of numbers) cells[name] = row[name] === null ? null : Number(row[name]);
  return cells;
}

function asText(value: Value | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array || value instanceof ArrayBuffer)) return UNREADABLE;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
  } catch {
    return UNREADABLE;
  }
}
