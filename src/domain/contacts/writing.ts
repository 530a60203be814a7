import { addDays } from '../calendar.ts';

/** As long as one entry gets: what was said in a call, not a report. */
export const CONTACT_MAXIMUM_CHARACTERS = 2000;
export const ACTION_MAXIMUM_CHARACTERS = 500;
/** Why something is done, or is not needed any more. */
export const END_MAXIMUM_CHARACTERS = 300;
/** An entry is written within so many days of the contact. */
const CONTACT_DAYS_BACK = 90;
/** An action is due within so many days. */
export const ACTION_DAYS_AHEAD = 366;

/** Why a contact cannot have been on this day, as a sentence, or null. What lies ahead has not happened. */
export function happenedOnProblem(happenedOn: string, today: string): string | null {
  if (happenedOn > today) return 'Choose today or a day before: an entry is about what has happened';
  return happenedOn < addDays(today, -CONTACT_DAYS_BACK)
    ? `An entry is written within ${CONTACT_DAYS_BACK} days of the contact`
    : null;
}

/** Why an action cannot be due on this day, as a sentence, or null. */
export function dueOnProblem(dueOn: string, today: string): string | null {
  if (dueOn < today) return 'Choose today or a day to come';
  return dueOn > addDays(today, ACTION_DAYS_AHEAD) ? 'Choose a day within a year' : null;
}

/** An action as a form gives it; `words` is empty where nothing was agreed. */
export interface ActionTyped {
  readonly words: string;
  readonly ownerId: string;
  readonly dueOn: string;
}

/**
 * What is missing or wrong in an action, by field: `action`, `ownerId`, `dueOn`. All three or none. `owners`: who may do it, the trainee
 * and those assigned to her who read the contact log.
 */
export function actionProblems(
  { words, ownerId, dueOn }: ActionTyped,
  { owners, today }: { owners: readonly string[]; today: string },
): Record<string, string> {
  if (words.trim() === '' && ownerId === '' && dueOn === '') return {};
  const fields: Record<string, string> = {};
  if (words.trim() === '') fields.action = 'Say what will be done';
  if (ownerId === '') fields.ownerId = 'Choose who does it';
  else if (!owners.includes(ownerId))
    fields.ownerId = 'Choose somebody of this list: others do not read the contact log';
  const dueOnWrong = dueOn === '' ? 'Give the day by which it is done' : dueOnProblem(dueOn, today);
  if (dueOnWrong !== null) fields.dueOn = dueOnWrong;
  return fields;
}
