import { addDays } from '#src/domain/calendar.ts';
import type { PatternPart, WeekDays } from '#src/domain/week/pattern.ts';
import type { WeekPlace } from '#src/domain/week/words.ts';
import { oneOf } from './oneOf.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

const all = (place: WeekPlace): PatternPart[] => [{ place, part: 'day', startsAt: null, endsAt: null }];
const halves = (morning: WeekPlace, afternoon: WeekPlace): PatternPart[] => [
  { place: morning, part: 'morning', startsAt: null, endsAt: null },
  { place: afternoon, part: 'afternoon', startsAt: null, endsAt: null },
];

const LONDON: WeekDays = [
  all('office'),
  all('masterclass'),
  all('prison'),
  all('training'),
  halves('office', 'home_visits'),
  [],
  [],
];
const WALES: WeekDays = [
  all('university'),
  all('office'),
  all('office'),
  halves('court', 'office'),
  all('own_study'),
  [],
  [],
];
const ELSEWHERE: WeekDays = [
  all('office'),
  all('office'),
  all('university'),
  halves('office', 'court'),
  all('own_study'),
  [],
  [],
];

/** Nia works three days. */
const NIA: WeekDays = [
  all('office'),
  all('university'),
  [],
  [
    { place: 'office', part: 'times', startsAt: '09:00', endsAt: '12:30' },
    { place: 'home_visits', part: 'times', startsAt: '13:00', endsAt: '16:30' },
  ],
  [],
  [],
  [],
];

const WEEKS: Readonly<Record<string, WeekDays>> = { london: LONDON, wales: WALES };
const CROWD_WEEKS: readonly WeekDays[] = [LONDON, WALES, ELSEWHERE];

interface Cast {
  readonly time: DemoTime;
  readonly stories: readonly Story[];
  /** Every cohort, those of the crowd too. */
  readonly cohorts: readonly { readonly id: string }[];
}

function tellPatterns(rows: DemoRows, { time, stories, cohorts }: Cast): void {
  const startsOn = weeksBefore(time, 40);
  const entered = { enteredBy: 'harvey', enteredAt: noonOf(startsOn) };
  for (const [index, { id }] of cohorts.entries()) {
    const days = WEEKS[id] ?? oneOf(CROWD_WEEKS, index);
    rows.weekPatterns.push({
      id: `week-${id}`,
      cohortId: id,
      traineeId: null,
      startsOn,
      endsOn: null,
      days,
      ...entered,
    });
  }
  const nia = stories.find(({ id }) => id === 'nia');
  if (!nia) return;
  const since = weeksBefore(time, nia.week - 1);
  const own = { enteredBy: 'nia', enteredAt: noonOf(since) };
  rows.weekPatterns.push({
    id: 'week-nia',
    cohortId: null,
    traineeId: 'nia',
    startsOn: since,
    endsOn: null,
    days: NIA,
    ...own,
  });
}

/** [trainee, place, first day and last day from the Monday of the week, note for herself]. */
const EXCEPTIONS: readonly (readonly [string, WeekPlace, number, number, string])[] = [
  ['amara', 'leave', 49, 52, 'Family visit'],
  ['tom', 'head_office', 8, 8, 'Induction of the new starters'],
  ['nia', 'training', 2, 2, 'Swapped for the Thursday of next week'],
  ['jonah', 'leave', 4, 7, ''],
  ['megan', 'not_working', 11, 11, ''],
];

/** [trainee, day from the Monday of the week, from, to, title, private]. */
const APPOINTMENTS: readonly (readonly [string, number, string, string, string, boolean])[] = [
  ['amara', 0, '10:00', '11:00', 'Team meeting', false],
  ['amara', 3, '08:15', '09:00', 'Dentist', true],
  ['amara', 7, '10:00', '11:00', 'Team meeting', false],
  ['tom', 1, '16:30', '17:00', 'Call with union representative', true],
  ['tom', 4, '09:30', '10:30', 'Duty handover', false],
  ['nia', 3, '12:30', '13:00', 'Nursery settling-in', true],
  ['nia', 7, '09:30', '10:30', 'Team meeting', false],
  ['priya', 2, '17:30', '18:30', 'Evening class', true],
];

/** The usual weeks of every cohort, Nia's own three days, and what named people added to their weeks. */
export function tellWeeks(rows: DemoRows, cast: Cast): void {
  const { time, stories } = cast;
  const isHere = (traineeId: string) => stories.some(({ id }) => id === traineeId);
  tellPatterns(rows, cast);
  const at = noonOf(weeksBefore(time, 1));
  for (const [traineeId, place, first, last, words] of EXCEPTIONS) {
    if (!isHere(traineeId)) continue;
    const days = { startsOn: addDays(time.monday, first), endsOn: addDays(time.monday, last) };
    rows.weekExceptions.push({
      id: `${traineeId}-away-${String(first)}`,
      traineeId,
      place,
      words,
      ...days,
      enteredAt: at,
    });
  }
  for (const [traineeId, offset, startsAt, endsAt, title, isPrivate] of APPOINTMENTS) {
    if (!isHere(traineeId)) continue;
    const when = { day: addDays(time.monday, offset), startsAt, endsAt };
    const id = `${traineeId}-appointment-${String(offset)}`;
    rows.appointments.push({ id, traineeId, ...when, title, isPrivate, revision: 1, savedAt: at });
  }
}
