import { formatDay, isDay } from '../calendar.ts';
import type { AuditAct } from './words.ts';

/** What was done, as people read it. */
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

type Detail = string | number | boolean | null | readonly string[];

function detailWords(value: Detail): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return value.map(detailWords).join(', ') || 'none';
  const text = String(value);
  return isDay(text) ? formatDay(text, { year: true }) : text;
}

/** "fromRouteId" and "starts_on" as words: "from route", "starts on". */
const keyWords = (key: string) =>
  key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/ ids?$/, '');

/** Names behind ids, and what becomes of an id that leads to none: an administrator sees it, others do not. */
export interface Named {
  readonly names: ReadonlyMap<string, string>;
  readonly unknown: 'shown' | 'left out';
}

/** The details of an entry, one line each: ids by the name they lead to. Never throws over what is in them. */
export function auditDetails(details: string, { names, unknown }: Named): string[] {
  const known = (value: Detail): Detail => {
    if (typeof value === 'string') return names.get(value) ?? value;
    return Array.isArray(value) ? value.map((one: string) => names.get(one) ?? one) : value;
  };
  const isNamed = (value: Detail) => [value].flat().every((one) => typeof one !== 'string' || names.has(one));
  const entries = Object.entries(JSON.parse(details) as Record<string, Detail>);
  return entries
    .filter(([key, value]) => unknown === 'shown' || !/Ids?$/.test(key) || isNamed(value))
    .map(([key, value]) => `${keyWords(key)}: ${detailWords(known(value))}`);
}

/** Every text among the details of some entries that may be an id. */
export function idsIn(details: readonly string[]): string[] {
  const values = details.flatMap((one) => Object.values(JSON.parse(one) as Record<string, Detail>).flat());
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
