import type { Client } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import type { Executor } from './guardedExecutor.ts';

type Drizzle = LibSQLDatabase;
type Reading = 'select' | 'selectDistinct' | 'all' | 'get' | 'values' | 'batch' | '$count' | '$with';
type With = Drizzle['with'];

/** Reads only. `batch([...])` asks several questions in one round trip and sees one moment of the database. */
export type Reader = Pick<Drizzle, Reading> & {
  with(...queries: Parameters<With>): Pick<ReturnType<With>, 'select' | 'selectDistinct'>;
};

/** Inside one transaction: everything a `Reader` does, seeing the transaction's own writes, and changes. */
export type Writer = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete' | 'run'> & { with: With };

/** Drizzle over a guarded client; for a file its one connection is read-only. */
export function readerOver(executor: Executor): Reader {
  return drizzle(executor as Client);
}

/** Drizzle over one open transaction. Made anew for each write, so without a schema, which would cost more than the write. */
export function writerOver(executor: Executor): Writer {
  return drizzle(executor as Client);
}
