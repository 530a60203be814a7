import { addDays, daysBetween, formatDay } from '../calendar.ts';
import { durationWords } from '../studyTime/duration.ts';
import type { SignalFacts } from './facts.ts';
import { SIGNAL_KINDS, type SignalKind } from './kinds.ts';
import type { SignalRules } from './schema.ts';
import type { Signal } from './signal.ts';

const WEEK = 7;
const MINUTES = 60;

/** What one rule found: the rest of a signal is the same for all. */
type Found = Pick<Signal, 'factKey' | 'since' | 'reason' | 'nextStep' | 'href'>;
type Rule = (facts: SignalFacts, from: number) => Found | null;

const plural = (count: number, one: string, more = `${one}s`) => `${String(count)} ${count === 1 ? one : more}`;
const page = ({ traineeId }: SignalFacts, rest: string) => `/trainees/${traineeId}${rest}`;
const isRunning = ({ place }: SignalFacts) => place.state === 'running';

/** The longest of those that are so for at least `from` days. */
function oldest<Item extends { readonly on: string }>(items: readonly Item[], today: string, from: number) {
  const long = items.filter(({ on }) => daysBetween(on, today) >= from);
  const [first] = long.toSorted((one, other) => one.on.localeCompare(other.on));
  return first ? { first, count: long.length, days: daysBetween(first.on, today) } : null;
}

const keyOf = (items: readonly { readonly id: string }[]) =>
  items
    .map(({ id }) => id)
    .sort()
    .join(',');

const modulesLate: Rule = (facts, from) => {
  const [longest] = facts.late;
  if (!isRunning(facts) || !longest || longest.weeksLate < from) return null;
  const { late, today } = facts;
  const weeks = plural(longest.weeksLate, 'week');
  return {
    factKey: late
      .map(({ moduleId }) => moduleId)
      .sort()
      .join(','),
    since: addDays(today, -longest.weeksLate * WEEK),
    reason:
      late.length === 1
        ? `1 module is ${weeks} late`
        : `${plural(late.length, 'module')} are late, the oldest by ${weeks}`,
    nextStep: 'Agree in which order to catch up, and what has to give way for it',
    href: page(facts, '#progress'),
  };
};

const noSignIn: Rule = (facts, from) => {
  if (!isRunning(facts)) return null;
  const { lastSignInOn, startedOn, today } = facts;
  const last = lastSignInOn ?? startedOn;
  const days = daysBetween(last, today);
  if (days < from) return null;
  return {
    factKey: lastSignInOn ?? 'never',
    since: last,
    reason:
      lastSignInOn === null
        ? `has not signed in yet, ${plural(days, 'day')} after the start`
        : `not seen here for ${plural(days, 'day')}`,
    nextStep: 'Ring and ask how things are',
    href: page(facts, ''),
  };
};

const evidenceReturned: Rule = (facts, from) => {
  const found = oldest(facts.returned, facts.today, from);
  if (!found || !isRunning(facts)) return null;
  return {
    factKey: keyOf(facts.returned),
    since: found.first.on,
    reason: `${found.count === 1 ? 'a piece of evidence' : `${plural(found.count, 'piece')} of evidence`} came back ${plural(found.days, 'day')} ago and ${found.count === 1 ? 'is' : 'are'} not handed in again`,
    nextStep: 'Read the feedback together and agree what to change first',
    href: page(facts, '#portfolio'),
  };
};

const assessorSilent: Rule = (facts, from) => {
  const found = oldest(facts.waiting, facts.today, from);
  if (!found) return null;
  return {
    factKey: keyOf(facts.waiting),
    since: found.first.on,
    reason: `${found.count === 1 ? 'a piece of evidence waits' : `${plural(found.count, 'piece')} of evidence wait`} for a decision, the oldest for ${plural(found.days, 'day')}`,
    nextStep: 'Ask the assessor for a day, or find cover',
    href: page(facts, '#portfolio'),
  };
};

function overWords({ agreedUntil }: NonNullable<SignalFacts['overLimit']>, today: string): string {
  if (agreedUntil === null) return ', and nobody has agreed to it';
  return agreedUntil < today
    ? `; that was agreed only until ${formatDay(agreedUntil)}`
    : `, agreed until ${formatDay(agreedUntil)}`;
}

const overLimit: Rule = (facts, from) => {
  const { overLimit: over, today } = facts;
  if (!over || daysBetween(over.since, today) < from) return null;
  return {
    factKey: `${over.since}.${over.agreedUntil !== null && over.agreedUntil < today ? 'ended' : (over.agreedUntil ?? 'none')}`,
    since: over.since,
    reason: `the caseload is over its limit since ${formatDay(over.since)}${overWords(over, today)}`,
    nextStep: 'Ask the manager what comes off, and by when',
    href: page(facts, '/caseload'),
  };
};

