import type { SignalActor, SignalKind } from './kinds.ts';

interface KindWords {
  readonly name: string;
  /** What its threshold counts. */
  readonly unit: string;
}

/** Signals as people read them in lists, settings and filters. */
export const SIGNAL_WORDS: Readonly<Record<SignalKind, KindWords>> = {
  'modules-late': { name: 'Modules late', unit: 'weeks late, the oldest' },
  'no-sign-in': { name: 'No sign-in', unit: 'days without a sign-in' },
  'evidence-returned': { name: 'Evidence returned, not handed in again', unit: 'days since it came back' },
  'assessor-silent': { name: 'Evidence waits for a decision', unit: 'days since it was handed in' },
  'over-limit': { name: 'Caseload over its limit', unit: 'days over it' },
  'rule-override': { name: 'Rule set aside for a case', unit: 'days, for so long it is shown' },
  'study-time-lost': { name: 'Study time lost and not made up', unit: 'hours in the last four weeks' },
  'supervision-gap': { name: 'Three-way review overdue', unit: 'days overdue' },
  'placement-cancelled': { name: 'Placement called off', unit: 'days, for so long it is shown' },
  'break-ending': { name: 'Break ends', unit: 'days before its last day' },
  wellbeing: { name: 'Check-in shared with a low answer', unit: 'or lower, of 5' },
};

export const ACTOR_WORDS: Readonly<Record<SignalActor, string>> = {
  tutor: 'practice tutor',
  trainee: 'trainee',
  assessor: 'assessor',
  manager: 'line manager',
};
