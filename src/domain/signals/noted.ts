import type { NotedSignal, Signal, SignalNote } from './signal.ts';

/**
 * Whether one key of facts names nothing that the other did not: facts that have gone since are no news, one more is. So a signal that
 * was noted stays apart while it gets better, and is back as soon as something is added.
 */
export function knowsAll(knownKey: string, factKey: string): boolean {
  const known = new Set(knownKey.split(','));
  return factKey.split(',').every((part) => known.has(part));
}

/** The notes over one signal, `notes` being hers, the oldest first: the newest one about this kind counts. */
function noteOn({ kind, factKey }: Signal, notes: readonly SignalNote[], today: string) {
  const newest = notes.findLast((note) => note.kind === kind) ?? null;
  const stands = newest !== null && newest.returnsOn > today && knowsAll(newest.factKey, factKey);
  return stands ? { note: newest, earlierNote: null } : { note: null, earlierNote: newest };
}

/** Signals with the note that stands over each: about the same facts or more, and not yet come back. `notes`: oldest first. */
export function notedSignals(signals: readonly Signal[], notes: readonly SignalNote[], today: string): NotedSignal[] {
  return signals.map((signal) => ({ ...signal, ...noteOn(signal, notes, today) }));
}
