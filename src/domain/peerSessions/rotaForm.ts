import { addDays, isDay } from '../calendar.ts';
import { TIME } from '../week/times.ts';
import { MOST_DAYS_AHEAD, MOST_MONTHS, PEER_LIMITS } from './limits.ts';

/** What a tutor says about the sessions that she wants planned. */
export interface RotaWish {
  readonly first: string;
  readonly months: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
}

type Problems = Readonly<Record<string, string>>;

function dayProblem(first: string, today: string): string | null {
  if (!isDay(first)) return 'Give the day of the first session';
  if (first < today) return 'The first session is today or later';
  return first > addDays(today, MOST_DAYS_AHEAD) ? 'The first session is within a year from today' : null;
}

/** What is wrong with when and where a session is, by field; shared by the rota and a session of its own. */
export function timeProblems({ startsAt, endsAt, place }: Omit<RotaWish, 'first' | 'months'>): Problems {
  const problems = {
    startsAt: TIME.test(startsAt) ? null : 'Give the time as hours and minutes, for example 10:00',
    endsAt: !TIME.test(endsAt)
      ? 'Give the time as hours and minutes, for example 11:00'
      : endsAt <= startsAt
        ? 'It ends after it begins'
        : null,
    place: place.trim() === '' ? 'Say where it is' : place.length > PEER_LIMITS.line ? 'Say it in one line' : null,
  };
  return told(problems);
}

const told = (problems: Readonly<Record<string, string | null>>): Problems =>
  Object.fromEntries(Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null));

/** What is wrong with a wish, by field; empty where a rota can be made of it. */
export function wishProblems(wish: RotaWish, today: string): Problems {
  const { months } = wish;
  const isCount = Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
  return {
    ...told({
      first: dayProblem(wish.first, today),
      months: isCount ? null : `From 1 to ${String(MOST_MONTHS)} months`,
    }),
    ...timeProblems(wish),
  };
}
