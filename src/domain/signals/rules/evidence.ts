import { counted } from '../../counted.ts';
import { isRunning, keyOf, longStanding, pages, type Rule } from './rule.ts';

/** Evidence that came back and was not handed in again. Counts days since it came back. */
export const evidenceReturned: Rule = (facts, from) => {
  const found = longStanding(facts.returned, facts.today, from);
  if (!isRunning(facts) || !found) return null;
  const { count, days } = found;
  return {
    factKey: keyOf(found.items.map(({ id }) => id)),
    since: found.first.on,
    reason:
      count === 1
        ? `A piece of evidence came back ${counted(days, 'day')} ago and is not handed in again`
        : `${counted(count, 'piece')} of evidence came back and are not handed in again, the oldest ${counted(days, 'day')} ago`,
    nextStep: 'Read the feedback together, and agree what to change first',
    ...pages(facts, '#portfolio', '/portfolio'),
  };
};

/** Evidence that waits for a decision. Counts days since it was handed in, or since it was opened again. */
export const assessorSilent: Rule = (facts, from) => {
  const found = longStanding(facts.waiting, facts.today, from);
  if (!found) return null;
  const { count, days } = found;
  return {
    factKey: keyOf(found.items.map(({ id }) => id)),
    since: found.first.on,
    reason:
      count === 1
        ? `A piece of evidence has waited ${counted(days, 'day')} for a decision`
        : `${counted(count, 'piece')} of evidence wait for a decision, the oldest for ${counted(days, 'day')}`,
    nextStep: 'Ask for a day on which it is decided, or for somebody who stands in',
    ...pages(facts, '#portfolio', '/portfolio'),
  };
};
