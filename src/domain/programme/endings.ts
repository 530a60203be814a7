import { counted } from '../counted.ts';
import { addDays, formatDay } from '../calendar.ts';
import type { EndingKind, WithdrawalReason } from '../people/words.ts';
import { hasEnded } from './place.ts';
import type { Enrolment } from './timeline.ts';

/** An ending may be entered afterwards: so many days back. */
const ENDING_DAYS_BACK = 183;

export interface Ending {
  readonly kind: EndingKind;
  /** Why somebody withdrew; null for whoever completed. */
  readonly reason: WithdrawalReason | null;
  /** The last day; never in the future, because an ending counts at once. */
  readonly endedOn: string;
}

interface EndingFacts {
  readonly enrolment: Enrolment;
  readonly today: string;
}

/** Why the programme cannot be ended like this, by field of the form. Empty: it can. */
export function endingProblems({ enrolment, today }: EndingFacts, ending: Ending): Record<string, string> {
  if (hasEnded(enrolment, today)) return { '': 'The programme is over for this trainee already.' };
  const problems: Record<string, string> = {};
  const earliest = addDays(today, -ENDING_DAYS_BACK);
  if (ending.kind === 'withdrawn' && ending.reason === null)
    problems['reason'] = 'Choose a reason; “No reason was given” is one';
  if (ending.kind === 'completed' && enrolment.startedOn > today)
    problems['kind'] = 'The programme has not begun, so nobody completed it';
  if (ending.endedOn > today)
    problems['endedOn'] = 'It counts at once, so the last day is today or before. Come back on that day';
  else if (ending.endedOn < earliest) problems['endedOn'] = `Give a day from ${formatDay(earliest, { year: true })} on`;
  else if (ending.kind === 'completed' && ending.endedOn < enrolment.startedOn)
    problems['endedOn'] = `The programme began on ${formatDay(enrolment.startedOn, { year: true })}`;
  return problems;
}

/** The first day outside her cohort: the day after her last one, but never later than today, and not before she joined. */
export function firstDayOutside({
  joinedOn,
  endedOn,
  today,
}: Record<'joinedOn' | 'endedOn' | 'today', string>): string {
  const next = addDays(endedOn, 1);
  const day = next < today ? next : today;
  return day < joinedOn ? joinedOn : day;
}

/** What still stands open when somebody leaves, as counts: nothing of it is lost, and somebody has to see to it. */
export interface OpenWork {
  readonly cases: number;
  readonly waiting: number;
  readonly unsignedReviews: number;
  readonly placements: number;
  readonly peerSessions: number;
}

/** What is open, in sentences for whoever is about to end the programme. Empty where nothing is. */
export function openWorkWords(open: OpenWork): string[] {
  const lines: [count: number, words: string][] = [
    [open.cases, `${counted(open.cases, 'case is', 'cases are')} allocated and left to the manager to move`],
    [open.waiting, `${counted(open.waiting, 'piece of evidence waits', 'pieces of evidence wait')} for a decision`],
    [open.unsignedReviews, `${counted(open.unsignedReviews, 'review is', 'reviews are')} not signed by everybody`],
    [open.placements, `${counted(open.placements, 'placement is', 'placements are')} still to come`],
    [
      open.peerSessions,
      `${counted(open.peerSessions, 'part in a peer session', 'parts in peer sessions')} to come: given up at once, and the tutor finds somebody else`,
    ],
  ];
  return lines.filter(([count]) => count > 0).map(([, words]) => words);
}
