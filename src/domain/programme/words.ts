/** Why a trainee's programme stands still. The reason is never more precise than this. */
export const PAUSE_REASONS = ['break_in_learning', 'parental_leave', 'sickness', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
