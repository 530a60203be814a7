import { PASSWORD_BYTES } from './signIn.ts';

/** The fewest characters of a password. There is no second factor, so length has to do the work. Source: docs/decisions.md, "New passwords". */
export const PASSWORD_CHARACTERS = 15;

/** How many guesses somebody who knows common passwords and the person needs at least: fewer, and it is one of those. */
const GUESSES = 1e9;

/** Words of the place itself: whoever guesses begins with them. */
export const PLACE_WORDS = ['pqip', 'portal', 'probation', 'trainee', 'hmpps', 'justice', 'protect-the-study-day'];

/** So much of a password is looked at for common ones; what comes after can only make it better. */
export const LOOKED_AT = 64;

/** What is wrong with the length of a new password, as a sentence, or null. Characters are counted as people see them. */
export function passwordLengthProblem(password: string): string | null {
  if (password === '') return 'Choose a password';
  if ([...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(password)].length < PASSWORD_CHARACTERS)
    return `Use ${String(PASSWORD_CHARACTERS)} characters or more. Three or four words that do not belong together are easy to keep in mind`;
  return new TextEncoder().encode(password).length > PASSWORD_BYTES ? 'Use a shorter password' : null;
}

/** Whether a password is among those that are guessed first. `guesses`: an estimate of how many are needed. */
export function commonPasswordProblem(guesses: number): string | null {
  return guesses < GUESSES
    ? 'This is among the passwords that are guessed first: a common one, a pattern, or made of your name. Choose other words'
    : null;
}

/** What of a person whoever guesses would begin with: her name, her address, each part of both. */
export function personWords({ name, email }: { readonly name: string; readonly email: string }): string[] {
  const parts = `${name} ${email}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 2);
  return [...new Set([...parts, email.toLowerCase(), name.toLowerCase().replaceAll(' ', '')])];
}