const ruleOverride: Rule = (facts, from) => {
  const fresh = facts.overrides.filter(({ on }) => daysBetween(on, facts.today) <= from);
  const found = oldest(fresh, facts.today, 0);
  if (!found) return null;
  return {
    factKey: keyOf(fresh),
    since: found.first.on,
    reason: `${found.count === 1 ? 'a case was' : `${plural(found.count, 'case')} were`} allocated although a rule stands against it`,
    nextStep: 'Ask how the case is carried, and who stands beside the trainee in it',
    href: page(facts, '/caseload'),
  };
};

const studyTimeLost: Rule = (facts, from) => {
  const { stillLostMinutes, lastLostOn } = facts.study;
  if (lastLostOn === null || stillLostMinutes === 0 || stillLostMinutes < from * MINUTES) return null;
  return {
    factKey: `${lastLostOn}.${String(stillLostMinutes)}`,
    since: lastLostOn,
    reason: `${durationWords(stillLostMinutes)} of study time were lost in the last four weeks and are not made up`,
    nextStep: 'Put it before the manager, with the sheet, and agree days to make it up',
    href: page(facts, '/study-time'),
  };
};

const supervisionGap: Rule = (facts, from) => {
  const { overdueSince, sentence } = facts.supervision;
  if (overdueSince === null || daysBetween(overdueSince, facts.today) < from) return null;
  return {
    factKey: overdueSince,
    since: overdueSince,
    reason: `a three-way review is overdue: ${sentence}`,
    nextStep: 'Find a day with the trainee and the manager',
    href: page(facts, '/supervision'),
  };
};

const placementCancelled: Rule = (facts, from) => {
  const fresh = facts.cancelledPlacements.filter(({ on }) => daysBetween(on, facts.today) <= from);
  const found = oldest(fresh, facts.today, 0);
  if (!found) return null;
  return {
    factKey: keyOf(fresh),
    since: found.first.on,
    reason: `${found.count === 1 ? 'a placement was' : `${plural(found.count, 'placement')} were`} called off (${fresh.map(({ place }) => place).join(', ')}) and no other is arranged`,
    nextStep: 'Look for other days or another place',
    href: page(facts, '#placements'),
  };
};

const breakEnding: Rule = (facts, from) => {
  const { pause } = facts.place;
  if (facts.place.state !== 'paused' || !pause?.endsOn) return null;
  const days = daysBetween(facts.today, pause.endsOn);
  if (days > from) return null;
  return {
    factKey: pause.endsOn,
    since: addDays(pause.endsOn, -from),
    reason: `the break ends: first day back on ${formatDay(pause.endsOn)}`,
    nextStep: 'Agree the first week back before it begins: hours, cases, who is there',
    href: page(facts, ''),
  };
};

const wellbeing: Rule = (facts, from) => {
  const [newest] = facts.sharedCheckIns;
  if (!newest || !newest.answers.some((answer) => answer <= from)) return null;
  return {
    factKey: newest.month,
    since: newest.sharedOn,
    reason: 'a check-in was shared in which something is not going well',
    nextStep: 'Read it, and talk the same week',
    href: page(facts, '/supervision'),
  };
};

const RULES: Readonly<Record<SignalKind, Rule>> = {
  'modules-late': modulesLate,
  'no-sign-in': noSignIn,
  'evidence-returned': evidenceReturned,
  'assessor-silent': assessorSilent,
  'over-limit': overLimit,
  'rule-override': ruleOverride,
  'study-time-lost': studyTimeLost,
  'supervision-gap': supervisionGap,
  'placement-cancelled': placementCancelled,
  'break-ending': breakEnding,
  wellbeing,
};

/** Whether she is in the weeks that are watched hardest. */
export function isInFirstWeeks({ place }: Pick<SignalFacts, 'place'>, { firstWeeks }: SignalRules): boolean {
  return place.state === 'running' && place.week >= 1 && place.week <= firstWeeks;
}

/**
 * Everything that needs a look about one trainee on a day, in the order of the kinds. Nothing before her first day and after her last.
 * Source: docs/decisions.md, "Signals".
 */
export function signalsOf(facts: SignalFacts, rules: SignalRules): Signal[] {
  if (facts.place.state === 'before' || facts.place.state === 'after') return [];
  const isFirst = isInFirstWeeks(facts, rules);
  return SIGNAL_KINDS.flatMap((kind) => {
    const { isOn, from, fromInFirstWeeks, actor } = rules.kinds[kind];
    const found = isOn ? RULES[kind](facts, isFirst ? fromInFirstWeeks : from) : null;
    return found ? [{ kind, traineeId: facts.traineeId, actor, ...found }] : [];
  });
}
