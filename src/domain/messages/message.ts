import { formatTime } from '../calendar.ts';

/** A heading and a text that several people read: longer belongs into a meeting. */
export const SUBJECT_MAXIMUM_CHARACTERS = 120;
export const MESSAGE_MAXIMUM_CHARACTERS = 3000;

/** One answer: a few sentences; what needs more belongs into a talk. */
export const ANSWER_MAXIMUM_CHARACTERS = 2000;

/** Somebody who gets a message, or got one. `readAt`: when she said that she has read it. */
export interface Recipient {
  readonly traineeId: string;
  readonly name: string;
}

/** How recipients were chosen, in the words that sender and recipients read. `filters`: see `filterWords`. */
export function chosenWords(filters: readonly string[]): string {
  return filters.length === 0 ? 'everybody in the cohort' : filters.join(', and ');
}

/** Whether those who were shown before sending are those who would get it now. Order says nothing. */
export function sameRecipients(shown: readonly string[], now: readonly string[]): boolean {
  const ids = new Set(shown);
  return ids.size === now.length && now.every((id) => ids.has(id));
}

/** For so long the same message is held back: a form that came back after sending is sent again within minutes, or never. */
export const SENT_AGAIN_MINUTES = 60;

/** A message that went out. */
export interface SentBefore {
  readonly sentAt: Date;
  /** Trainees who got it. */
  readonly recipients: readonly string[];
}

/**
 * Why a message is held back until its sender says that she means it, as a sentence, or null: it went to the very same people already.
 * `before`: what she sent in these words not long ago, newest first.
 */
export function sentAgainProblem(before: readonly SentBefore[], recipients: readonly string[]): string | null {
  const same = before.find((one) => sameRecipients(one.recipients, recipients));
  if (!same) return null;
  return `You sent this at ${formatTime(same.sentAt)} to the same people. Tick the box if they should get it once more`;
}

/** How many have said that they have read it, out of those who got it and are in the reader's cohorts: "3 of 16 have read it". */
export function readWords({ read, sent }: { read: number; sent: number }): string {
  if (sent === 0) return 'Nobody who got it is in your cohorts now';
  if (sent === 1) return read === 1 ? 'Read' : 'Not read yet';
  return `${String(read)} of ${String(sent)} have read it`;
}

/** "1 trainee", "16 trainees". */
export const traineesWords = (count: number): string => (count === 1 ? '1 trainee' : `${String(count)} trainees`);
