import { z } from 'astro/zod';
import { daysBetween, weekStart } from '../calendar.ts';
import { lineSchema } from '../programme/schema.ts';
import { WEEK_PLACES } from './words.ts';
import { DAY_PARTS, partsOverlap, timeSchema } from './times.ts';

/** Where somebody is on a weekday, or for a part of it. `startsAt` and `endsAt` are given for the part `times` alone. */
const patternPartSchema = z
  .strictObject({
    place: z.enum(WEEK_PLACES),
    part: z.enum(DAY_PARTS),
    startsAt: timeSchema.nullable(),
    endsAt: timeSchema.nullable(),
  })
  .superRefine(({ part, startsAt, endsAt }, problems) => {
    const say = (path: string, message: string) => problems.addIssue({ code: 'custom', path: [path], message });
    if ((part === 'times') !== (startsAt !== null)) say('startsAt', 'Times go with the part "times", both of them.');
    if ((startsAt === null) !== (endsAt === null)) say('endsAt', 'Give both times, or neither.');
    if (startsAt !== null && endsAt !== null && endsAt <= startsAt) say('endsAt', 'It ends after it begins.');
  });

export type PatternPart = z.infer<typeof patternPartSchema>;

/** So many places a weekday may have. */
export const PARTS_A_DAY = 3;

const weekdaySchema = z
  .array(patternPartSchema)
  .max(PARTS_A_DAY, `At most ${String(PARTS_A_DAY)} places a day.`)
  .refine((parts) => !parts.some((one, at) => parts.some((other, index) => index > at && partsOverlap(one, other))), {
    error: 'The places of a day do not overlap.',
  });

/** Seven weekdays from Monday; an empty one says that she is nowhere. This is what `week_patterns.days` holds. */
export const weekDaysSchema = z.array(weekdaySchema).length(7, 'Seven days, from Monday.');

export type WeekDays = z.infer<typeof weekDaysSchema>;

/** The week of whoever has no pattern yet: src/content/week/default-pattern.json. */
export const defaultPatternSchema = z.strictObject({
  kind: z.literal('default_pattern'),
  note: lineSchema.describe('What it stands for, in a sentence that trainees may read.'),
  days: weekDaysSchema,
});

export type DefaultPattern = z.infer<typeof defaultPatternSchema>;

/** Whose pattern counts, first the strongest. */
const PATTERN_OWNERS = ['own', 'cohort'] as const;
export type PatternOwner = (typeof PATTERN_OWNERS)[number];

/** A week that repeats. `endsOn` is the first day without it, null where it goes on. */
export interface WeekPattern {
  readonly id: string;
  readonly owner: PatternOwner;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** The days on which she is in that cohort, `until` the first one outside; wide open for her own. */
  readonly since: string;
  readonly until: string | null;
  readonly days: WeekDays;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return daysBetween(weekStart(day), day);
}

const runsOn = (day: string, from: string, to: string | null) => from <= day && (to === null || day < to);

/**
 * The pattern in force on a day: her own before her cohort's; of several the one that began last, so that one for some weeks
 * gives way to the one before it when it ends, in the middle of a week too. Null where none is.
 */
export function patternOn(patterns: readonly WeekPattern[], day: string): WeekPattern | null {
  for (const wanted of PATTERN_OWNERS) {
    const running = patterns
      .filter(({ owner }) => owner === wanted)
      .filter(({ startsOn, endsOn, since, until }) => runsOn(day, startsOn, endsOn) && runsOn(day, since, until))
      .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : one.startsOn > other.startsOn ? -1 : 0));
    if (running[0]) return running[0];
  }
  return null;
}

/** The places of a weekday in a pattern, empty where she is nowhere. */
export function placesOf(days: WeekDays, day: string): readonly PatternPart[] {
  return days[weekdayOf(day)] ?? [];
}
