/** What a link by e-mail is for. */
export const ACCOUNT_LINK_KINDS = ['invitation', 'reset'] as const;
export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number];

/** How somebody's programme ended. */
export const ENDING_KINDS = ['completed', 'withdrawn'] as const;
export type EndingKind = (typeof ENDING_KINDS)[number];

/** Why somebody withdrew; never more precise than this. */
export const WITHDRAWAL_REASONS = [
  'another_job',
  'workload',
  'not_as_expected',
  'pay_or_travel',
  'health_or_caring',
  'programme_not_passed',
  'not_said',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Where an import stands. */
export const IMPORT_STATES = ['read', 'running', 'done', 'failed', 'dropped'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
