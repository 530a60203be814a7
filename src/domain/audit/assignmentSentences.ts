import { addDays, formatDay, isDay } from '../calendar.ts';
import { andWords, type AuditFact, byFile, dayIn, KIND_NAMES, nameIn, textIn } from './fact.ts';

/** "practice assessor of Amara Okafor", "practice tutor of London, autumn intake". */
function duty(fact: AuditFact): string {
  const kind = textIn(fact, 'kind');
  const name = Object.hasOwn(KIND_NAMES, kind) ? KIND_NAMES[kind as keyof typeof KIND_NAMES] : 'assigned';
  if (kind === 'tutor') return `${name} of ${fact.cohort ?? 'a cohort'}`;
  return kind === '' ? name : `${name} of ${nameIn(fact, 'traineeId', 'a trainee')}`;
}

/** The last day with an assignment: `endsOn` is the first day without it. */
function lastDay(fact: AuditFact): string {
  const day = textIn(fact, 'endsOn');
  return isDay(day) ? formatDay(addDays(day, -1), { year: true, weekday: false }) : '';
}

const given = (fact: AuditFact): string[] => {
  const from = textIn(fact, 'fromId') === '' ? '' : `, taken over from ${nameIn(fact, 'fromId', 'a colleague')}`;
  const days = `${andWords(' from ', dayIn(fact, 'startsOn'))}${andWords(' to ', lastDay(fact))}`;
  return [`Became ${duty(fact)}${days}${from}${byFile(fact)}`];
};

const ended = (fact: AuditFact): string[] => {
  const day = dayIn(fact, 'endsOn');
  return [`No longer ${duty(fact)}${day === '' ? '' : ` from ${day} on`}${byFile(fact)}`];
};

const covered = (fact: AuditFact): string[] => {
  const days = `${andWords(' from ', dayIn(fact, 'startsOn'))}${andWords(' to ', lastDay(fact))}`;
  return [`Covers for ${nameIn(fact, 'coversId', 'a colleague')} as ${duty(fact)}${days}`];
};

/** Who looks after whom, from when to when. */
export const ASSIGNMENT_SENTENCES = {
  'assignment.given': given,
  'assignment.ended': ended,
  'cover.given': covered,
} as const;
