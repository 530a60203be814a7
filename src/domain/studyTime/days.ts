import { addDays, dayNumber, daysBetween, formatDay, isWeekend, weekStart } from '../calendar.ts';
import { type Enrolment, pauseOn, timelineOf } from '../programme/timeline.ts';
import { durationWords, LONGEST_SESSION } from './duration.ts';

/** Days on which she is elsewhere: a placement on some weekdays (1 Monday to 7 Sunday), or leave. First and last included. */
export interface BusyDays {
  readonly kind: 'placement' | 'leave';
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays: readonly number[];
}

/** What decides whether time for study can be on a day. */
export interface DayFacts {
  readonly enrolment: Pick<Enrolment, 'startedOn' | 'pauses'>;
  /** Last day of the programme; null while nobody knows it. */
  readonly endsOn: string | null;
  readonly busy: readonly BusyDays[];
  /** Her other sessions: the one that moves is not among them. */
  readonly sessions: readonly { readonly day: string; readonly minutes: number }[];
  readonly holidays: readonly { readonly day: string; readonly name: string }[];
}

const DAYS_A_WEEK = 7;
/** So many weeks ahead can be planned at once. */
export const MOST_WEEKS = 26;
/** So many sessions a day holds, however short they are. */
export const MOST_A_DAY = 10;

const inWords = (day: string) => formatDay(day, { year: true });

const isBusy = ({ startsOn, endsOn, weekdays }: BusyDays, day: string) =>
  startsOn <= day && day <= endsOn && weekdays.includes(daysBetween(weekStart(day), day) + 1);

function outside({ enrolment, endsOn }: DayFacts, day: string): string | null {
  if (day < enrolment.startedOn) return `Your programme begins on ${inWords(enrolment.startedOn)}.`;
  if (endsOn !== null && day > endsOn) return `Your programme ends on ${inWords(endsOn)}.`;
  if (pauseOn(timelineOf(enrolment), dayNumber(day))) return 'Your programme is paused on that day.';
  return null;
}

function elsewhere({ busy }: DayFacts, day: string): string | null {
  const found = busy.find((days) => isBusy(days, day));
  if (!found) return null;
  return found.kind === 'leave' ? 'You are on leave on that day.' : `You are at ${found.place} on that day.`;
}

const plannedOn = ({ sessions }: DayFacts, day: string) =>
  sessions.filter((session) => session.day === day).reduce((sum, { minutes }) => sum + minutes, 0);

function overlong(facts: DayFacts, day: string, minutes: number): string | null {
  if (facts.sessions.filter((session) => session.day === day).length >= MOST_A_DAY)
    return `There are ${String(MOST_A_DAY)} sessions on that day already, as many as a day holds.`;
  const planned = plannedOn(facts, day);
  if (planned + minutes <= LONGEST_SESSION) return null;
  return `${durationWords(planned)} of that day are for study already; a day holds ${durationWords(LONGEST_SESSION)} at most.`;
}

/** Why so much study time cannot be on a day, as a sentence, or null. Weekends and bank holidays are hers to choose. */
export function whyNotOn(day: string, minutes: number, facts: DayFacts): string | null {
  return outside(facts, day) ?? elsewhere(facts, day) ?? overlong(facts, day, minutes);
}

/** A day that was passed over, and why. */
export interface SkippedDay {
  readonly day: string;
  readonly why: string;
}

function whyPassOver(day: string, minutes: number, facts: DayFacts): string | null {
  const holiday = facts.holidays.find((one) => one.day === day);
  if (holiday) return `${holiday.name} is a bank holiday.`;
  if (plannedOn(facts, day) > 0) return 'Study time is planned on that day already.';
  return whyNotOn(day, minutes, facts);
}

interface Repeat {
  readonly firstDay: string;
  readonly weeks: number;
  readonly minutes: number;
}

/**
 * The same weekday for some weeks. Bank holidays, days with study time and days on which it cannot be are passed over and not
 * made up for at the end.
 */
export function repeatedDays({ firstDay, weeks, minutes }: Repeat, facts: DayFacts) {
  const days: string[] = [];
  const skipped: SkippedDay[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const day = addDays(firstDay, week * DAYS_A_WEEK);
    const why = whyPassOver(day, minutes, facts);
    if (why === null) days.push(day);
    else skipped.push({ day, why });
  }
  return { days, skipped };
}

/** The next Mondays to Fridays, from a day on, on which nothing stands in the way: no study time, placement, leave or holiday. */
export function freeDays(facts: DayFacts, { from, to, most }: { from: string; to: string; most: number }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < most; day = addDays(day, 1)) {
    if (!isWeekend(day) && whyPassOver(day, 1, facts) === null) days.push(day);
  }
  return days;
}
