import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What was asked of the database: `queries` statements in `trips` round trips. A statement is one query and one trip, a batch
 * of n is n queries and one trip. In a write each statement or batch is a trip and its end (commit or rollback) one more,
 * as on a server, where BEGIN travels with the first statement. A file is counted the same, so that a budget measured on a file
 * holds on a server.
 */
export interface QueryCount {
  queries: number;
  trips: number;
}

const KEY = Symbol.for('pqip.queryCount');
type Shared = { [KEY]?: AsyncLocalStorage<QueryCount> };

/** Astro's bundle and plain Node load this file separately and count together, so the storage lives on `globalThis`. */
const counts = ((globalThis as Shared)[KEY] ??= new AsyncLocalStorage<QueryCount>());

/** Runs something and counts what it asks of the database. Inside, and in everything it starts, `currentCount()` is its count. */
export function countQueries<T>(run: () => T): T {
  return counts.run({ queries: 0, trips: 0 }, run);
}

/** The count that is going on, live, or null outside `countQueries`. Keep the object to read it later. */
export function currentCount(): Readonly<QueryCount> | null {
  return counts.getStore() ?? null;
}

/** Adds one round trip with so many statements. */
export function countTrip(queries: number): void {
  const count = counts.getStore();
  if (!count) return;
  count.queries += queries;
  count.trips += 1;
}

/** Runs something that is asked for all requests together, and so belongs to the count of none. */
export function outsideCounts<T>(run: () => T): T {
  return counts.exit(run);
}
