import { addDays, isWeekend } from '#src/domain/calendar.ts';
import { type BankHolidays, bankHolidayOn } from '#src/domain/week/bankHolidays.ts';
import type { Story } from './stories.ts';

/** When the demo is made: the Monday of its week, and the day itself. */
export interface DemoTime {
  readonly monday: string;
  readonly today: string;
}

/** Noon in London on a day, give or take the summer hour: an instant that is surely on that day. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

export const weeksBefore = ({ monday }: DemoTime, weeks: number) => addDays(monday, -7 * weeks);

/** The Monday on which this trainee's programme week began, her break included. */
export function weekBegan(time: DemoTime, story: Story, week: number): string {
  const weeksAgo = story.week - week;
  const { pause } = story;
  if (!pause) return weeksBefore(time, weeksAgo);
  const goneBy = Math.min(pause.weeks, pause.startedWeeksAgo);
  const beforePause = weeksAgo > pause.startedWeeksAgo - pause.weeks;
  return weeksBefore(time, weeksAgo + (beforePause ? goneBy : 0));
}

/** The day a story starts: the first day of week 1. */
export const startedOn = (time: DemoTime, story: Story) => weekBegan(time, story, 1);

/** The working day that a session stands on: what falls on a weekend or a bank holiday was on the working day before, or comes on the next. */
export function sessionDay({ today }: DemoTime, days: number, holidays: Pick<BankHolidays, 'days'>): string {
  const isFree = (day: string) => isWeekend(day) || bankHolidayOn(holidays, day) !== null;
  const step = days < 0 ? -1 : 1;
  let day = addDays(today, days);
  while (days !== 0 && isFree(day)) day = addDays(day, step);
  return day;
}
