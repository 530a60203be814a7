import type { EndingKind, WithdrawalReason } from '../people/words.ts';
import type { PauseReason } from './words.ts';

/** A reason as people choose and read it. */
export const WITHDRAWAL_WORDS: Readonly<Record<WithdrawalReason, string>> = {
  another_job: 'Another job or another course',
  workload: 'The workload',
  not_as_expected: 'The work was not what was expected',
  pay_or_travel: 'Pay, or the way to work',
  health_or_caring: 'Health, or caring for somebody',
  programme_not_passed: 'Part of the programme was not passed',
  not_said: 'No reason was given',
};

export const ENDING_WORDS: Readonly<Record<EndingKind, string>> = {
  completed: 'Completed',
  withdrawn: 'Withdrew',
};

export const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  break_in_learning: 'Break in learning',
  parental_leave: 'Parental leave',
  sickness: 'Sickness',
  other: 'Another reason',
};
