import type { MatterKind } from '#src/domain/matters/kinds.ts';

/** Kinds of matter as people read them. */
export const MATTER_TITLES: Readonly<Record<MatterKind, string>> = {
  'over-limit': 'Over the limit, agreed',
  'over-limit-ended': 'Over the limit, look again',
  'over-limit-unagreed': 'Over the limit, not agreed',
  'rule-override': 'A rule was set aside',
  objection: 'Not what was agreed',
  'objection-answered': 'An answer for you',
  'study-lost': 'Study time lost',
  'supervision-gap': 'Supervision',
  'placement-to-agree': 'Placement to agree',
  'host-declined': 'A host said no',
  'readiness-to-agree': 'Readiness to agree',
  'record-to-sign': 'To read and sign',
  'witness-answered': 'A witness has written',
  sampled: 'Looked at by quality assurance',
  'contact-action': 'Something agreed',
  message: 'A message for you',
  'message-answer': 'An answer to a message',
  'place-changed': 'Place changed',
  'break-entered': 'Break',
  'programme-ended': 'End of the programme',
  'left-cohort': 'Left your cohort',
};
