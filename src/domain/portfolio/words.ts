/** Kinds of evidence. Of a work product only a pointer is kept: seen in which system, by whom, when. */
export const EVIDENCE_KINDS = [
  'reflective_account',
  'professional_discussion',
  'observation',
  'witness_testimony',
  'work_product',
  'assignment',
  'prior_learning',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Kinds that an assessor may write down herself; trainee and assessor both sign them. */
export const RECORD_KINDS = ['observation', 'professional_discussion'] as const satisfies readonly EvidenceKind[];
export type RecordKind = (typeof RECORD_KINDS)[number];

export const EVIDENCE_KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  reflective_account: 'Reflective account',
  professional_discussion: 'Professional discussion',
  observation: 'Direct observation',
  witness_testimony: 'Witness testimony',
  work_product: 'Work product',
  assignment: 'Assignment',
  prior_learning: 'Recognition of prior learning',
};

/** What an assessor may decide about one criterion of one submission. */
export const CRITERION_OUTCOMES = ['met', 'working_towards', 'not_met'] as const;
export type CriterionOutcome = (typeof CRITERION_OUTCOMES)[number];

/**
 * What an assessment of a whole submission comes to: back to the trainee, or every claim met. `to_sign` is its name in the table from
 * when a submission was signed whole; today criteria are signed off, and a submission with every claim met is called accepted.
 */
export const ASSESSMENT_OUTCOMES = ['returned', 'to_sign'] as const;
export type AssessmentOutcome = (typeof ASSESSMENT_OUTCOMES)[number];

/** How a trainee sees herself on a criterion. Stands beside what was assessed and is never merged with it. */
export const OWN_RATINGS = ['not_yet', 'with_help', 'on_my_own', 'could_show_others'] as const;
export type OwnRating = (typeof OWN_RATINGS)[number];

/** What can be signed off. */
export const SIGN_OFF_SUBJECTS = ['criterion', 'unit', 'qualification'] as const;
export type SignOffSubject = (typeof SIGN_OFF_SUBJECTS)[number];

/** As whom somebody signs an observation or a discussion. */
export const RECORD_PARTS = ['assessor', 'trainee'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

/** What a qualified colleague says of the decisions of an assessor in training. */
export const COUNTERSIGN_OUTCOMES = ['agreed', 'sent_back'] as const;
export type CountersignOutcome = (typeof COUNTERSIGN_OUTCOMES)[number];
