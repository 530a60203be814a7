import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Database, OpenOptions } from '#db/client.ts';
import { freshDatabase } from '../../support/database.ts';
import { canRunSqld, startSqld } from '../../support/sqldServer.ts';
import type { SqldServer } from '../../support/sqldServer.ts';

type Open = (options?: Omit<OpenOptions, 'url'>) => Promise<Database>;

/**
 * The two kinds of database, for tests that must say the same of both:
 * `for (const { name, canRun, use } of DATABASES) describe.skipIf(!canRun)(name, () => { const open = use(); … })`.
 * What `open` gives is migrated and closes when the test ends. On the server the tests of one file share one database, so each
 * looks only at rows of its own.
 */
export const DATABASES: { name: string; canRun: boolean; use: () => Open }[] = [
  { name: 'in a file', canRun: true, use: () => freshDatabase },
  { name: 'on a libSQL server', canRun: canRunSqld, use: useServer },
];

function useServer(): Open {
  let server: SqldServer;
  beforeAll(async () => {
    server = await startSqld();
  });
  afterAll(() => server.stop());
  return async (options = {}) => {
    const database = await openDatabase({ ...options, url: server.url });
    onTestFinished(() => database.close());
    return database;
  };
}
