import { addMonths, dayNumber } from '../calendar.ts';
import type { Gateway, Route, Stage } from './schema.ts';
import { calendarDay, type Enrolment, pauseOn, programmeDays, type Timeline, timelineOf } from './timeline.ts';

export type { Enrolment, Pause } from './timeline.ts';

/** Days in a programme week. */
const WEEK = 7;

/** Where a trainee is in her programme on one day. */
export interface ProgrammePlace {
  /** Before her start, running, standing still, or over. */
  readonly state: 'before' | 'running' | 'paused' | 'after';
  /** Her programme week, from 1; 0 before the start, the last one when it is over. While paused: the week she comes back to. */
  readonly week: number;
  /** Her programme month, from 1, likewise. */
  readonly month: number;
  /** The stage of that month; null before the start and when it is over. */
  readonly stage: Stage | null;
  /** Weeks in her programme; the last may be a short one. */
  readonly weeksInRoute: number;
  /** First and last calendar day of that week (before the start: of week 1); null behind a pause without an end. */
  readonly weekStartsOn: string | null;
  readonly weekEndsOn: string | null;
  /** Last day of her programme; null while a pause without an end stands in the way. */
  readonly endsOn: string | null;
  /** The pause she is in; `endsOn` is the first day back. */
  readonly pause: { readonly startsOn: string; readonly endsOn: string | null } | null;
  /** The gateway that comes next, due on the last day of its month. */
  readonly nextGateway: (Pick<Gateway, 'id' | 'name' | 'basis'> & { readonly dueOn: string | null }) | null;
}

/** Programme days in so many months from the start, were there no pauses. */
function daysInMonths(startedOn: string, months: number): number {
  return dayNumber(addMonths(startedOn, months)) - dayNumber(startedOn);
}

/** The month, from 1, that a programme day is in. A month ends the day before the day of the month on which she started. */
function monthOf(startedOn: string, programmeDay: number): number {
  let month = Math.floor(programmeDay / 31) + 1;
  while (daysInMonths(startedOn, month) <= programmeDay) month += 1;
  return month;
}

/** A trainee's place on her route, her start and pauses made ready once. */
export interface Course {
  readonly enrolment: Enrolment;
  readonly route: Route;
  readonly timeline: Timeline;
}

/** Makes ready what several questions about one trainee share. */
export function courseOf(enrolment: Enrolment, route: Route): Course {
  return { enrolment, route, timeline: timelineOf(enrolment) };
}

function nextGateway({ enrolment, route, timeline }: Course, day: number): ProgrammePlace['nextGateway'] {
  for (const { id, name, basis, atEndOfMonth } of route.gateways) {
    const dueOn = calendarDay(timeline, daysInMonths(enrolment.startedOn, atEndOfMonth) - 1);
    if (dueOn === null || dayNumber(dueOn) >= day) return { id, name, basis, dueOn };
  }
  return null;
}

/** The programme week, from 1, that a day falls in, however long the route is. */
export function weekOn({ timeline }: Course, day: number): number {
  return Math.floor(programmeDays(timeline, day) / WEEK) + 1;
}

/** Last day of a programme week, from 1; null behind a pause without an end. */
export function weekEnd({ timeline }: Course, week: number): string | null {
  return calendarDay(timeline, week * WEEK - 1);
}

function stateOf(over: number, length: number, isPaused: boolean): ProgrammePlace['state'] {
  if (over < 0) return 'before';
  if (over >= length) return 'after';
  return isPaused ? 'paused' : 'running';
}

/** Week, month and stage of a programme day; what is not yet begun or already over counts as the text of `ProgrammePlace` says. */
function weekMonthStage({ enrolment, route }: Course, over: number, length: number) {
  if (over < 0) return { week: 0, month: 0, stage: null };
  const lastDay = Math.min(over, length - 1);
  const month = monthOf(enrolment.startedOn, lastDay);
  const stage = route.stages.find(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth) ?? null;
  return { week: Math.floor(lastDay / WEEK) + 1, month, stage: over < length ? stage : null };
}

/** Whether she has completed or withdrawn by a day. */
export const hasEnded = ({ endedOn = null }: Pick<Enrolment, 'endedOn'>, today: string): boolean =>
  endedOn !== null && endedOn <= today;

/** `programmePlace` for a trainee already made ready. Whoever completed or withdrew stays where she was on her last day. */
export function placeOf(course: Course, today: string): ProgrammePlace {
  const endedOn = course.enrolment.endedOn ?? null;
  if (endedOn === null || endedOn > today) return placeOnDay(course, today);
  const last = placeOnDay(course, endedOn);
  return { ...last, state: 'after', stage: null, pause: null, nextGateway: null, endsOn: endedOn };
}

function placeOnDay(course: Course, today: string): ProgrammePlace {
  const { enrolment, route, timeline } = course;
  const day = dayNumber(today);
  const length = daysInMonths(enrolment.startedOn, route.months);
  const over = programmeDays(timeline, day);
  const pause = over < length ? pauseOn(timeline, day) : null;
  const { week, month, stage } = weekMonthStage(course, over, length);
  const shownWeek = Math.max(1, week);
  return {
    state: stateOf(over, length, pause !== null),
    week,
    month,
    stage,
    weeksInRoute: Math.ceil(length / WEEK),
    weekStartsOn: calendarDay(timeline, (shownWeek - 1) * WEEK),
    weekEndsOn: calendarDay(timeline, Math.min(shownWeek * WEEK, length) - 1),
    endsOn: calendarDay(timeline, length - 1),
    pause,
    nextGateway: nextGateway(course, day),
  };
}

/**
 * Which week, month and stage a trainee is in on a day, and when her programme ends. Only days that are not paused count.
 * Programme weeks run from the day she started, so they begin on Mondays for whoever started on one and had no pause but of
 * whole weeks. Days are `YYYY-MM-DD`; throws a RangeError for anything else.
 */
export function programmePlace(enrolment: Enrolment, route: Route, today: string): ProgrammePlace {
  return placeOf(courseOf(enrolment, route), today);
}

/**
 * The last day of a programme week, from 1, for her: what falls in that week is due on it, and late the day after. Null while
 * a pause without an end stands in the way.
 */
export function dueDay(enrolment: Enrolment, route: Route, week: number): string | null {
  return weekEnd(courseOf(enrolment, route), week);
}
