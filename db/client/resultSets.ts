import type { ResultSet, Row } from '@libsql/client';
import type { Answer } from './fileQuestions.ts';

/** What one question brought, as `@libsql/client` gives it: cells by place, which are not enumerated, and by name. */
export function resultSet({ columns, columnTypes, rows }: Answer): ResultSet {
  const RowOf = rowClass(columns);
  const set = {
    columns,
    columnTypes,
    rows: rows.map((cells) => new RowOf(cells)),
    rowsAffected: 0,
    lastInsertRowid: undefined,
  };
  return { ...set, toJSON: () => ({ ...set, lastInsertRowid: null }) };
}

type RowClass = new (cells: readonly unknown[]) => Row;

/** Rows with the same names share a class: describing each cell of each row anew took longer than finding it. */
const CLASSES = new Map<string, RowClass>();
const KEPT_CLASSES = 1000;
const CELLS = Symbol('cells');

function rowClass(columns: readonly string[]): RowClass {
  const key = columns.join('\n');
  const known = CLASSES.get(key);
  if (known) return known;
  if (CLASSES.size >= KEPT_CLASSES) CLASSES.clear();
  const made = newRowClass(columns);
  CLASSES.set(key, made);
  return made;
}

/** Where two columns have one name, the name stands for the first of them. */
function newRowClass(columns: readonly string[]): RowClass {
  const names = columns
    .map((name, place) => ({ name, place }))
    .filter(({ name, place }) => columns.indexOf(name) === place);
  class OneRow {
    readonly [CELLS]: readonly unknown[];
    readonly [name: string]: unknown;
    constructor(cells: readonly unknown[]) {
      this[CELLS] = cells;
      const named = this as Record<string, unknown>;
      for (const { name, place } of names) named[name] = cells[place];
    }
  }
  Object.defineProperty(OneRow.prototype, 'length', { value: columns.length });
  columns.forEach((_name, place) => {
    Object.defineProperty(OneRow.prototype, place, {
      get(this: OneRow) {
        return this[CELLS][place];
      },
    });
  });
  return OneRow as unknown as RowClass;
}
