/** What may be put before somebody, for as long as the facts say so. */
export const MATTER_KINDS = [
  'over-limit',
  'over-limit-ended',
  'over-limit-unagreed',
  'rule-override',
  'objection',
  'objection-answered',
  'study-lost',
  'supervision-gap',
  'placement-to-agree',
  'host-declined',
  'readiness-to-agree',
  'record-to-sign',
  'witness-answered',
  'sampled',
  'contact-action',
  'message',
  'message-answer',
  'place-changed',
  'break-entered',
  'programme-ended',
  'left-cohort',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Kinds that go when something is done about them; having seen them is not enough. The others go when they were seen. */
export const UNTIL_DONE: ReadonlySet<MatterKind> = new Set<MatterKind>([
  'over-limit-ended',
  'over-limit-unagreed',
  'objection',
  'placement-to-agree',
  'readiness-to-agree',
  'record-to-sign',
  'witness-answered',
  'contact-action',
  'message',
]);
