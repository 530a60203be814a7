import type { FormErrors } from '#src/components/ui/types.ts';
import type { Signal } from '#src/domain/signals/signal.ts';

type Named = Pick<Signal, 'traineeId' | 'kind'>;

/** How signals are noted on a page: one form at a time, where the address or a form that was sent asks for it. */
export interface Noting {
  /** The signal whose form is there, as `notingKey` names it; null for none. */
  readonly asked: string | null;
  /** The page with the form of a signal. */
  readonly href: (signal: Named) => string;
  /** Where the form is sent to: the page as it stands, so that a view that was chosen stays. */
  readonly action: string;
  /** Makes an id for a note. */
  readonly newId: () => string;
  /** What is wrong with the note that was sent. */
  readonly errors: FormErrors;
}

/** One signal of one trainee, as it stands in the address. */
export function notingKey({ traineeId, kind }: Named): string {
  return `${traineeId}.${kind}`;
}

/** Whether this is the signal that is being noted. */
export function isNoted({ asked }: Pick<Noting, 'asked'>, signal: Named): boolean {
  return asked === notingKey(signal);
}

/** The signal whose form a page shows: the one that a form was sent for, or the one that the address asks for. */
export function askedFor(
  posted: Readonly<Record<string, readonly string[] | undefined>>,
  query: URLSearchParams,
): string | null {
  if (posted['noteId'] === undefined) return query.get('note');
  return `${posted['traineeId']?.[0] ?? ''}.${posted['kind']?.[0] ?? ''}`;
}
