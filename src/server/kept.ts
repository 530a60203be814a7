import { outsideCounts } from '#db/queryCount.ts';
import type { Database, Reader } from '#db/client.ts';
import { portal, today } from './portal.ts';

const MINUTE_MILLISECONDS = 60_000;
/** So long a page may show rules that another process has changed since. Inside a transaction they are always read. */
const RULES_MILLISECONDS = 10_000;

/** What was found, and a way to find it anew: after a write here that it would be strange not to see at once. */
interface Kept<T> {
  (): Promise<T>;
  readonly forget: () => void;
}

type Work<T> = (db: Reader) => Promise<T>;

/**
 * For work over everybody's records: what was found stands for a minute, is found once however many ask, and counts for no page's
 * questions. Nothing of one person only.
 */
export const keptForAMinute = <T>(work: Work<T>): Kept<T> => keptFor(MINUTE_MILLISECONDS, work);

/** The same for rules that hardly ever change, so that a page asks no question for them: at most ten seconds old. */
export const keptRules = <T>(work: Work<T>): Kept<T> => keptFor(RULES_MILLISECONDS, work);

/** Keeps the answer from the moment it is asked for: what is forgotten while it is on its way is not there once it has come. */
function keptFor<T>(milliseconds: number, work: Work<T>): Kept<T> {
  const kept = new WeakMap<Database, { found: Promise<T>; day: string; at: number }>();
  const find = () => {
    const { database } = portal();
    const [known, day, at] = [kept.get(database), today(), Date.now()];
    if (known?.day === day && at - known.at < milliseconds) return known.found;
    const found = outsideCounts(() => database.read(work));
    kept.set(database, { found, day, at });
    found.catch(() => kept.get(database)?.found === found && kept.delete(database));
    return found;
  };
  return Object.assign(find, { forget: () => void kept.delete(portal().database) });
}
