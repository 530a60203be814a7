import { z } from 'astro/zod';
import { addDays } from '#src/domain/calendar.ts';
import { PATTERN_FIELDS, readPattern } from '#src/domain/week/patternForm.ts';
import { dayOrEmpty, recordId, revision, ticked, typedTime } from '../typedFields.ts';
import { neededText, typedDay } from '../typedText.ts';

const TITLE_MAXIMUM = 120;

export const id = z.uuid();

export const lastDay = dayOrEmpty('Give the last day, or leave it empty');

export const appointment = z
  .object({
    id,
    title: neededText(TITLE_MAXIMUM, 'Say what it is, in a few words').transform((text) => text.trim()),
    day: typedDay('Give the day'),
    startsAt: typedTime('Give the time at which it begins'),
    endsAt: typedTime('Give the time at which it ends'),
    shared: ticked,
    despite: ticked,
    basedOn: revision,
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    error: 'It ends after it begins, on the same day. For one that goes past midnight, enter each day by itself',
  });

const typedFields = Object.fromEntries(PATTERN_FIELDS.map((name) => [name, z.string().max(40).nullish()]));
const patternShape = { id, startsOn: typedDay('Give the first day'), lastDay };

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
