import type { AssignmentKind } from '../access/roles.ts';
import { formatDay, isDay } from '../calendar.ts';

/** Names behind ids: people, cohorts, routes. Whoever is not in it is not named. */
export type Names = ReadonlyMap<string, string>;

/** An entry of the audit with what its sentence needs. */
export interface AuditFact {
  /** The cohort it was about, by name. */
  readonly cohort: string | null;
  /** Ids, days, figures and words of closed lists, as the acts write them. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly names: Names;
}

/** The details of an entry as an object; nothing where they cannot be read. */
export function detailsOf(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export const textIn = ({ details }: AuditFact, key: string): string => {
  const value = details[key];
  return typeof value === 'string' ? value : '';
};
export const numberIn = ({ details }: AuditFact, key: string): number => {
  const value = details[key];
  return typeof value === 'number' ? value : 0;
};
export const textsIn = ({ details }: AuditFact, key: string): string[] =>
  [details[key]].flat().filter((value) => typeof value === 'string');

/** A day, "12 January 2026"; '' where there is none. */
export const dayIn = (fact: AuditFact, key: string): string => {
  const day = textIn(fact, key);
  return isDay(day) ? formatDay(day, { year: true, weekday: false }) : '';
};
/** The name behind an id; `otherwise` where the reader is not to know it, or nobody has it. */
export const nameIn = (fact: AuditFact, key: string, otherwise: string): string =>
  fact.names.get(textIn(fact, key)) ?? otherwise;

/** `before` and the words, or nothing where there are none: ", from 12 January 2026". */
export const andWords = (before: string, words: string): string => (words === '' ? '' : `${before}${words}`);

/** Whether a file of people did it. */
export const byFile = (fact: AuditFact): string => (textIn(fact, 'importId') === '' ? '' : ', by a file of people');

export const KIND_NAMES: Readonly<Record<AssignmentKind, string>> = {
  tutor: 'practice tutor',
  assessor: 'practice assessor',
  manager: 'line manager',
};
