import type { FormErrors } from '#src/components/ui/types.ts';

/** What was done by each form of the page of a person, as it is said above it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  made: 'The account is made. Send an invitation below',
  account: 'The account is saved',
  assign: 'Assigned',
  end: 'The assignment has an end',
  disable: 'The account is switched off, and every sign-in has ended',
  enable: 'The account is switched on again',
  invite: 'The link is sent',
};

/** Fields that several forms of the page have, by the id that each has there: the summary of problems leads to the right one. */
export function fieldsOnPage(form: string, errors: FormErrors, recordId: string): FormErrors {
  const ids: Readonly<Record<string, string>> = { password: `password-${form}`, endsOn: `ends-${recordId}` };
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [ids[field] ?? field, words]));
}

/** The form that ends an assignment, where it was sent and refused: whose, what was typed, and why. */
export interface RefusedEnd {
  readonly id: string;
  readonly endsOn: string | undefined;
  readonly error: string | undefined;
}
