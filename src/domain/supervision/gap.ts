import { dayNumber, daysBetween, formatDay } from '../calendar.ts';
import { calendarDay, type Enrolment, pauseOn, programmeDays, timelineOf } from '../programme/timeline.ts';
import type { SupervisionRules } from './schema.ts';

const WEEK = 7;

export interface GapFacts {
  readonly rules: SupervisionRules;
  readonly enrolment: Pick<Enrolment, 'startedOn' | 'pauses'>;
  /** The day of the last review whose record is ready to sign or signed; null where there was none. */
  readonly lastHeldOn: string | null;
  readonly today: string;
  /** Her programme is over: nothing more is agreed. */
  readonly isOver?: boolean;
}

/** How long the three have not met, and how often they agreed to. */
export interface ReviewGap {
  readonly lastHeldOn: string | null;
  /** Whole weeks of the programme since then, or since its start; days of a break do not count. */
  readonly weeks: number;
  /** The next one is held by this day; null behind a break without an end. */
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  /** What all three read. */
  readonly sentence: string;
}

/** The gap since the last review, or since the start. One function for every page. Source: the office's setting `supervision`. */
export function reviewGap({ rules, enrolment, lastHeldOn, today, isOver = false }: GapFacts): ReviewGap {
  const timeline = timelineOf(enrolment);
  const from = programmeDays(timeline, Math.max(timeline.start, dayNumber(lastHeldOn ?? enrolment.startedOn)));
  const days = programmeDays(timeline, dayNumber(today)) - from;
  const allowed = (lastHeldOn === null ? rules.firstWithinWeeks : rules.everyWeeks) * WEEK;
  const isPaused = pauseOn(timeline, dayNumber(today)) !== null;
  const gap = {
    lastHeldOn,
    weeks: Math.max(0, Math.floor(days / WEEK)),
    dueOn: isOver ? null : calendarDay(timeline, from + allowed),
    isOverdue: days > allowed && !isPaused && !isOver,
  };
  return { ...gap, sentence: gapSentence({ ...gap, rules, days, today, isPaused, isOver }) };
}

interface Said extends Omit<ReviewGap, 'sentence'> {
  readonly rules: SupervisionRules;
  readonly days: number;
  readonly today: string;
  readonly isPaused: boolean;
  readonly isOver: boolean;
}

const weeksWords = (weeks: number) => (weeks === 1 ? '1 week' : `${weeks} weeks`);
const everyWords = (weeks: number) => (weeks === 1 ? 'week' : `${weeks} weeks`);

function gapSentence(said: Said): string {
  const { lastHeldOn, rules, days, isPaused, isOver } = said;
  if (days < 0)
    return `No review yet: the programme has not begun. The first is agreed within ${weeksWords(rules.firstWithinWeeks)} of its start.`;
  const begun = lastHeldOn === null ? firstWords(said) : lastWords(said, lastHeldOn);
  if (isOver) return `${begun} The programme is over.`;
  return isPaused ? `${begun} The programme stands still, and that time does not count.` : begun;
}

function firstWords({ rules, weeks, dueOn, isOverdue, today }: Said): string {
  const agreed = `the first is agreed within ${weeksWords(rules.firstWithinWeeks)} of the start`;
  if (isOverdue) return `No review yet, ${weeksWords(weeks)} after the start; ${agreed}.`;
  return `No review yet; ${agreed}${dueOn === null ? '' : `, by ${formatDay(dueOn, { year: today })}`}.`;
}

function lastWords({ rules, weeks, days, today }: Said, lastHeldOn: string): string {
  const ago = days === 0 ? 'today' : weeks === 0 ? 'less than a week ago' : `${weeksWords(weeks)} ago`;
  const hadBreak = days < daysBetween(lastHeldOn, today) ? ', not counting the break' : '';
  return `Last review ${ago}${hadBreak}, on ${formatDay(lastHeldOn, { year: today })}; every ${everyWords(rules.everyWeeks)} is agreed.`;
}
