import type { LeadingObstacle } from './rota.ts';

/** Why somebody is not asked to lead on a day, after her name. */
export const LEADING_WORDS: Readonly<Record<LeadingObstacle, string>> = {
  first_weeks: 'in the first twelve weeks',
  on_a_break: 'on a break in learning',
  not_started: 'programme has not begun',
  over: 'programme is over',
  twice_running: 'leads the session just before or after',
};
