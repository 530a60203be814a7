import { z } from 'astro/zod';
import { MOST_WEEKS } from '#src/domain/studyTime/days.ts';
import { LOSS_CAUSES, STUDY_PARTS } from '#src/domain/studyTime/words.ts';
import { timeOrEmpty } from '../typedFields.ts';
import { orEmpty, typedDay } from '../typedText.ts';

/** An id of a row that is there. */
export const id = z.string().max(100);
/** Hours or minutes as they were typed; what they come to is asked where the session is known. */
export const length = orEmpty(z.string().max(10, { error: 'Give hours and minutes as numbers' }));

const part = z.enum(STUDY_PARTS, { error: 'Choose what the time is for' });
const weeks = orEmpty(
  z.string().regex(/^\d{0,3}$/, { error: `Give a number of weeks from 1 to ${String(MOST_WEEKS)}` }),
)
  .transform((text) => (text === '' ? 1 : Number(text)))
  .refine((count) => count >= 1 && count <= MOST_WEEKS, {
    error: `Give a number of weeks from 1 to ${String(MOST_WEEKS)}`,
  });
const makesUp = orEmpty(id).transform((text) => (text === '' ? null : text));

/** The form in which time is planned. */
export const planning = z.object({
  id: z.uuid(),
  day: typedDay('Give the day'),
  hours: length,
  minutes: length,
  part,
  startsAt: timeOrEmpty,
  weeks,
  makesUp,
});

/** The form in which time that is over is entered. Its fields have names of their own, because both forms stand on one page. */
export const entering = z.object({
  id: z.uuid(),
  pastDay: typedDay('Give the day'),
  pastHours: length,
  pastMinutes: length,
  pastPart: part,
  pastOutcome: z.enum(['unplanned', 'taken', 'lost'], { error: 'Say what became of it' }),
  pastCause: orEmpty(z.enum(['', ...LOSS_CAUSES], { error: 'Choose what it was lost to' })),
  pastMakesUp: makesUp,
});
