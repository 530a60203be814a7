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
export type Cover = Pick<TutorAssignment, 'personId' | 'name' | 'coversId' | 'coversName' | 'startsOn' | 'endsOn'>;

/** Cover is said so many days before it begins. */
const SAID_DAYS = 7;

/** One cover as `readerId` reads it: she covers, she is covered, or it is between two others. */
export function coverSentence(cover: Cover, readerId: string, day: string): string {
  const { personId, name, coversId, coversName, startsOn, endsOn } = cover;
  const who = personId === readerId ? 'You cover' : `${name} covers`;
  const whom = coversId === readerId ? 'you' : coversName;
  const from = startsOn > day ? ` from ${formatDay(startsOn, { year: day })}` : '';
  const until = endsOn === null ? '' : ` until ${formatDay(lastDayOf(endsOn), { year: day })}`;
  return `${who} for ${whom ?? ''}${from}${until}.`;
}

/** The same once it is over: "Imogen Hale no longer covers for you." */
export function coverEndWords(
  { personId, name, coversId, coversName }: Omit<Cover, 'startsOn' | 'endsOn'>,
  readerId: string,
): string {
  const who = personId === readerId ? 'You no longer cover' : `${name} no longer covers`;
  return `${who} for ${coversId === readerId ? 'you' : (coversName ?? '')}.`;
}

/** Who covers for whom on a day or within a week of it, a sentence each as `readerId` reads it, in their order; what is over is left out. */
export function coverSentences(all: readonly Cover[], readerId: string, day: string): string[] {
  const isNear = (one: Cover) => {
    const state = tutorState(one, day);
    return state === 'now' || (state === 'to_come' && one.startsOn <= addDays(day, SAID_DAYS));
  };
  return all
    .filter(isNear)
    .map((one) => coverSentence(one, readerId, day))
    .sort();
}
