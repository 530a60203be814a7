import { outsideCounts } from '#db/queryCount.ts';
import type { Database, Reader } from '#db/client.ts';
import { portal, today } from './portal.ts';

const KEPT_MILLISECONDS = 60_000;

/** What was found, and a way to find it anew: after a write here that it would be strange not to see at once. */
interface Kept<T> {
  (): Promise<T>;
  readonly forget: () => void;
}

/**
 * For work over everybody's records: what was found stands for a minute, is found once however many ask, and counts for no page's
 * questions. Nothing of one person only.
 */
export function keptForAMinute<T>(work: (db: Reader) => Promise<T>): Kept<T> {
  const kept = new WeakMap<Database, { found: Promise<T>; day: string; at: number }>();
  const find = () => {
    const { database } = portal();
    const [known, day, at] = [kept.get(database), today(), Date.now()];
    if (known?.day === day && at - known.at < KEPT_MILLISECONDS) return known.found;
    const found = outsideCounts(() => database.read(work));
    kept.set(database, { found, day, at });
    found.catch(() => kept.delete(database));
    return found;
  };
  return Object.assign(find, { forget: () => void kept.delete(portal().database) });
}
