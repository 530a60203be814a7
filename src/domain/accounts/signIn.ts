import { z } from 'astro/zod';

/** As it is stored and looked up. */
export const normaliseEmail = (text: string): string => text.trim().toLowerCase();

/** The most bytes of a password that are looked at. A longer one never matches. Source: docs/decisions.md, "Passwords". */
export const PASSWORD_BYTES = 1024;

/** One answer for a wrong name, a wrong password and an account that is switched off. */
export const WRONG = 'The e-mail address or the password is not right';

const email = z
  .string({ error: 'Enter your e-mail address' })
  .trim()
  .min(1, 'Enter your e-mail address')
  .max(254, WRONG);
const password = z.string({ error: 'Enter your password' }).min(1, 'Enter your password');

/** `to` is where to go afterwards, `carriedFor` the mark of whom a carried form belongs to; both are checked where they are used. */
export const signInForm = z.object({ email, password, to: z.string().nullish(), carriedFor: z.string().nullish() });

export const signInBesideForm = z.object({ email, password });

export const languageForm = z.object({ language: z.enum(['en', 'cy'], { error: 'Choose a language' }) });

export const endSessionForm = z.object({
  sessionId: z.string({ error: 'Choose a sign-in to end' }).regex(/^[0-9a-f]{64}$/, 'Choose a sign-in to end'),
});
