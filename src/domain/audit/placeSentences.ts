import { counted } from '../counted.ts';
import { addDays, formatDay, isDay } from '../calendar.ts';
import { andWords, type AuditFact, byFile, dayIn, nameIn, numberIn, textIn } from './fact.ts';

const hours = (count: number) => (count === 0 ? '' : `${String(count)} hours a week`);
const changed = (what: string, before: string, after: string) =>
  before === after || before === '' || after === '' ? [] : [`${what}: ${before} became ${after}`];

/** A first place, or what of one became another. */
function enrolment(fact: AuditFact): string[] {
  if (textIn(fact, 'routeId') !== '') {
    const rest = `${andWords(' from ', dayIn(fact, 'startedOn'))}${andWords(', ', hours(numberIn(fact, 'hoursPerWeek')))}`;
    return [`Place given on the route ${nameIn(fact, 'routeId', textIn(fact, 'routeId'))}${rest}${byFile(fact)}`];
  }
  const route = (key: string) => nameIn(fact, key, textIn(fact, key));
  const all = [
    ...changed('Route', route('fromRouteId'), route('toRouteId')),
    ...changed('First day', dayIn(fact, 'fromStartedOn'), dayIn(fact, 'toStartedOn')),
    ...changed('Contracted hours', hours(numberIn(fact, 'fromHours')), hours(numberIn(fact, 'toHours'))),
  ];
  return all.length > 0 ? all : ['Place in the programme changed'];
}

function membership(fact: AuditFact): string[] {
  const day = dayIn(fact, 'on') || dayIn(fact, 'joinedOn');
  const to = nameIn(fact, 'toCohortId', fact.cohort ?? 'a cohort');
  const when = andWords(' on ', day);
  if (textIn(fact, 'fromCohortId') === '') return [`Came into ${to}${when}${byFile(fact)}`];
  return [`Moved from ${nameIn(fact, 'fromCohortId', 'another cohort')} to ${to}${when}`];
}

/** The last day of a break, from its first day back. */
function lastDay(fact: AuditFact, key: string): string {
  const back = textIn(fact, key);
  return isDay(back) ? formatDay(addDays(back, -1), { year: true, weekday: false }) : '';
}
const until = (fact: AuditFact, key: string) => {
  const day = lastDay(fact, key);
  return day === '' ? 'with no end yet' : `to ${day}`;
};

const breakBegun = (fact: AuditFact): string[] => [
  `Break in learning entered${andWords(' from ', dayIn(fact, 'startsOn'))}, ${until(fact, 'endsOn')}`,
];

function breakChanged(fact: AuditFact): string[] {
  const takenOut = dayIn(fact, 'takenOut');
  if (takenOut !== '') return [`Break in learning taken out before it began: it was to begin on ${takenOut}`];
  return [`Break in learning changed: it was ${until(fact, 'from')}, and is now ${until(fact, 'to')}`];
}

function ended(fact: AuditFact): string[] {
  const how = textIn(fact, 'kind') === 'completed' ? 'Programme completed' : 'Programme ended by withdrawal';
  const count = numberIn(fact, 'assignmentsEnded');
  const left = count === 0 ? '' : `, and ${counted(count, 'assignment', 'assignments')} with it`;
  return [`${how}${andWords(', last day ', dayIn(fact, 'endedOn'))}${left}`];
}

function reopened(fact: AuditFact): string[] {
  const away = fact.details['cameBack'] === true ? '; the time away counts as a break' : '';
  return [`Programme opened again${andWords(' on ', dayIn(fact, 'on'))}, in ${fact.cohort ?? 'a cohort'}${away}`];
}

/** A trainee's place in the programme: cohort, route, breaks, end. */
export const PLACE_SENTENCES = {
  'membership.moved': membership,
  'enrolment.changed': enrolment,
  'break.begun': breakBegun,
  'break.changed': breakChanged,
  'programme.ended': ended,
  'programme.reopened': reopened,
} as const;
