import { z } from 'astro/zod';
import { addDays, addMonths } from '../calendar.ts';
import { weekDaysSchema, weekdayOf } from '../week/pattern.ts';
import { timeSchema } from '../week/times.ts';

/** Which of the weekdays of a month: the first to the fourth, or the last. */
export const NTHS = [1, 2, 3, 4, -1] as const;
export const NTH_WORDS: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
};

/** The monthly sessions that trainees lead: on the nth weekday (0 Monday to 4 Friday) of so many months. */
export const sessionPlanSchema = z
  .strictObject({
    nth: z.literal(NTHS),
    weekday: z.number().int().min(0).max(4),
    startsAt: timeSchema,
    endsAt: timeSchema,
    place: z.string().max(120),
    months: z.number().int().min(1).max(24),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], error: 'It ends after it begins.' });

export type SessionPlan = z.infer<typeof sessionPlanSchema>;

/** What a cohort is made from: its region, its usual week, its monthly sessions. What `cohort_templates.value` holds. */
export const cohortTemplateSchema = z.strictObject({
  region: z.string().max(80),
  /** Null: the default week of the programme counts. */
  week: weekDaysSchema.nullable(),
  /** Null: the tutor plans them. */
  sessions: sessionPlanSchema.nullable(),
});

export type CohortTemplate = z.infer<typeof cohortTemplateSchema>;

export const EMPTY_TEMPLATE: CohortTemplate = { region: '', week: null, sessions: null };

/** The days of one weekday in a month, which is given by any day in it. */
function weekdaysOf(month: string, weekday: number): string[] {
  const first = `${month.slice(0, 7)}-01`;
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  const days = [0, 1, 2, 3, 4].map((week) => addDays(first, ahead + week * 7));
  return days.filter((day) => day.slice(0, 7) === first.slice(0, 7));
}

/** The days of the monthly sessions from a day on, one a month, earliest first. */
export function sessionDays({ nth, weekday, months }: SessionPlan, startsOn: string): string[] {
  const days: string[] = [];
  for (let month = 0; days.length < months; month += 1) {
    const all = weekdaysOf(addMonths(`${startsOn.slice(0, 7)}-01`, month), weekday);
    const day = nth === -1 ? all.at(-1) : all[nth - 1];
    if (day !== undefined && day >= startsOn) days.push(day);
  }
  return days;
}

const WEEKDAY_WORDS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** "The second Thursday of 12 months, 14:00 to 16:00, in person". */
export function sessionPlanWords({ nth, weekday, startsAt, endsAt, place, months }: SessionPlan): string {
  const when = `The ${NTH_WORDS[String(nth)] ?? ''} ${WEEKDAY_WORDS[weekday] ?? ''} of ${String(months)} months`;
  return `${when}, ${startsAt} to ${endsAt}${place === '' ? '' : `, ${place}`}`;
}
