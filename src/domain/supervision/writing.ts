import { addDays } from '../calendar.ts';
import { Refusal } from '../errors.ts';

/** As long as notes of a meeting get; the same outer limit as a reflection. */
export const NOTES_MAXIMUM_CHARACTERS = 20_000;
export const ACTION_MAXIMUM_CHARACTERS = 500;
export const REASON_MAXIMUM_CHARACTERS = 300;
/** What three people can agree on in one meeting and still do. */
export const MOST_ACTIONS = 20;
/** A record may be written up so many days after the meeting, and begun so many before it. */
export const DAYS_BACK = 60;
export const DAYS_AHEAD = 60;
/** Meetings that may be planned for one trainee at a time, and how far ahead. */
export const MOST_MEETINGS_AHEAD = 12;
const MEETING_DAYS_AHEAD = 366;
/** An agreed action is due within so many days. */
const ACTION_DAYS_AHEAD = 366;

/** Why nothing of this record may be changed any more, or null. From the first signature on it stands. */
export function changeProblem({ signatures }: { readonly signatures: readonly unknown[] }): Refusal | null {
  if (signatures.length === 0) return null;
  return new Refusal('conflict', { words: 'This record has been signed, so nothing of it changes any more.' });
}

/** Why a record cannot be of a review held on this day, as a sentence, or null. */
export function heldOnProblem(heldOn: string, today: string): string | null {
  if (heldOn < addDays(today, -DAYS_BACK)) return `A record is written within ${DAYS_BACK} days of the meeting`;
  return heldOn > addDays(today, DAYS_AHEAD) ? `A record is begun at most ${DAYS_AHEAD} days before the meeting` : null;
}

/** Why an action cannot be due on this day, as a sentence, or null. */
export function dueOnProblem(dueOn: string, { heldOn, today }: { heldOn: string; today: string }): string | null {
  if (dueOn < heldOn) return 'What is agreed cannot be due before the meeting';
  return dueOn > addDays(today, ACTION_DAYS_AHEAD) ? 'Choose a day within a year' : null;
}

/** Why a meeting cannot be planned for this day, as a sentence, or null. */
export function meetingDayProblem(day: string, today: string): string | null {
  if (day < today) return 'Choose today or a day to come';
  return day > addDays(today, MEETING_DAYS_AHEAD) ? 'Choose a day within a year' : null;
}

/** Who may take away a record: whoever began it, before it is ready to sign, as long as nobody else has written in it. */
export function mayRemove(
  { id }: { readonly id: string },
  { createdBy, savedBy, readyAt }: { createdBy: string; savedBy: string; readyAt: Date | null },
): boolean {
  return createdBy === id && savedBy === id && readyAt === null;
}
