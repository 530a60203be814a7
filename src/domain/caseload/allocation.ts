import { addDays, isDay } from '../calendar.ts';
import type { ProgrammePlace } from '../programme/place.ts';
import type { Load } from './load.ts';
import type { RuleFinding } from './rules.ts';

/** Fewest letters of a reason, so that a full stop is not one. */
const SHORTEST_REASON = 10;
/** The furthest day until which it is agreed: an end that nobody lives to see would be none. */
const MOST_DAYS_OVER = 366;

/** What a manager confirms: the load as it would be, and what she said where it is over the limit. */
export interface Allocation {
  /** Leave it out where the case is new to her: then every load over the limit needs a reason. */
  readonly before?: Pick<Load, 'used'> | undefined;
  readonly after: Load;
  readonly reason: string | null;
  /** The last day until which it may stay over. */
  readonly until: string | null;
  readonly today: string;
}

const BLOCKED: Partial<Record<ProgrammePlace['state'], string>> = {
  before: 'The programme has not begun yet',
  paused: 'The programme is paused',
  after: 'The programme is over',
};

/** Why she takes no new case at the moment, as a sentence without its full stop, or null. What she carries already stays. */
export function blockedFromCases({ state }: Pick<ProgrammePlace, 'state'>): string | null {
  return BLOCKED[state] ?? null;
}

/** Why what she carries stays as it is carried, or null. On a break it may still become less; after her programme it goes to somebody else. */
export function blockedFromCarrying({ state }: Pick<ProgrammePlace, 'state'>): string | null {
  return state === 'after' ? 'The programme is over: move the case to somebody else, or close it' : null;
}

/**
 * Whether an allocation needs a reason and an end date: whenever the load after it is over the limit, unless it makes the load no
 * heavier than it was (shadowing, or a smaller share).
 */
export function allocationNeedsReason(after: Pick<Load, 'limit' | 'used'>, before?: Pick<Load, 'used'>): boolean {
  return after.limit === 'over' && (before === undefined || after.used > before.used);
}

/** What is wrong with a reason and a last day, by field (`reason`, `until`); empty where nothing is. */
export function agreementProblems({ reason, until, today }: Pick<Allocation, 'reason' | 'until' | 'today'>) {
  const problems: Record<string, string> = {};
  if ((reason ?? '').trim().length < SHORTEST_REASON) {
    problems['reason'] = `Say why this may go over the limit, in at least ${String(SHORTEST_REASON)} letters.`;
  }
  if (until === null || !isDay(until)) problems['until'] = 'Give the day until which this is agreed.';
  else if (until <= today) problems['until'] = 'The day until which this is agreed comes after today.';
  else if (until > addDays(today, MOST_DAYS_OVER))
    problems['until'] = 'Give a day within a year. It can be agreed again then.';
  return problems;
}

/** What stands in the way of an allocation, by form field (`reason`, `until`); empty where nothing does. */
export function allocationProblems({ before, after, ...said }: Allocation): Record<string, string> {
  return allocationNeedsReason(after, before) ? agreementProblems(said) : {};
}

/** Who set rules aside, as it was typed or chosen. */
export interface Approval {
  readonly name: string;
  readonly job: string;
  /** Where the rule's approver is the practice tutor: which of the trainee's tutors. Empty where none was chosen. */
  readonly tutorId: string;
  readonly reason: string;
}

/** Whether a rule names the practice tutor as the one who may set it aside: then it is one of the trainee's own tutors. */
export function isForTutor({ approver }: Pick<RuleFinding, 'approver'>): boolean {
  return /\btutor\b/i.test(approver);
}

/** What is missing before rules may be set aside, by field (`name`, `job`, `tutor`, `reason`); empty where nothing is, or no rule stands in the way. */
export function approvalProblems(
  against: readonly RuleFinding[],
  { name, job, tutorId, reason }: Approval,
  tutorIds: readonly string[],
): Record<string, string> {
  const problems: Record<string, string> = {};
  const needsTutor = against.some(isForTutor);
  const others = against.filter((finding) => !isForTutor(finding)).map(({ approver }) => approver);
  if (against.length === 0) return problems;
  if (needsTutor && !tutorIds.includes(tutorId))
    problems['tutor'] = 'Choose which of the trainee’s tutors approved it.';
  if (others.length > 0 && name.trim().length < 3)
    problems['name'] = `A rule stands against it: name who approved it (${[...new Set(others)].join(', ')}).`;
  if (others.length > 0 && job.trim().length < 3) problems['job'] = 'Give the job of whoever approved it.';
  if (reason.trim().length < SHORTEST_REASON)
    problems['reason'] = `Say why the rule was set aside, in at least ${String(SHORTEST_REASON)} letters.`;
  return problems;
}
