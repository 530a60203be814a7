import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, integer, text } from 'drizzle-orm/sqlite-core';

/** An instant in UTC: a `Date` in code, whole seconds since 1970 in the table. */
export const instant = (name: string) => integer(name, { mode: 'timestamp' });

/** A calendar day in Europe/London as `YYYY-MM-DD`. */
export const day = (name: string) => text(name);

/** An opaque identifier made outside the database. */
export const id = (name = 'id') => text(name);

/** CHECK that a nullable day column holds a date in the one form that sorts as text. */
export function isDay(name: string, column: AnySQLiteColumn) {
  return check(name, sql`${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`);
}

/** CHECK that a column holds one of a closed list. Only for lists that cannot grow: changing a CHECK rebuilds the table. The list comes from the domain, never from input. */
export function isOneOf(name: string, column: AnySQLiteColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
  return check(name, sql`${column} in (${sql.raw(list)})`);
}
