/** What may tell a tutor, and the trainee herself, that something needs a look. Source: docs/decisions.md, "Signals". */
export const SIGNAL_KINDS = [
  'modules-late',
  'no-sign-in',
  'evidence-returned',
  'assessor-silent',
  'over-limit',
  'rule-override',
  'study-time-lost',
  'supervision-gap',
  'placement-cancelled',
  'break-ending',
  'wellbeing',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Who does something about a signal. */
export const SIGNAL_ACTORS = ['tutor', 'trainee', 'assessor', 'manager'] as const;
export type SignalActor = (typeof SIGNAL_ACTORS)[number];
