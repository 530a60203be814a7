import { daysBetween } from '../../calendar.ts';
import type { Dated, SignalFacts } from '../facts.ts';
import type { Signal } from '../signal.ts';

/** What one rule found: the rest of a signal is the same for all. */
export type Found = Pick<Signal, 'factKey' | 'since' | 'reason' | 'nextStep' | 'href' | 'ownHref'>;

/** One rule over the facts of a day. `from`: its threshold, as `SIGNAL_WORDS` counts it. */
export type Rule = (facts: SignalFacts, from: number) => Found | null;

/** The page with the facts, for others and for herself. */
export const pages = ({ traineeId }: SignalFacts, rest: string, ownHref: string) => ({
  href: `/trainees/${traineeId}${rest}`,
  ownHref,
});

/** True in a running programme: while it stands still nothing is asked of her. */
export const isRunning = ({ place }: SignalFacts) => place.state === 'running';

/** An id as a key holds it: short, the same for the same id, and no way back to it (FNV-1a, 32 bits). */
function shortId(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The facts behind a signal as its key, one part for each: see `knowsAll`. */
export const keyOf = (ids: readonly string[]) => ids.map(shortId).sort().join(',');

/** Of things that are so since a day, those that are so for at least `from` days, and the longest of them. */
export function longStanding<Item extends Dated>(items: readonly Item[], today: string, from: number) {
  const long = items.filter(({ on }) => daysBetween(on, today) >= from);
  const [first] = long.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  return first ? { first, items: long, count: long.length, days: daysBetween(first.on, today) } : null;
}

/** Of things that happened on a day, those that are no longer ago than `from` days, and the first of them. */
export function recent<Item extends Dated>(items: readonly Item[], today: string, from: number) {
  return longStanding(
    items.filter(({ on }) => daysBetween(on, today) <= from),
    today,
    -Infinity,
  );
}
