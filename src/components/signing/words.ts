import { formatDay, londonDay } from '#src/domain/calendar.ts';
import { type Criterion } from '#src/domain/portfolio/qualification.ts';
import { EVIDENCE_KIND_NAMES, type SignOffSubject } from '#src/domain/portfolio/words.ts';

/** "Criterion 3.2", "Unit 3", "The qualification". */
export function subjectTitle({ subject, subjectId }: { subject: SignOffSubject; subjectId: string }): string {
  if (subject === 'qualification') return 'The qualification';
  return `${subject === 'unit' ? 'Unit' : 'Criterion'} ${subjectId}`;
}

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };

/** What a criterion asks for: how often, of which kinds, and how recent. */
export function asksWords({ neededTimes, kinds, mustInclude, currentForMonths }: Criterion): string {
  const names = (of: Criterion['kinds']) => of.map((kind) => EVIDENCE_KIND_NAMES[kind].toLowerCase());
  const parts = [
    `It has to be shown at least ${TIMES[neededTimes] ?? `${String(neededTimes)} times`}, by ${listed(names(kinds), 'or')}.`,
    mustInclude.length > 0 ? `At least one piece has to be ${listed(names(mustInclude), 'and one')}.` : '',
    currentForMonths === null ? '' : `Evidence counts for ${String(currentForMonths)} months from the day it happened.`,
  ];
  return parts.filter(Boolean).join(' ');
}

function listed(words: readonly string[], last: 'and one' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** The day of an instant in London, with the year. */
export const dayOf = (instant: Date): string => formatDay(londonDay(instant), { year: true, weekday: false });
