import { z } from 'astro/zod';
import { TIME } from '#src/domain/week/times.ts';
import { orEmpty, typedDay } from './typedText.ts';

/** An id of a row that is there. New rows have a `z.uuid()`, made when their form was shown. */
export const recordId = z.string().min(1).max(100);

/** The revision that a form was filled in on: see src/domain/revision.ts. */
export const revision = z.coerce.number().int().min(0).max(1_000_000);

/** A box that is ticked posts a word, one that is not posts nothing. */
export const ticked = z
  .string()
  .max(10)
  .nullish()
  .transform((text) => text !== null && text !== undefined && text !== '');

/** A day that may be left empty, which is `''`. */
export const dayOrEmpty = (missing: string) => orEmpty(z.union([z.literal(''), typedDay(missing)]));

/** Browsers may add seconds to a time; nobody's appointment needs them. */
const withoutSeconds = (text: string) => text.trim().slice(0, 'HH:MM'.length);

/** A time of the day in London, `HH:MM`. */
export const typedTime = (missing: string) =>
  z
    .string({ error: missing })
    .transform(withoutSeconds)
    .refine((text) => TIME.test(text), { error: missing });

/** The same where it may be left empty, which is null. */
export const timeOrEmpty = orEmpty(
  z
    .string()
    .transform(withoutSeconds)
    .refine((text) => text === '' || TIME.test(text), {
      error: 'Give the time as hours and minutes, for example 09:30',
    }),
).transform((text) => (text === '' ? null : text));

/** The password asked again: goes to `confirmPassword` and nowhere else. */
export const password = z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024);

/** The version of the criteria whose list stood on a page, from its hidden field. Whatever else comes stands for the one that counts. */
export const criteriaVersion = z.string().catch('');
