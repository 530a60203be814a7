import { addDays } from '../calendar.ts';
import { Refusal } from '../errors.ts';
import { knowsAll } from './noted.ts';
import type { SignalRules } from './schema.ts';
import type { NotedSignal } from './signal.ts';

/** The longest note. */
export const NOTE_MAXIMUM_CHARACTERS = 1000;

/** A signal as it stood before whoever notes it. */
export interface Seen {
  readonly kind: string;
  readonly factKey: string;
}

/**
 * The signal that is noted, as it stands now. Throws `conflict` where it is no longer there, somebody has noted it in the meantime, or
 * facts have come that she has not read: nobody notes what she has not seen.
 */
export function signalToNote(signals: readonly NotedSignal[], seen: Seen): NotedSignal {
  const signal = signals.find(({ kind }) => kind === seen.kind);
  if (!signal)
    throw new Refusal('conflict', {
      words: 'This is no longer so: the facts have changed, and nothing is to be noted.',
    });
  if (signal.note)
    throw new Refusal('conflict', { words: 'Somebody noted this in the meantime. Read what they wrote.' });
  if (!knowsAll(seen.factKey, signal.factKey))
    throw new Refusal('conflict', {
      words: 'There is more to it since you opened this page. Read it again, then note it.',
    });
  return signal;
}

/** The first day on which a signal that is noted today is back, if nothing changes before. */
export function returnsOn({ kinds }: SignalRules, { kind }: Pick<NotedSignal, 'kind'>, today: string): string {
  return addDays(today, kinds[kind].returnsAfterDays);
}
