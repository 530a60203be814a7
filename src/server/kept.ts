import { outsideCounts } from '#db/queryCount.ts';
import type { Database, Reader } from '#db/client.ts';
import { portal, today } from './portal.ts';

const KEPT_MILLISECONDS = 60_000;

/**
 * For work over everybody's records: what was found stands for a minute, is found once however many ask, and counts for no page's
 * questions. Nothing of one person only.
 */
export function keptForAMinute<T>(work: (db: Reader) => Promise<T>): () => Promise<T> {
  const kept = new WeakMap<Database, { found: Promise<T>; day: string; at: number }>();
  return () => {
    const { database } = portal();
    const [known, day, at] = [kept.get(database), today(), Date.now()];
    if (known?.day === day && at - known.at < KEPT_MILLISECONDS) return known.found;
    const found = outsideCounts(() => database.read(work));
    kept.set(database, { found, day, at });
    found.catch(() => kept.delete(database));
    return found;
  };
}
