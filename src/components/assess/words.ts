import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';

/** What an assessor can decide, in her words. */
export const OUTCOME_CHOICES: readonly { value: CriterionOutcome; text: string }[] = [
  { value: 'met', text: 'Met' },
  { value: 'working_towards', text: 'Working towards' },
  { value: 'not_met', text: 'Not met' },
];

export const outcomeWords = (outcome: CriterionOutcome): string =>
  OUTCOME_CHOICES.find(({ value }) => value === outcome)?.text ?? '';

/** "1 day", "3 days"; "today" where it is the same day. */
export function daysWords(days: number): string {
  return days === 0 ? 'today' : `${String(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** "1 piece of evidence", "3 criteria". */
export function counted(count: number, one: string, several: string): string {
  return `${String(count)} ${count === 1 ? one : several}`;
}

/** The wording of a criterion; empty for one that is not in this version. */
export function criterionText({ units }: Pick<Qualification, 'units'>, criterionId: string): string {
  return units.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterionId)?.text ?? '';
}

/** What stands in the fields of the desk, in the shape of a form as it was sent: reasons for passages come out of it either way. */
export function postedFrom(fields: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
}

/** Keys of the desk and what each does. Source of the list on `?` and of the script. */
export const SHORTCUTS = [
  { key: 'j', does: 'next criterion' },
  { key: 'k', does: 'criterion before' },
  { key: '1', does: 'met' },
  { key: '2', does: 'working towards' },
  { key: '3', does: 'not met' },
  { key: 'f', does: 'write feedback on this criterion' },
  { key: 'c', does: 'write about the whole' },
  { key: 'a', does: 'note on the words that are selected, or on a paragraph' },
  { key: 't', does: 'to the evidence, so that the arrow keys scroll it' },
  { key: 'r', does: 'look at what will be released; there, go to the button that releases' },
  { key: 'e', does: 'from there, back to change something' },
  { key: 'n', does: 'next in the queue' },
  { key: 'q', does: 'back to the queue' },
  { key: 'Esc', does: 'leave a field, so that the keys work again' },
  { key: '?', does: 'this list' },
] as const;
