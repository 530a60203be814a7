import { openDatabase } from '#db/client.ts';
import { listTickTimes } from '#db/queries/readingTicks.ts';
import type { ReadingTick } from '#src/domain/modules/measuredMinutes.ts';
import { databaseFile, Usage } from '../../verify/source.ts';
import type { Places } from '../places.ts';

async function ask({ databaseUrl, authToken }: Places): Promise<readonly ReadingTick[]> {
  databaseFile(databaseUrl);
  const database = await openDatabase({ url: databaseUrl, ...(authToken ? { authToken } : {}), readOnly: true });
  return database.read(listTickTimes).finally(() => database.close());
}

const cannotOpen = (error: unknown) =>
  error instanceof Usage || (error instanceof Error && error.name === 'CannotOpenDatabase');

/** When people read; null where the usual database is not there. One that was asked for by name has to be. */
export async function readingTicks(places: Places, isAskedFor: boolean): Promise<readonly ReadingTick[] | null> {
  return ask(places).catch((error: unknown) => {
    if (!isAskedFor && cannotOpen(error)) return null;
    throw error;
  });
}
