import { counted } from '../counted.ts';
import type { SignalActor, SignalKind } from './kinds.ts';
import type { SignalRules, SignalThreshold } from './schema.ts';

interface KindWords {
  readonly name: string;
  /** What its threshold counts. */
  readonly unit: string;
  /** From when on it is said, with the number of its threshold. */
  readonly from: (count: number) => string;
}

/** Signals as people read them in lists, settings and filters. */
export const SIGNAL_WORDS: Readonly<Record<SignalKind, KindWords>> = {
  'modules-late': {
    name: 'Modules late',
    unit: 'weeks late, the oldest',
    from: (count) => `from the module that is ${counted(count, 'week')} late`,
  },
  'no-sign-in': {
    name: 'No sign-in',
    unit: 'days without a sign-in',
    from: (count) => `after ${counted(count, 'day')} without a sign-in, breaks and leave not counted`,
  },
  'evidence-returned': {
    name: 'Evidence returned, not handed in again',
    unit: 'days since it came back',
    from: (count) => `${counted(count, 'day')} after it came back`,
  },
  'assessor-silent': {
    name: 'Evidence waits for a decision',
    unit: 'days since it was handed in',
    from: (count) => `${counted(count, 'day')} after it was handed in`,
  },
  'over-limit': {
    name: 'Caseload over its limit',
    unit: 'days over it',
    from: (count) => (count === 0 ? 'from the first day' : `after ${counted(count, 'day')} over it`),
  },
  'rule-override': {
    name: 'Rule set aside for a case',
    unit: 'days, for so long it is shown',
    from: (count) => `for ${counted(count, 'day')} afterwards, while the case is carried`,
  },
  'study-time-lost': {
    name: 'Study time lost and not made up',
    unit: 'hours in the last four weeks',
    from: (count) => `from ${counted(count, 'hour')} within 4 weeks`,
  },
  'supervision-gap': {
    name: 'Three-way review overdue',
    unit: 'days overdue',
    from: (count) => (count === 0 ? 'from the first day' : `after ${counted(count, 'day')} overdue`),
  },
  'placement-cancelled': {
    name: 'Placement called off',
    unit: 'days, for so long it is shown',
    from: (count) => `for ${counted(count, 'day')} afterwards, while no other of its kind is arranged`,
  },
  'break-ending': {
    name: 'Break ends',
    unit: 'days before the first day back',
    from: (count) => `${counted(count, 'day')} before the first day back`,
  },
  wellbeing: {
    name: 'Check-in shared with a low answer',
    unit: 'or lower, of 5',
    from: (count) => `where the lowest answer of this month or the last is ${String(count)} of 5 or lower`,
  },
};

export const ACTOR_WORDS: Readonly<Record<SignalActor, string>> = {
  tutor: 'practice tutor',
  trainee: 'trainee',
  assessor: 'assessor',
  manager: 'line manager',
};

/** Who acts on a signal, as the trainee herself reads it. */
export const OWN_ACTOR_WORDS: Readonly<Record<SignalActor, string>> = {
  tutor: 'your practice tutor',
  trainee: 'you',
  assessor: 'your assessor',
  manager: 'your line manager',
};

/** The threshold of a kind in words, with that of the first weeks where it is another one: "after 10 days …; in the first 12 weeks after 5 days …". */
export function thresholdWords(
  kind: SignalKind,
  { isOn, from, fromInFirstWeeks }: SignalThreshold,
  { firstWeeks }: Pick<SignalRules, 'firstWeeks'>,
): string {
  if (!isOn) return 'not said at this office';
  const words = SIGNAL_WORDS[kind].from;
  if (firstWeeks === 0 || from === fromInFirstWeeks) return words(from);
  return `${words(from)}; in the first ${counted(firstWeeks, 'week')} ${words(fromInFirstWeeks)}`;
}
