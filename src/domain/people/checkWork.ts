import { type Checking, endedWords, sayClosed, sayNoCohort } from './checking.ts';
import type { PersonRow } from './readRows.ts';
import type { KnownPerson } from './world.ts';

const CARERS = [
  {
    column: 'assessor_email',
    role: 'assessor',
    of: (row: PersonRow) => row.assessors,
    self: 'She cannot assess herself',
  },
  {
    column: 'manager_email',
    role: 'manager',
    of: (row: PersonRow) => row.managers,
    self: 'She cannot be her own line manager',
  },
] as const;

/** Whoever does it already is asked nothing: nothing changes. */
const newCarers = (emails: readonly string[], known: KnownPerson['assessors'] = []): string[] =>
  emails.filter((email) => !known.some((one) => one.email === email));

/** Who assesses and who manages: people with that role who can sign in, never herself, never one person for both. */
export function checkCarers(checking: Checking): void {
  const { row, known, roles } = checking;
  if (!roles.has('trainee')) return;
  const before = { assessor: known?.assessors, manager: known?.managers };
  for (const carer of CARERS)
    for (const email of newCarers(carer.of(row), before[carer.role])) checkCarer(checking, carer, email);
  checkBoth(checking);
}

function checkCarer(
  { row, known, meant, say }: Checking,
  { column, role, self }: (typeof CARERS)[number],
  email: string,
): void {
  const who = meant(email);
  if (known?.endedOn) say(column, email, endedWords(known.endedOn));
  else if (email === row.email) say(column, email, [self, 'Write somebody else']);
  else if (!who)
    say(column, email, ['Nobody has this address, neither here nor in the file', 'Add a row for her, or correct it']);
  else if (who.isDisabled) say(column, email, ['This account is switched off', 'Write somebody who can sign in']);
  else if (!who.roles.has(role))
    say(column, email, [`She is no ${role}`, `Give her the role ${role} in a row of her own`]);
}

const emailsOf = (wanted: readonly string[], before: KnownPerson['assessors'] = []) =>
  wanted.length > 0 ? wanted : before.map(({ email }) => email);

function checkBoth({ row, known, say }: Checking): void {
  if (row.assessors.length + row.managers.length === 0) return;
  const managing = emailsOf(row.managers, known?.managers);
  const isNew = (email: string) =>
    newCarers([email], known?.assessors).length + newCarers([email], known?.managers).length > 0;
  const both = emailsOf(row.assessors, known?.assessors).find((email) => managing.includes(email) && isNew(email));
  if (both === undefined) return;
  const column = row.assessors.includes(both) ? 'assessor_email' : 'manager_email';
  say(column, both, [
    'She would both assess and manage her: a line manager assesses nobody she manages',
    'Write two people',
  ]);
}

/** Cohorts that she is to be tutor of: open ones, and never her own. */
export function checkTutor(checking: Checking): void {
  const { row, known, roles, named, say } = checking;
  const begins = row.tutorOf.filter((name) => !known?.tutorOf.includes(named.cohort(name)?.id ?? ''));
  if (begins.length === 0) return;
  if (!roles.has('tutor'))
    return say('tutor_of', row.tutorOf.join(' | '), ['She is no tutor', 'Add tutor to her roles, or leave it empty']);
  for (const name of begins) checkTutored(checking, name);
}

function checkTutored(checking: Checking, name: string): void {
  const { row, known, named, say } = checking;
  const cohort = named.cohort(name);
  if (!cohort) return sayNoCohort(checking, 'tutor_of', name);
  if (cohort.id === (named.cohort(row.cohort)?.id ?? known?.cohortId))
    return say('tutor_of', name, ['She is a trainee of this cohort herself', 'Write somebody else as its tutor']);
  sayClosed(checking, 'tutor_of', cohort);
}
