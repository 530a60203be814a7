/** Groups of records that are kept for the same time. */
export const RECORD_GROUPS = ['draft', 'submission', 'file', 'feedback', 'witness_answer', 'export'] as const;
export type RecordGroup = (typeof RECORD_GROUPS)[number];

/** What a group holds, for people. */
export const GROUP_WORDS: Readonly<Record<RecordGroup, { readonly name: string; readonly holds: string }>> = {
  draft: { name: 'Drafts of evidence', holds: 'What a trainee writes before she hands it in, and as it stands after' },
  submission: {
    name: 'Evidence that was handed in',
    holds: 'Title, text and details of each dated snapshot, and where in it each criterion is shown',
  },
  file: { name: 'Files', holds: 'Every file that was put with evidence' },
  feedback: { name: 'Feedback', holds: 'What an assessor wrote about evidence, and notes in its text' },
  witness_answer: { name: 'What witnesses wrote', holds: 'Name, job and words of witnesses who have no account' },
  export: {
    name: 'Portfolios to leave with',
    holds: 'The file that is made when a trainee takes her whole portfolio with her',
  },
};

/**
 * What the time is counted from. `programme_end`: the day the qualification was signed off or, where it was not, the day she left her
 * last cohort; as long as she is in the programme nothing is due. `made`: the day the record itself was made.
 */
export const RETENTION_STARTS = ['programme_end', 'made'] as const;
export type RetentionStart = (typeof RETENTION_STARTS)[number];

export const START_WORDS: Readonly<Record<RetentionStart, string>> = {
  programme_end: 'the end of the programme',
  made: 'the day it was made',
};

/** Shorter, for a sentence about one record. */
export const START_SHORT: Readonly<Record<RetentionStart, string>> = {
  programme_end: 'the end of your programme',
  made: 'the day it was made',
};

export const RETENTION_UNITS = ['days', 'months'] as const;
export type RetentionUnit = (typeof RETENTION_UNITS)[number];
