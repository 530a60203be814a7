import { counted } from '../../counted.ts';
import { addDays } from '../../calendar.ts';
import { durationWords } from '../../studyTime/duration.ts';
import { isRunning, keyOf, pages, recent, type Rule } from './rule.ts';

const MINUTES_PER_HOUR = 60;

/** Modules late against her own route, hours and breaks. Counts weeks of the one that is late longest. */
export const modulesLate: Rule = (facts, from) => {
  const { late } = facts;
  const [longest] = late;
  if (!isRunning(facts) || !longest || longest.weeksLate < from) return null;
  const weeks = counted(longest.weeksLate, 'week');
  return {
    factKey: keyOf(late.map(({ moduleId }) => moduleId)),
    since: addDays(longest.dueOn, 1),
    reason:
      late.length === 1
        ? `1 module is ${weeks} late`
        : `${counted(late.length, 'module')} are late, the oldest by ${weeks}`,
    nextStep: 'Agree in which order to catch up, and what gives way for it',
    ...pages(facts, '#progress', '/progress'),
  };
};

/** No sign-in. Counts days since the last one, or since the start or the return from a break; days of leave are not counted. */
export const noSignIn: Rule = (facts, from) => {
  const { lastSignInOn, quiet } = facts;
  if (!isRunning(facts) || quiet.days < from) return null;
  return {
    factKey: lastSignInOn ?? 'never',
    since: quiet.since,
    reason:
      lastSignInOn === null
        ? `No sign-in yet, ${counted(quiet.days, 'day')} after the start`
        : `No sign-in for ${counted(quiet.days, 'day')}`,
    nextStep: 'Ring, and ask how things are and what is in the way',
    ...pages(facts, '', '/week'),
  };
};

/** Study time of the last four weeks that was lost and is not made up. Counts hours. */
export const studyTimeLost: Rule = (facts, from) => {
  const { stillLostMinutes, stillLost } = facts.study;
  const [first] = stillLost;
  if (!isRunning(facts) || !first || stillLostMinutes < from * MINUTES_PER_HOUR) return null;
  return {
    factKey: keyOf(stillLost.map(({ id }) => id)),
    since: first.on,
    reason: `${durationWords(stillLostMinutes)} of study time were lost in the last 4 weeks and are not made up`,
    nextStep: 'Look at the causes together, and agree days to make it up',
    ...pages(facts, '/study-time', '/study-time'),
  };
};

/** A placement called off with no other of its kind arranged since. Counts the days for which it is shown. */
export const placementCancelled: Rule = (facts, from) => {
  const found = recent(facts.cancelledPlacements, facts.today, from);
  if (!isRunning(facts) || !found) return null;
  const { items, count } = found;
  return {
    factKey: keyOf(items.map(({ id }) => id)),
    since: found.first.on,
    reason: `${count === 1 ? 'A placement was' : `${counted(count, 'placement')} were`} called off (${items.map(({ place }) => place).join('; ')}) and no other of its kind is arranged`,
    nextStep: 'Look for other days or another place',
    ...pages(facts, '#placements', '/placements'),
  };
};
