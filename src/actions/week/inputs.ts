import { z } from 'astro/zod';
import { addDays, isDay } from '#src/domain/calendar.ts';
import { PATTERN_FIELDS, readPattern } from '#src/domain/week/patternForm.ts';
import { TIME } from '#src/domain/week/times.ts';
import { neededText, orEmpty } from '../typedText.ts';

export const TITLE_MAXIMUM = 120;

export const id = z.uuid();
export const recordId = z.string().min(1).max(100);
export const revision = z.coerce.number().int().min(0);
/** A box that is ticked posts a word, one that is not posts nothing. */
export const ticked = z
  .string()
  .max(10)
  .nullish()
  .transform((text) => text !== null && text !== undefined && text !== '');

/** A day that can be in somebody's week. */
export const day = (missing: string) =>
  z.iso.date({ error: missing }).refine((text) => isDay(text) && text >= '2020-01-01' && text <= '2099-12-31', {
    error: 'Give a day between 2020 and 2099',
  });

export const lastDay = orEmpty(z.union([z.literal(''), day('Give the last day, or leave it empty')]));

/** Browsers may add seconds to a time; nobody's appointment needs them. */
export const time = (missing: string) =>
  z
    .string({ error: missing })
    .transform((text) => text.slice(0, 5))
    .refine((text) => TIME.test(text), { error: missing });

export const appointment = z
  .object({
    id,
    title: neededText(TITLE_MAXIMUM, 'Say what it is, in a few words').transform((text) => text.trim()),
    day: day('Give the day'),
    startsAt: time('Give the time at which it begins'),
    endsAt: time('Give the time at which it ends'),
    shared: ticked,
    despite: ticked,
    basedOn: revision,
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    error: 'It ends after it begins, on the same day. For one that goes past midnight, enter each day by itself',
  });

const typedFields = Object.fromEntries(PATTERN_FIELDS.map((name) => [name, z.string().max(40).nullish()]));
const patternShape = { id, startsOn: day('Give the first day'), lastDay };

type PatternHead = z.output<z.ZodObject<typeof patternShape>>;
type Typed = PatternHead & Readonly<Record<string, unknown>>;

/** The days of a week as they were typed; what is wrong goes to the field it is about. */
function weekOf(input: Typed, problems: z.RefinementCtx) {
  const texts = PATTERN_FIELDS.map((name) => [name, typeof input[name] === 'string' ? input[name] : '']);
  const read = readPattern(Object.fromEntries(texts) as Record<string, string>);
  const say = (field: string, message: string) => problems.addIssue({ code: 'custom', path: [field], message });
  for (const { field, words } of read.problems) say(field, words);
  if (input.lastDay !== '' && input.lastDay < input.startsOn)
    say('lastDay', 'The last day is on or after the first day');
  return read.days;
}

/** A whole week as the form of her own pattern sends it, with its first and its last day. */
export const ownPattern = z
  .object({ ...typedFields, ...patternShape })
  .transform((input, problems) => ({ ...headOf(input as Typed), days: weekOf(input as Typed, problems) }));

/** The same for a cohort. */
export const cohortPattern = z
  .object({ ...typedFields, ...patternShape, cohortId: recordId })
  .transform((input, problems) => ({
    ...headOf(input as Typed),
    cohortId: String(input.cohortId),
    days: weekOf(input as Typed, problems),
  }));

/** `endsOn` is the first day without it. */
function headOf({ id: patternId, startsOn, lastDay: last }: PatternHead) {
  return { id: patternId, startsOn, endsOn: last === '' ? null : addDays(last, 1) };
}

export type PatternInput = z.output<typeof ownPattern>;
