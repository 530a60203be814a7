import { counted } from '../../counted.ts';
import { daysBetween, formatDay } from '../../calendar.ts';
import type { SignalFacts } from '../facts.ts';
import { keyOf, pages, recent, type Rule } from './rule.ts';

type Over = NonNullable<SignalFacts['overLimit']>;

const hasEnded = ({ agreedUntil }: Over, today: string) => agreedUntil !== null && agreedUntil < today;

function agreedWords(over: Over, today: string): string {
  if (over.agreedUntil === null) return 'and nobody has agreed to it';
  const day = formatDay(over.agreedUntil, { year: today });
  return hasEnded(over, today) ? `and that was agreed only until ${day}` : `as agreed until ${day}`;
}

/** A caseload over its limit. Counts days for which it is. A new case, or an agreement that runs out, is another fact. */
export const overLimit: Rule = (facts, from) => {
  const { overLimit: over, caseload, today } = facts;
  if (!over || daysBetween(over.since, today) < from) return null;
  const isAgreed = over.agreedUntil !== null && !hasEnded(over, today);
  return {
    factKey: keyOf([`since ${over.since}`, isAgreed ? 'agreed' : 'not agreed', ...over.allocationIds]),
    since: over.since,
    reason: `The caseload is over its limit, at ${String(caseload.percent)}% of the points available, ${agreedWords(over, today)}`,
    nextStep: isAgreed
      ? 'Say what comes off by the day that was agreed'
      : 'Say what comes off, and by when, or agree to it with a reason',
    ...pages(facts, '/caseload', '/caseload'),
  };
};

/** A rule by stage that was set aside for a case she still has. Counts the days for which it is shown. */
export const ruleOverride: Rule = (facts, from) => {
  const found = recent(facts.overrides, facts.today, from);
  if (!found) return null;
  const { items, count } = found;
  return {
    factKey: keyOf(items.map(({ id }) => id)),
    since: found.first.on,
    reason:
      count === 1
        ? 'A rule for this stage was set aside for a case'
        : `Rules for this stage were set aside ${counted(count, 'time')} for cases`,
    nextStep: 'Ask how it goes with the case, and who can be asked about it',
    ...pages(facts, '/caseload', '/caseload'),
  };
};
