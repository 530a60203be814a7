import { formatDay } from '#src/domain/calendar.ts';
import type { ProgrammePlace } from '#src/domain/programme/place.ts';

/** Week, month and stage, and when the programme ends. */
export function placeSentence({ state, week, weeksInRoute, month, stage, endsOn }: ProgrammePlace): string {
  if (state === 'before') return 'The programme has not begun yet.';
  const end = endsOn ? ` The programme ends on ${formatDay(endsOn, { year: true })}.` : '';
  if (state === 'after') return 'The programme is over.';
  const where = `Week ${week} of ${weeksInRoute}, month ${month}${stage ? `, ${stage.name.toLowerCase()}` : ''}.`;
  return state === 'paused' ? `Paused at week ${week} of ${weeksInRoute}.${end}` : `${where}${end}`;
}

/** Which gateway comes next, and whether an office set its time. */
export function gatewaySentence({ nextGateway }: ProgrammePlace): string {
  if (!nextGateway) return '';
  const when = nextGateway.dueOn ? ` by ${formatDay(nextGateway.dueOn, { year: true })}` : ' after the pause';
  const basis = nextGateway.basis === 'office setting' ? ' (an office setting: check yours)' : '';
  return `${nextGateway.name}${when}${basis}.`;
}

/** Where evidence is begun with these criteria chosen. */
export function evidenceHref(criteria: readonly string[]): string {
  return `/portfolio/evidence/new?${criteria.map((id) => `criteria=${encodeURIComponent(id)}`).join('&')}`;
}
