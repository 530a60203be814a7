import type { NotedSignal, Signal, SignalNote } from './signal.ts';

/** Signals with the note that stands over each: about the same facts, and not yet come back. The newest note counts. */
export function notedSignals(signals: readonly Signal[], notes: readonly SignalNote[], today: string): NotedSignal[] {
  return signals.map((signal) => {
    const note = notes.findLast(({ kind, factKey }) => kind === signal.kind && factKey === signal.factKey);
    return { ...signal, note: note && note.returnsOn > today ? note : null };
  });
}
