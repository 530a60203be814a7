import { daysBetween, formatDay } from '#src/domain/calendar.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** "1 piece", "12 pieces". */
export const countWords = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export const pieceWords = (count: number): string => countWords(count, 'piece', 'pieces');

/** "due on Thursday 26 November", or how long it is overdue. */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'due today';
  if (days > 0) return `due on ${formatDay(dueOn, { year: today })}`;
  return `overdue by ${countWords(-days, 'day', 'days')}`;
}

/** The status of something that is due on a day and may be done. */
export function dueKind(dueOn: string, today: string): TagKind {
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'late';
  return days <= 7 ? 'due' : 'in_progress';
}

/** How a look is shown: word, then shape. */
export const OUTCOME_TAGS: Readonly<Record<VerificationOutcome, { readonly kind: TagKind; readonly text: string }>> = {
  agree: { kind: 'agreed', text: 'Agreed' },
  reject: { kind: 'returned', text: 'Not agreed' },
};

/** What was typed into one of a page's forms, and what is wrong with it: of the form that was sent only. */
export interface Sent {
  readonly posted: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The same for a form that tells itself by a field of its own: nothing where another form of the page was sent. */
export function sentIn({ posted, errors }: Sent, field: string, value?: string): Sent {
  const own = posted[field]?.[0];
  const isOwn = own !== undefined && (value === undefined || own === value);
  return isOwn ? { posted, errors } : { posted: {}, errors: {} };
}

/** The one value of a field that was sent, or undefined. */
export const typedIn = ({ posted }: Sent, name: string): string | undefined => posted[name]?.[0];
