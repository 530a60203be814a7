/** The two-part tiers of the points model, protect level then change level. Source: docs/decisions.md, "Workload figures". */
export const TIERS = [
  'A3',
  'A2',
  'A1',
  'A0',
  'B3',
  'B2',
  'B1',
  'B0',
  'C3',
  'C2',
  'C1',
  'C0',
  'D3',
  'D2',
  'D1',
  'D0',
] as const;
export type Tier = (typeof TIERS)[number];

/** Where the person is supervised, which decides the weight of a tier. */
export const CASE_KINDS = ['community', 'licence', 'custody'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Kinds of case as people read them. */
export const CASE_KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  community: 'Community',
  licence: 'Licence',
  custody: 'Custody',
};

/** The one-letter tiers of the newer model. No public source gives points for them: they count in the case mix alone. Source: docs/decisions.md, "Workload figures". */
export const LETTER_TIERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type LetterTier = (typeof LETTER_TIERS)[number];

/** Whether anything is done on a case. Each has a weight in percent in the figures. */
export const ACTIVITIES = ['active', 'suspended', 'warrant', 'overdue', 'unpaid_work'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Whether anything is done on a case, as people read it. */
export const ACTIVITY_NAMES: Readonly<Record<Activity, string>> = {
  active: 'Active',
  suspended: 'Contact suspended',
  warrant: 'Warrant out',
  overdue: 'Termination overdue',
  unpaid_work: 'Unpaid work',
};

/** Who really carries the case. What share of it each usually is, is a setting of the office. */
export const CARRYINGS = ['shadow', 'co_work', 'lead_supervised', 'sole'] as const;
export type Carrying = (typeof CARRYINGS)[number];

/** Who really carries the case, as people read it. */
export const CARRYING_NAMES: Readonly<Record<Carrying, string>> = {
  shadow: 'Shadowing',
  co_work: 'Co-working',
  lead_supervised: 'Leading under supervision',
  sole: 'Sole',
};

/** Why an allocation ended. */
export const END_REASONS = ['closed', 'moved', 'changed'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Work that is not a case. Reports due count in the case mix; what carries points is said by the figures. */
export const WORK_KINDS = [
  'court_report',
  'parole_report',
  'recall_report',
  'other_report',
  'arms_assessment',
  'contact_for_other',
  'contact_by_other',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Work that is not a case, as people read it. */
export const WORK_KIND_NAMES: Readonly<Record<WorkKind, string>> = {
  court_report: 'Court report',
  parole_report: 'Parole report',
  recall_report: 'Recall report',
  other_report: 'Other report',
  arms_assessment: 'ARMS assessment',
  contact_for_other: 'Contact done for a colleague',
  contact_by_other: 'Contact done by a colleague',
};

/** The reason of a reduction that a manager sets because none is published for that part of the programme. */
export const STAGE_REASON = 'stage';
