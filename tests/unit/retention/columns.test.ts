import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { GOES, STAYS } from '#src/domain/retention/columns.ts';
import { GROUP_WORDS, RECORD_GROUPS } from '#src/domain/retention/words.ts';

/** Ids, names of things in the content, days and times of day: what they are called tells that nobody wrote them. */
const NO_WORDS =
  /^(id|.*_id|.*_version|version|lot_id|criteria|assessors|trainees|matter|attribute|stage|moved_from|makes_up|month|day|starts_at|ends_at|until|.*_(on|from))$/u;

const TABLES = Object.values(schema)
  .filter((thing) => thing instanceof SQLiteTable)
  .map((table) => getTableConfig(table));

/** Columns in which words may stand: text that refers to no row, is of no closed list, and is called like no id and no day. */
const FREE_TEXT = TABLES.flatMap(({ name, columns, foreignKeys }) => {
  const refers = new Set(foreignKeys.flatMap((key) => key.reference().columns.map((column) => column.name)));
  const isFree = (column: SQLiteColumn) =>
    column.getSQLType() === 'text' && !refers.has(column.name) && !column.enumValues?.length;
  return columns.filter(isFree).map((column) => `${name}.${column.name}`);
});
const GOING = new Set(Object.values(GOES).flat());
const STAYING = STAYS.flatMap(({ columns }) => columns);
const ALL = new Set(TABLES.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)));

describe('every column in which words may stand', () => {
  test('goes with a group of records, or stays for a reason that is said', () => {
    const told = new Set([...GOING, ...STAYING]);
    const untold = FREE_TEXT.filter((column) => !told.has(column) && !NO_WORDS.test(column.split('.')[1] ?? ''));
    expect(FREE_TEXT.length).toBeGreaterThan(150);
    expect(untold).toEqual([]);
  });

  test('does not go and stay at once, and is a column that there is', () => {
    expect(STAYING.filter((column) => GOING.has(column))).toEqual([]);
    expect([...GOING, ...STAYING].filter((column) => !ALL.has(column))).toEqual([]);
    expect(new Set(STAYING).size).toBe(STAYING.length);
  });
});

describe('the table of docs/retention.md', () => {
  const text = readFileSync(new URL('../../../docs/retention.md', import.meta.url), 'utf8');

  test.each(RECORD_GROUPS)('has a row for %s with the tables it empties', (group) => {
    const row = text.split('\n').find((line) => line.startsWith(`| ${GROUP_WORDS[group].name} `)) ?? '';
    for (const column of GOES[group]) expect(row).toContain(`\`${column.split('.')[0]}\``);
    expect(row).not.toBe('');
  });

  test.each(STAYS)('gives the reason and every column: $why', ({ why, columns }) => {
    const row = text.split('\n').find((line) => line.includes(why)) ?? '';
    expect(columns.filter((column) => !row.includes(`\`${column}\``))).toEqual([]);
  });
});
