import { z } from 'astro/zod';
import type { Role } from '../access/roles.ts';

/** Longer than any name, and longer than any address that mail servers take. */
const PERSON_NAME_MAXIMUM = 100;
const EMAIL_MAXIMUM = 254;

/** What roles are called where an administrator reads them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  trainee: 'Trainee',
  tutor: 'Practice tutor',
  assessor: 'Practice assessor',
  manager: 'Line manager',
  verifier: 'Internal quality assurer',
  admin: 'Programme administrator',
  external: 'External quality assurer',
};

export const LANGUAGE_NAMES = { en: 'English', cy: 'Welsh' } as const;

/** Spaces and line ends as one space each, none at the ends. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Addresses are compared and kept in small letters. */
export const plainEmail = (text: string): string => text.trim().toLowerCase();

const NAME = /^[\p{L}][\p{L}\p{M}\p{N} .,'’\-()]*$/u;

/** What is wrong with a name, or null. A name begins with a letter, so that no spreadsheet runs it as a formula. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'Enter the name';
  if (name.length > PERSON_NAME_MAXIMUM) return `Keep the name under ${String(PERSON_NAME_MAXIMUM)} characters`;
  return NAME.test(name)
    ? null
    : 'A name begins with a letter and has letters, spaces, hyphens, apostrophes and full stops only';
}

const address = z.email();

/** What is wrong with an e-mail address in small letters, or null. It begins with a letter or a digit, for the same reason. */
export function emailProblem(email: string): string | null {
  if (email === '') return 'Enter the e-mail address';
  const isFine = email.length <= EMAIL_MAXIMUM && /^[a-z0-9]/u.test(email) && address.safeParse(email).success;
  return isFine ? null : 'Enter an e-mail address like name@example.org';
}

/**
 * Why one person cannot have these roles together, or null. Somebody from outside reads her sample and nothing else: a second role
 * would show her the programme she is to look at from outside.
 */
export function rolesProblem(roles: readonly Role[]): string | null {
  return roles.includes('external') && roles.length > 1
    ? 'An external quality assurer has no other role: she looks at the programme from outside'
    : null;
}
