import { addDays } from '../calendar.ts';

/** Characters of one question, and how many a session takes, those taken out included. */
export const QUESTION_LIMITS = { words: 400, most: 120 } as const;

/** Whoever leads gets what was asked without a name so many days before the session, to prepare. */
const HANDED_ON_DAYS_BEFORE = 3;

interface Planned {
  readonly day: string;
  readonly heldAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** Why no question can be asked any more, or null. Until the session is closed, on the day too. */
export function whyNoQuestion({ day, heldAt, cancelledAt }: Planned, today: string): string | null {
  if (cancelledAt !== null) return 'This session was cancelled.';
  if (heldAt !== null || today > day) return 'This session is over, so there is nothing to ask beforehand any more.';
  return null;
}

/** Without a name only until the evening before: on the day itself, whoever is seen typing has asked. */
export const mayAskWithoutName = ({ day }: Pick<Planned, 'day'>, today: string): boolean => today < day;

/** The day on which questions without a name are handed on together first. */
export const firstHandedOn = ({ day }: Pick<Planned, 'day'>): string => addDays(day, -HANDED_ON_DAYS_BEFORE);

/**
 * The day that is kept of a question. With a name: when it was asked. Without: when it is handed on together with the others, which is
 * three days before the session, or the day of the session for what came later. So nothing kept says when it was asked, and nobody
 * can hold it against who was signed in, or sat beside her.
 */
export function keptDay(session: Pick<Planned, 'day'>, { today, named }: { today: string; named: boolean }): string {
  if (named) return today;
  const first = firstHandedOn(session);
  return today < first ? first : session.day;
}

export interface AskedQuestion {
  readonly id: string;
  readonly words: string;
  /** Null: nobody knows. */
  readonly askedBy: string | null;
  readonly askedOn: string;
}

/**
 * The questions that whoever leads can read, in an order that says nothing about when they came: by their ids, which are random.
 * A session that was moved to an earlier day brings everything on its day.
 */
export function handedOn<Question extends AskedQuestion>(
  questions: readonly Question[],
  { day, today }: { day: string; today: string },
): Question[] {
  return questions
    .filter(({ askedBy, askedOn }) => askedBy !== null || askedOn <= today || day <= today)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
