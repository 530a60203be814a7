import { addDays, daysBetween, formatDay } from '../../calendar.ts';
import { monthWords } from '../../wellbeing/month.ts';
import { pages, type Rule } from './rule.ts';

/** A three-way review that is overdue. Counts days since it was due. */
export const supervisionGap: Rule = (facts, from) => {
  const { supervision, today } = facts;
  const { overdueSince, sentence, plannedOn } = supervision;
  if (overdueSince === null || daysBetween(overdueSince, today) < from) return null;
  return {
    factKey: overdueSince,
    since: overdueSince,
    reason: sentence.replace(/\.$/, ''),
    nextStep:
      plannedOn === null
        ? 'Find a day for all three'
        : `Hold the review that is planned for ${formatDay(plannedOn, { year: today })}`,
    ...pages(facts, '/supervision', '/supervision'),
  };
};

/** The end of a break comes near. Counts days before the first day back. */
export const breakEnding: Rule = (facts, from) => {
  const { place, today } = facts;
  const { pause } = place;
  if (place.state !== 'paused' || !pause?.endsOn || daysBetween(today, pause.endsOn) > from) return null;
  const shownFrom = addDays(pause.endsOn, -from);
  return {
    factKey: pause.endsOn,
    since: shownFrom > pause.startsOn ? shownFrom : pause.startsOn,
    reason: `A break ends: the first day back is ${formatDay(pause.endsOn, { year: today })}`,
    nextStep: 'Agree the first week back before it begins: hours, cases, who is there',
    ...pages(facts, '/week', '/week'),
  };
};

/** A check-in that she shares, with a low answer. Counts the answer, of 5. What nobody shared is never looked at. */
export const wellbeing: Rule = (facts, from) => {
  const [newest] = facts.sharedCheckIns;
  if (!newest || !newest.answers.some((answer) => answer <= from)) return null;
  const lowest = Math.min(...newest.answers);
  return {
    factKey: newest.month,
    since: newest.sharedOn,
    reason: `In the check-in shared for ${monthWords(newest.month)} the lowest answer is ${String(lowest)} of 5`,
    nextStep: 'Read it, and talk about it within the week',
    ...pages(facts, '/supervision', '/wellbeing'),
  };
};
