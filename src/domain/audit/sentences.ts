import { ACCOUNT_SENTENCES } from './accountSentences.ts';
import { ASSIGNMENT_SENTENCES } from './assignmentSentences.ts';
import { type AuditFact, detailsOf, type Names } from './fact.ts';
import { OFFICE_SENTENCES } from './officeSentences.ts';
import { PLACE_SENTENCES } from './placeSentences.ts';
import type { AuditAct } from './words.ts';

/** What kind of act it was, for choosing among them. */
export const ACT_WORDS: Readonly<Record<AuditAct, string>> = {
  'person.added': 'Account made',
  'person.changed': 'Account changed',
  'person.disabled': 'Account switched off',
  'person.enabled': 'Account switched on again',
  'role.given': 'Role given',
  'role.taken': 'Role taken away',
  'assignment.given': 'Assignment begun',
  'assignment.ended': 'Assignment ended',
  'cohort.made': 'Cohort made',
  'cohort.changed': 'Cohort changed',
  'cohort.rolled': 'Cohort rolled on to the next intake',
  'membership.moved': 'Moved to another cohort',
  'enrolment.changed': 'Place on the route changed',
  'break.begun': 'Break in learning entered',
  'break.changed': 'Break in learning changed',
  'programme.ended': 'Programme ended',
  'programme.reopened': 'Programme opened again',
  'import.done': 'File of people brought in',
  'list.exported': 'List taken out as a file',
  'invitation.sent': 'Link to set a password sent',
  'password.set': 'Password set',
  'password.reset_asked': 'Link to set another password asked for',
  'sessions.ended': 'Sign-ins ended',
  'cover.given': 'Leave cover given',
};

const SENTENCES: Readonly<Record<AuditAct, (fact: AuditFact) => string[]>> = {
  ...ACCOUNT_SENTENCES,
  ...ASSIGNMENT_SENTENCES,
  ...PLACE_SENTENCES,
  ...OFFICE_SENTENCES,
};

/** An entry as it is kept. */
export interface AuditEntryFacts {
  readonly act: AuditAct;
  /** The cohort it was about, by name. */
  readonly cohort: string | null;
  readonly details: string;
}

/**
 * What was done, in sentences: the first says it, any further one what else it was. Whoever is not among `names` is called "a trainee"
 * or "a colleague", and no id is ever shown. Never throws over what is in the details.
 */
export function auditSentences({ act, cohort, details }: AuditEntryFacts, names: Names): string[] {
  return SENTENCES[act]({ cohort, details: detailsOf(details), names });
}

/** Every text among the details of some entries that may be an id. */
export function idsIn(details: readonly string[]): string[] {
  const values = details.flatMap((one) => Object.values(detailsOf(one)).flat());
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
