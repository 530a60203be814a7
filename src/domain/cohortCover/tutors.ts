import { addDays, formatDay } from '../calendar.ts';

/** Somebody who is, was or will be a tutor of one cohort. `endsOn` is the first day without; `coversId` whom she stands in for. */
export interface TutorAssignment {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly coversId: string | null;
  readonly coversName: string | null;
}

/** `never`: it was taken back before its first day. */
export type TutorState = 'now' | 'to_come' | 'past' | 'never';

export function tutorState(
  { startsOn, endsOn }: Pick<TutorAssignment, 'startsOn' | 'endsOn'>,
  day: string,
): TutorState {
  if (endsOn !== null && endsOn <= startsOn) return 'never';
  if (endsOn !== null && endsOn <= day) return 'past';
  return startsOn <= day ? 'now' : 'to_come';
}

/** Whoever is a tutor on a day, those who cover among them. */
export function tutorsOn(all: readonly TutorAssignment[], day: string): TutorAssignment[] {
  return all.filter((one) => tutorState(one, day) === 'now');
}

/** The last day of an assignment that ends, which is the day before the first without it. */
export const lastDayOf = (endsOn: string): string => addDays(endsOn, -1);

/** "covers for Ruth Adeyemi until Friday 4 December", or null where it is no cover. `today`: the year is said where it is another. */
export function coverWords(
  { coversName, endsOn }: Pick<TutorAssignment, 'coversName' | 'endsOn'>,
  today: string,
): string | null {
  if (coversName === null) return null;
  const until = endsOn === null ? '' : ` until ${formatDay(lastDayOf(endsOn), { year: today })}`;
  return `covers for ${coversName}${until}`;
}

/** Somebody who covers for a tutor of a cohort. */
export type Cover = Pick<TutorAssignment, 'name' | 'coversName' | 'startsOn' | 'endsOn'>;

/** Who covers for whom on a day, a sentence each, by name; what is over or to come is left out. */
export function coverSentences(all: readonly Cover[], day: string): string[] {
  return all
    .filter((one) => tutorState(one, day) === 'now')
    .map((one) => `${one.name} ${coverWords(one, day) ?? ''}.`)
    .sort();
}
