import { SIGNAL_KINDS, type SignalKind } from '../signals/kinds.ts';
import { SIGNAL_WORDS } from '../signals/words.ts';

/** The longest `kind factKey` that is kept with an entry. */
const ABOUT_MAXIMUM_CHARACTERS = 300;

const kindOf = (signal: string): SignalKind | undefined =>
  SIGNAL_KINDS.find((kind) => signal === kind || signal.startsWith(`${kind} `));

/**
 * What is kept of the signal that an entry is about, `kind factKey`, or null. A check-in is never named: it was shared with those who saw
 * it then, the log is read by others too, and sharing can be taken back (docs/decisions.md, "Contact log").
 */
export function aboutSignal(typed: string): string | null {
  const kind = kindOf(typed);
  if (kind === undefined || kind === 'wellbeing' || typed.length > ABOUT_MAXIMUM_CHARACTERS) return null;
  return typed;
}

/** The signal of an entry as people read it, or null. */
export function aboutWords(signal: string | null): string | null {
  const kind = signal === null ? undefined : kindOf(signal);
  return kind === undefined ? null : SIGNAL_WORDS[kind].name;
}
