/** Groups of records that are kept for the same time. Which columns each holds: docs/retention.md. */
export const RECORD_GROUPS = [
  'draft',
  'submission',
  'file',
  'feedback',
  'witness_answer',
  'witness_contact',
  'record_words',
  'countersignature',
  'unlock_reason',
  'verification',
  'plan_item',
  'standardisation',
  'supervision',
  'work_record',
  'own_writing',
  'export',
] as const;
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
  witness_contact: {
    name: 'Who was asked as a witness',
    holds: 'Name and job of each witness, what she was asked, and how an assessor made sure who she is',
  },
  record_words: {
    name: 'Words added to a signature',
    holds: 'What somebody adds when she signs an observation or a discussion',
  },
  countersignature: {
    name: 'Words of countersignatures',
    holds: 'What a colleague wrote when she countersigned or sent back the decisions of an assessor in training',
  },
  unlock_reason: {
    name: 'Reasons for opening a signature',
    holds: 'Why a quality assurer opened a signature again',
  },
  verification: {
    name: 'Words of quality assurers',
    holds: 'What a quality assurer wrote about a decision, and why she did not agree',
  },
  plan_item: { name: 'Assessment plans', holds: 'What assessor and trainee wrote about evidence to come' },
  standardisation: {
    name: 'Standardisation exercises',
    holds: 'The copied text that several assessors judged, their reasons, and what was agreed',
  },
  supervision: { name: 'Supervision reviews', holds: 'Agenda, notes and agreed actions of each review' },
  work_record: {
    name: 'Records of work and placements',
    holds:
      'Words about placements, study time, leave, caseload, readiness and contacts: logs, reports, reasons, objections, messages, and what hosts wrote',
  },
  own_writing: {
    name: 'What a trainee writes for herself',
    holds: 'Reflections, highlights and notes, work on exercises, check-ins on wellbeing, and her own appointments',
  },
  export: {
    name: 'Portfolios to leave with',
    holds: 'The file that is made when a trainee takes her whole portfolio with her',
  },
};

/**
 * What the time is counted from. `programme_end`: the day the qualification was signed off or, where it was not, the day she left her
 * last cohort; as long as she is in the programme nothing is due. `made`: the day the record itself was made. `closed`: the day it was
 * brought to an end.
 */
export type RetentionStart = 'programme_end' | 'made' | 'closed';

export const START_WORDS: Readonly<Record<RetentionStart, string>> = {
  programme_end: 'the end of the programme',
  made: 'the day it was made',
  closed: 'the day it was closed',
};

/** Shorter, for a sentence about one record. */
export const START_SHORT: Readonly<Record<RetentionStart, string>> = {
  programme_end: 'the end of your programme',
  made: 'the day it was made',
  closed: 'the day it was closed',
};

export const RETENTION_UNITS = ['days', 'months'] as const;
